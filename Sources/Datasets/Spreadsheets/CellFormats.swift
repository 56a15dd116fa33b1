/// How the cells of a workbook show their numbers, as far as it changes what a number means.
struct CellFormats {
  enum Kind {
    case number
    case percent
    case date
  }

  /// One for each cell style (`cellXfs`).
  private var kinds: [Kind] = []

  /// No styles: every number is one.
  init() {}

  /// Reads `xl/styles.xml` (ECMA-376, 18.8).
  init(_ part: [UInt8]) throws(XMLReader.Malformed) {
    var custom: [Int: Kind] = [:]
    var isInCells = false
    try part.withXML { (reader: inout XMLReader) throws(XMLReader.Malformed) in
      while let token = try reader.next() {
        switch token {
        case .start(let name, let attributes, let isEmpty):
          if reader.isNamed(name, "cellXfs") {
            isInCells = !isEmpty
          } else if reader.isNamed(name, "numFmt") {
            guard let id = reader.integer(reader.attribute("numFmtId", in: attributes)),
              let code = reader.attribute("formatCode", in: attributes)
            else { continue }
            custom[id] = Self.kind(ofCode: try reader.string(code))
          } else if isInCells, reader.isNamed(name, "xf") {
            let id = reader.integer(reader.attribute("numFmtId", in: attributes)) ?? 0
            kinds.append(custom[id] ?? Self.kind(ofBuiltIn: id))
          }
        case .end(let name): if reader.isNamed(name, "cellXfs") { isInCells = false }
        case .text, .verbatim: continue
        }
      }
    }
  }

  subscript(style: Int) -> Kind { kinds.indices.contains(style) ? kinds[style] : .number }

  /// The formats that need no code (18.8.30); 27 to 36 and 50 to 58 are East Asian dates.
  private static func kind(ofBuiltIn id: Int) -> Kind {
    switch id {
    case 9, 10: .percent
    case 14...22, 27...36, 45...47, 50...58: .date
    default: .number
    }
  }

  /// What a code shows outside quotes, brackets and escapes: `d`, `m`, `y`, `h`, `s` are of dates.
  static func kind(ofCode code: String) -> Kind {
    var kind = Kind.number
    var (isQuoted, isEscaped) = (false, false)
    var bracketed: [UInt8]?
    // Only the first section: the others are for negative numbers, zero and text.
    for character in code.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != UInt8(ascii: "\"")
      } else if let inside = bracketed {
        // `[h]` counts hours; `[Red]`, `[$-409]` and `[>5]` do not.
        guard character == UInt8(ascii: "]") else {
          bracketed = inside + [character | 0x20]
          continue
        }
        if !inside.isEmpty, inside.allSatisfy("hms".utf8.contains) { return .date }
        bracketed = nil
      } else {
        switch character {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "["): bracketed = []
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
        case UInt8(ascii: ";"): return kind
        case UInt8(ascii: "%"): kind = .percent
        case UInt8(ascii: "G"), UInt8(ascii: "g"): return .number
        default: if "dmyhs".utf8.contains(character | 0x20) { return .date }
        }
      }
    }
    return kind
  }
}

extension [UInt8] {
  /// Reads the bytes as XML.
  func withXML<Result>(
    _ body: (inout XMLReader) throws(XMLReader.Malformed) -> Result
  ) throws(XMLReader.Malformed) -> Result {
    try withUnsafeBufferPointer { buffer throws(XMLReader.Malformed) in
      var reader = XMLReader(buffer)
      return try body(&reader)
    }
  }
}
