/// Writes JSON for people and programs: two spaces per level, keys in the value's order, shortest
/// digits, `/` unescaped, arrays of scalars on one line, a final line feed.
///
/// Hand-made because results.json must be the same bytes on every machine, and Foundation promises
/// neither an order of keys nor a way of writing numbers.
public struct JSONWriter {
  private var bytes: [UInt8] = []

  private init() {}

  /// `value` in UTF-8. Precondition: all numbers are finite.
  public static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value, indent: 0)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  private mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: append("null")
    case .boolean(let value): append(value ? "true" : "false")
    case .integer(let value): append(String(value))
    case .unsigned(let value): append(String(value))
    case .double(let value):
      precondition(value.isFinite, "JSON has no number for \(value)")
      append(value.description)
    case .float(let value):
      precondition(value.isFinite, "JSON has no number for \(value)")
      append(value.description)
    case .string(let text): write(text)
    case .array(let elements): write(elements, indent: indent)
    case .object(let members): write(members, indent: indent)
    }
  }

  private mutating func write(_ elements: [JSONValue], indent: Int) {
    let isFlat = elements.allSatisfy(\.isPlain)
    append("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { append(isFlat ? ", " : ",") }
      if !isFlat { startLine(indent + 1) }
      write(element, indent: indent + 1)
    }
    if !isFlat { startLine(indent) }
    append("]")
  }

  private mutating func write(_ members: [JSONValue.Member], indent: Int) {
    append("{")
    for (index, member) in members.enumerated() {
      if index > 0 { append(",") }
      startLine(indent + 1)
      write(member.name)
      append(": ")
      write(member.value, indent: indent + 1)
    }
    if !members.isEmpty { startLine(indent) }
    append("}")
  }

  /// Escapes quotes, backslashes and characters below U+0020 (RFC 8259, section 7).
  private mutating func write(_ text: String) {
    append("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "\n"): append("\\n")
      case UInt8(ascii: "\r"): append("\\r")
      case UInt8(ascii: "\t"): append("\\t")
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        append("\\u00")
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    append("\"")
  }

  private mutating func startLine(_ indent: Int) {
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

extension JSONValue {
  fileprivate var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
