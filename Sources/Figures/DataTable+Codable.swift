/// The cache stores cells as runs of numbers and texts, so that long tables decode quickly.
extension DataTable: Codable {
  private enum CodingKeys: CodingKey {
    case names, labels, kinds, numbers, singles, integers, texts
  }

  private enum Kind: UInt8 {
    case number, single, integer, text, term, empty
  }

  private struct Malformed: Error {}

  public func encode(to encoder: any Encoder) throws {
    var kinds: [UInt8] = []
    var numbers: [Double] = []
    var singles: [Float] = []
    var integers: [Int] = []
    var texts: [String] = []
    for cell in rows.joined() {
      let kind: Kind
      switch cell {
      case .number(let value):
        kind = .number
        numbers.append(value)
      case .single(let value):
        kind = .single
        singles.append(value)
      case .integer(let value):
        kind = .integer
        integers.append(value)
      case .text(let text):
        kind = .text
        texts.append(text)
      case .term(let word, let label):
        kind = .term
        texts += [word, label]
      case .empty: kind = .empty
      }
      kinds.append(kind.rawValue)
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(columns.map(\.name), forKey: .names)
    try container.encode(columns.map(\.label), forKey: .labels)
    try container.encode(kinds, forKey: .kinds)
    try container.encode(numbers, forKey: .numbers)
    try container.encode(singles, forKey: .singles)
    try container.encode(integers, forKey: .integers)
    try container.encode(texts, forKey: .texts)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let names = try container.decode([String].self, forKey: .names)
    let labels = try container.decode([String].self, forKey: .labels)
    let kinds = try container.decode([UInt8].self, forKey: .kinds)
    var numbers = try container.decode([Double].self, forKey: .numbers)[...]
    var singles = try container.decode([Float].self, forKey: .singles)[...]
    var integers = try container.decode([Int].self, forKey: .integers)[...]
    var texts = try container.decode([String].self, forKey: .texts)[...]
    func next<Value>(_ values: inout ArraySlice<Value>) throws -> Value {
      guard let value = values.popFirst() else { throw Malformed() }
      return value
    }
    let width = names.count
    guard labels.count == width, width > 0 ? kinds.count % width == 0 : kinds.isEmpty else {
      throw Malformed()
    }
    var rows: [[Cell]] = []
    for start in stride(from: 0, to: kinds.count, by: max(1, width)) {
      rows.append(
        try kinds[start..<start + width].map { kind in
          switch Kind(rawValue: kind) {
          case .number: .number(try next(&numbers))
          case .single: .single(try next(&singles))
          case .integer: .integer(try next(&integers))
          case .text: .text(try next(&texts))
          case .term: .term(try next(&texts), label: try next(&texts))
          case .empty: .empty
          case nil: throw Malformed()
          }
        })
    }
    guard numbers.isEmpty, singles.isEmpty, integers.isEmpty, texts.isEmpty else {
      throw Malformed()
    }
    self.init(columns: zip(names, labels).map { Column($0, label: $1) }, rows: rows)
  }
}
