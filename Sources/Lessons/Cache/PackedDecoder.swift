/// Decodes a `Codable` value from a packed one.
struct PackedDecoder: Decoder {
  /// The tree does not hold the value that was asked for.
  struct Mismatch: Error {}

  let value: PackedValue
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  static func decode<Value: Decodable>(_ type: Value.Type, from value: PackedValue) throws -> Value
  {
    if let plain = plain(type, value) as? Value { return plain }
    return try Value(from: PackedDecoder(value: value))
  }

  private static func plain(_ type: Any.Type, _ value: PackedValue) -> Any? {
    switch value {
    case .boolean(let value): value
    case .integer(let value): Int(exactly: value)
    case .unsigned(let value): type == UInt8.self ? UInt8(exactly: value) : value
    case .double(let value): value
    case .float(let value): value
    case .text(let text): text
    case .bytes(let values): values
    case .integers(let values): values
    case .doubles(let values): values
    case .floats(let values): values
    case .null, .list, .record: nil
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .record = value else { throw Mismatch() }
    return KeyedDecodingContainer(Keyed<Key>(value: value))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch value {
    case .list(let values): return Unkeyed(values: values)
    // A run of numbers that is asked for one by one.
    case .doubles(let values): return Unkeyed(values: values.map { .double($0) })
    case .floats(let values): return Unkeyed(values: values.map { .float($0) })
    case .integers(let values): return Unkeyed(values: values.map { .integer(Int64($0)) })
    case .bytes(let values): return Unkeyed(values: values.map { .unsigned(UInt64($0)) })
    default: throw Mismatch()
    }
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(value: value) }

  private struct Single: SingleValueDecodingContainer {
    let value: PackedValue
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { value == .null }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      guard let plain = PackedDecoder.plain(type, value) as? Value else { throw Mismatch() }
      return plain
    }
  }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let value: PackedValue
    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
      guard case .record(let members) = value else { return [] }
      return members.compactMap { Key(stringValue: $0.name) }
    }

    func contains(_ key: Key) -> Bool { value[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try member(key) == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try PackedDecoder.decode(type, from: member(key))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      try PackedDecoder(value: member(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try PackedDecoder(value: member(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
      guard let inner = value["super"] else { throw Mismatch() }
      return PackedDecoder(value: inner)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
      PackedDecoder(value: try member(key))
    }

    private func member(_ key: Key) throws -> PackedValue {
      guard let member = value[key.stringValue] else { throw Mismatch() }
      return member
    }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let values: [PackedValue]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }

    init(values: [PackedValue]) {
      self.values = values
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex == values.count }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd, values[currentIndex] == .null else { return false }
      currentIndex += 1
      return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
      try PackedDecoder.decode(type, from: next())
    }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      try PackedDecoder(value: next()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try PackedDecoder(value: next()).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { PackedDecoder(value: try next()) }

    private mutating func next() throws -> PackedValue {
      guard !isAtEnd else { throw Mismatch() }
      currentIndex += 1
      return values[currentIndex - 1]
    }
  }
}
