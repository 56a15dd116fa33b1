import Diagnostics

/// The number format of a tag, as in `{{fixed2(loss.last)}}`.
package enum ValueFormat: Hashable, Sendable {
  /// A fixed number of decimals, in the page's language.
  case fixed(Int)
  /// Like `fixed`, with a plus sign unless negative.
  case signed(Int)
  /// A fraction as a percentage with a number of decimals.
  case percent(Int)
  /// As Keras prints it: shortest Float32 digits with a decimal point, in every language.
  case float32
  /// An integer without group separators, for code.
  case plain

  static let names =
    (0...6).map { "fixed\($0)" } + (0...3).map { "signed\($0)" } + (0...2).map { "percent\($0)" }
    + ["float32", "plain"]

  init?(name: String) {
    guard Self.names.contains(name) else { return nil }
    switch name {
    case "float32": self = .float32
    case "plain": self = .plain
    default:
      let decimals = Int(name.suffix(1)) ?? 0
      self =
        name.hasPrefix("fixed")
        ? .fixed(decimals) : name.hasPrefix("signed") ? .signed(decimals) : .percent(decimals)
    }
  }
}

/// The value of a placeholder.
package enum ProseValue: Equatable, Sendable {
  case number(Double)
  /// A weight or a prediction, written with its shortest Float32 digits.
  case single(Float)
  /// An integer, written with group separators.
  case count(Int)
  /// A predicted class and the probability that the network gives it.
  case category(Int, probability: Double)
  case text(String)

  package var number: Double? {
    switch self {
    case .number(let value): value
    // The digits that a Float32 is printed with, not its exact value.
    case .single(let value): Double(value.description)
    case .count(let value): Double(value)
    case .category(let value, _): Double(value)
    case .text: nil
    }
  }

  /// The value as text; by default four significant digits, and counts in full.
  func text(_ format: ValueFormat?, _ numbers: NumberStyle) -> String {
    if case .category(let value, let probability) = self {
      return "\(value) (\(numbers.share(probability, decimals: 1)))"
    }
    guard let number else {
      if case .text(let text) = self { return text }
      return ""
    }
    switch format {
    case nil:
      if case .count(let count) = self { return numbers.string(count) }
      return numbers.significant(number)
    case .fixed(let decimals):
      return numbers.string(number, decimals: decimals)
    case .signed(let decimals):
      let text = numbers.string(number, decimals: decimals)
      return text.hasPrefix(NumberStyle.minus) ? text : "+" + text
    case .percent(let decimals):
      return numbers.percent(number, decimals: decimals)
    case .float32:
      return NumPyText.scalar(Float(number))
    case .plain:
      return number == number.rounded() && number.magnitude < 1e15
        ? String(Int(number)) : number.description
    }
  }
}
