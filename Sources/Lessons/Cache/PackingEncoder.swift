/// Encodes a `Codable` value as a packed one; numbers keep their bits.
enum PackingEncoder {
  static func encode<Value: Encodable>(_ value: Value) throws -> PackedValue {
    try box(value).value
  }

  /// A value under construction.
  fileprivate final class Box {
    enum Content {
      case value(PackedValue)
      case list([Box])
      case record([(name: String, box: Box)])
    }

    var content: Content

    init(_ content: Content = .value(.null)) {
      self.content = content
    }

    var value: PackedValue {
      switch content {
      case .value(let value): value
      case .list(let boxes): .list(boxes.map(\.value))
      case .record(let members):
        .record(members.map { PackedValue.Member(name: $0.name, value: $0.box.value) })
      }
    }

    func add(_ name: String, _ box: Box) {
      guard case .record(var members) = content else { return content = .record([(name, box)]) }
      content = .value(.null)
      members.append((name, box))
      content = .record(members)
    }

    func add(_ box: Box) {
      guard case .list(var boxes) = content else { return content = .list([box]) }
      content = .value(.null)
      boxes.append(box)
      content = .list(boxes)
    }
  }

  fileprivate static func box<Value: Encodable>(_ value: Value) throws -> Box {
    if let packed = plain(value) { return Box(.value(packed)) }
    let box = Box()
    try value.encode(to: Target(box: box))
    return box
  }

  /// Plain values, and runs of numbers in one piece. Types are compared, not cast to: an empty array
  /// can be cast to one of any element.
  private static func plain<Value>(_ value: Value) -> PackedValue? {
    switch Value.self {
    case is Bool.Type: .boolean(value as! Bool)
    case is Int.Type: .integer(Int64(value as! Int))
    case is UInt64.Type: .unsigned(value as! UInt64)
    case is UInt8.Type: .unsigned(UInt64(value as! UInt8))
    case is Double.Type: .double(value as! Double)
    case is Float.Type: .float(value as! Float)
    case is String.Type: .text(value as! String)
    case is [UInt8].Type: .bytes(value as! [UInt8])
    case is [Int].Type: .integers(value as! [Int])
    case is [Double].Type: .doubles(value as! [Double])
    case is [Float].Type: .floats(value as! [Float])
    default: nil
    }
  }

  private struct Target: Encoder, SingleValueEncodingContainer {
    let box: Box
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
      box.content = .record([])
      return KeyedEncodingContainer(Keyed<Key>(box: box))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
      box.content = .list([])
      return Unkeyed(box: box)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func encodeNil() throws { box.content = .value(.null) }

    func encode<Value: Encodable>(_ value: Value) throws {
      box.content = try PackingEncoder.box(value).content
    }
  }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let box: Box
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws { box.add(key.stringValue, Box()) }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
      box.add(key.stringValue, try PackingEncoder.box(value))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      Target(box: nested(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      Target(box: nested(key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { Target(box: nested("super")) }

    func superEncoder(forKey key: Key) -> any Encoder { Target(box: nested(key)) }

    private func nested(_ key: Key) -> Box { nested(key.stringValue) }

    private func nested(_ name: String) -> Box {
      let inner = Box()
      box.add(name, inner)
      return inner
    }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let box: Box
    var codingPath: [any CodingKey] { [] }

    var count: Int {
      guard case .list(let boxes) = box.content else { return 0 }
      return boxes.count
    }

    func encodeNil() throws { box.add(Box()) }

    func encode<Value: Encodable>(_ value: Value) throws {
      box.add(try PackingEncoder.box(value))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
      Target(box: nested()).container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      Target(box: nested()).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { Target(box: nested()) }

    private func nested() -> Box {
      let inner = Box()
      box.add(inner)
      return inner
    }
  }
}
