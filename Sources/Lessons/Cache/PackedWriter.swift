/// Writes packed values: a tag, then the value or its count and elements; little endian.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  static func bytes(_ value: PackedValue) -> [UInt8] {
    var writer = PackedWriter()
    writer.write(value)
    return writer.bytes
  }

  private mutating func write(_ value: PackedValue) {
    switch value {
    case .null: append(.null)
    case .boolean(let value): append(value ? .yes : .no)
    case .integer(let value): append(.integer, UInt64(bitPattern: value))
    case .unsigned(let value): append(.unsigned, value)
    case .double(let value): append(.double, value.bitPattern)
    case .float(let value): append(.float, UInt64(value.bitPattern))
    case .text(let text):
      append(.text)
      append(text)
    case .bytes(let values): append(.bytes, elements: values)
    case .integers(let values): append(.integers, elements: values)
    case .doubles(let values): append(.doubles, elements: values)
    case .floats(let values): append(.floats, elements: values)
    case .list(let values):
      append(.list, UInt64(values.count))
      for value in values { write(value) }
    case .record(let members):
      append(.record, UInt64(members.count))
      for member in members {
        append(member.name)
        write(member.value)
      }
    }
  }

  private mutating func append(_ tag: PackedValue.Tag) {
    bytes.append(tag.rawValue)
  }

  private mutating func append(_ tag: PackedValue.Tag, _ word: UInt64) {
    append(tag)
    append(word)
  }

  private mutating func append(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ text: String) {
    append(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  /// The memory of numbers of a fixed size; every machine that we run on is little endian.
  private mutating func append<Element: BitwiseCopyable>(
    _ tag: PackedValue.Tag, elements: [Element]
  ) {
    append(tag, UInt64(elements.count))
    elements.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
