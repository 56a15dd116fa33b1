/// A layer or an optimizer: something that a lesson file names as Keras does and gives options to.
///
/// Everything outside of the engine that knows an option - decoder, reference, JSON schema, Keras
/// code - derives it from `settings`.
public protocol Configurable: Sendable {
  /// The class name in Keras, e.g. `Conv2D`.
  static var className: String { get }
  /// One sentence for the reference.
  static var summary: String { get }
  /// Where reading options starts: Keras's defaults, and any value for a required option.
  static var prototype: Self { get }
  /// One for each stored property, in the order of Keras's arguments.
  static var settings: [Setting<Self>] { get }
}

/// One option of a layer or an optimizer under its name in Keras.
public struct Option: Hashable, Sendable {
  public enum Default: Hashable, Sendable {
    case required
    case value(OptionValue)
    /// The value of another option, by its name.
    case sameAs(String)
  }

  /// How the option appears in Keras code.
  public enum Argument: Sendable {
    case byPosition, byName
    /// By its name, unless it has its default value.
    case ifChanged
  }

  public let name: String
  public let type: OptionType
  public let standard: Default
  public let argument: Argument
  /// One sentence for the reference.
  public let meaning: String
}

/// What an option may be.
public enum OptionType: Hashable, Sendable {
  case integer(ClosedRange<Int>)
  /// From 0, below 1, also once it is rounded to Float32.
  case fraction
  /// Above 0.
  case positive
  case boolean
  /// Height and width, each in this range.
  case size(ClosedRange<Int>)
  case activation
  case padding
}

/// The value of an option. Keras keeps some numbers in Double and some in Float32.
public enum OptionValue: Hashable, Sendable {
  case integer(Int)
  case float(Float)
  case double(Double)
  case boolean(Bool)
  case size(Size2D)
  case activation(Activation)
  case padding(Padding)
}

/// An option together with the property that holds it.
///
///     Setting("units", \Dense.units, .integer(1...65_536), "Neurons.", .required)
public struct Setting<Owner: Configurable>: Sendable {
  public let option: Option
  public let value: @Sendable (Owner) -> OptionValue
  /// Precondition: a value of the property's own type.
  public let set: @Sendable (inout Owner, OptionValue) -> Void

  /// What happens if a lesson file does not give the option.
  enum Absence {
    case required, optional
    case sameAs(String)
  }

  init<Value: OptionConvertible>(
    _ name: String, _ path: WritableKeyPath<Owner, Value> & Sendable, _ type: OptionType,
    _ meaning: String, _ absence: Absence = .optional, argument: Option.Argument = .ifChanged
  ) {
    let standard: Option.Default =
      switch absence {
      case .required: .required
      case .optional: .value(Owner.prototype[keyPath: path].optionValue)
      case .sameAs(let other): .sameAs(other)
      }
    option = Option(
      name: name, type: type, standard: standard, argument: argument, meaning: meaning)
    value = { $0[keyPath: path].optionValue }
    set = { owner, value in
      guard let value = Value.from(value) else {
        preconditionFailure("\(value) for \(Owner.className)'s option \(name)")
      }
      owner[keyPath: path] = value
    }
  }
}

extension Configurable {
  public static var options: [Option] { settings.map(\.option) }

  /// Each option with its value, and whether that is what it is without being given.
  public var configuration: [(option: Option, value: OptionValue, isDefault: Bool)] {
    Self.settings.map { setting in
      let value = setting.value(self)
      let standard: OptionValue? =
        switch setting.option.standard {
        case .required: nil
        case .value(let standard): standard
        case .sameAs(let other):
          Self.settings.first { $0.option.name == other }?.value(self)
        }
      return (setting.option, value, value == standard)
    }
  }
}

/// A type that options have.
protocol OptionConvertible: Sendable {
  var optionValue: OptionValue { get }
  /// The value as this type, or nil for a value of another type.
  static func from(_ value: OptionValue) -> Self?
}

extension OptionConvertible {
  static func from(_ value: OptionValue) -> Self? {
    switch value {
    case .integer(let value): value as? Self
    case .float(let value): value as? Self
    case .double(let value): value as? Self
    case .boolean(let value): value as? Self
    case .size(let value): value as? Self
    case .activation(let value): value as? Self
    case .padding(let value): value as? Self
    }
  }
}

extension Int: OptionConvertible { var optionValue: OptionValue { .integer(self) } }
extension Double: OptionConvertible { var optionValue: OptionValue { .double(self) } }
extension Bool: OptionConvertible { var optionValue: OptionValue { .boolean(self) } }
extension Size2D: OptionConvertible { var optionValue: OptionValue { .size(self) } }
extension Activation: OptionConvertible { var optionValue: OptionValue { .activation(self) } }
extension Padding: OptionConvertible { var optionValue: OptionValue { .padding(self) } }

extension Float: OptionConvertible {
  var optionValue: OptionValue { .float(self) }

  /// A lesson file's numbers are read as Double.
  static func from(_ value: OptionValue) -> Float? {
    if case .double(let number) = value { Float(number) } else { nil }
  }
}
