/// A JSON value; objects keep the order of their keys.
public enum JSONValue: Equatable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case unsigned(UInt64)
  /// Finite, written with the fewest digits that read back as the same Double.
  case double(Double)
  /// Finite, written with the fewest digits that read back as the same Float.
  case float(Float)
  case string(String)
  case array([JSONValue])
  case object([Member])

  public struct Member: Equatable, Sendable {
    public var name: String
    public var value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A number; null if it is not finite, which JSON cannot express.
  public static func number(_ value: Double) -> JSONValue {
    value.isFinite ? .double(value) : .null
  }

  /// A number; null if it is not finite, which JSON cannot express.
  public static func number(_ value: Float) -> JSONValue {
    value.isFinite ? .float(value) : .null
  }

  /// An object with the members of `pairs` in order, without those that are nil.
  public static func object(_ pairs: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(pairs.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// The member `name` of an object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  public var members: [Member] {
    guard case .object(let members) = self else { return [] }
    return members
  }

  public var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The numeric value, however it is written.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .double(let value): value
    case .float(let value): Double(value)
    default: nil
    }
  }

  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
