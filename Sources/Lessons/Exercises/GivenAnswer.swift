import Datasets

/// What a student answered, read as the blank's kind asks.
public struct GivenAnswer: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    /// What the digits can mean, the more likely first: `1,234` has two readings; `90 %` also means
    /// 0.9.
    case number(readings: [WrittenNumber.Reading], unit: String)
    case text(String)
    /// The place among the blank's choices, from 0.
    case choice(Int)
  }

  /// The blank's id.
  public let id: String
  /// As it was written, without blanks at either end.
  public let text: String
  /// The physical line it stands on.
  public let line: Int
  public let value: Value

  /// The reading of a number that is nearest to `expected`, the more likely of two equally near;
  /// nil for other answers.
  public func reading(near expected: Double) -> WrittenNumber.Reading? {
    guard case .number(let readings, _) = value else { return nil }
    return readings.min { abs($0.value - expected) < abs($1.value - expected) }
  }

  /// The value of `reading(near:)`.
  public func number(near expected: Double) -> Double? { reading(near: expected)?.value }
}

extension GivenAnswer.Value {
  /// nil where `text` is no answer to a blank of that kind.
  init?(_ text: String, for blank: ExerciseBlank, region: Region) {
    switch blank.kind {
    case .number:
      guard let number = WrittenNumber(text, decimalComma: region == .es) else { return nil }
      let isShare = number.rest.hasPrefix("%") && blank.unit?.texts.contains("%") != true
      let shares =
        isShare
        ? number.readings.map {
          WrittenNumber.Reading(value: $0.value / 100, decimals: $0.decimals + 2)
        } : []
      self = .number(readings: number.readings + shares, unit: number.rest)
    case .text:
      self = .text(text)
    case .choice:
      guard let index = Self.choice(text, among: blank.choices) else { return nil }
      self = .choice(index)
    }
  }

  /// By the words of a choice in any language, else by its letter: `b`, `B)`, `(b)`, `b) the bias`.
  private static func choice(_ text: String, among choices: [LocalizedText]) -> Int? {
    let wanted = Table.foldedName(text)
    let named = choices.firstIndex { choice in
      choice.texts.contains { Table.foldedName($0) == wanted }
    }
    if let named { return named }
    let opening = text.drop { $0 == "(" }
    guard let letter = opening.first?.lowercased().utf8.first,
      let next = Optional(opening.dropFirst().first), next == nil || ").:- ".contains(next!)
    else { return nil }
    let index = Int(letter) - Int(UInt8(ascii: "a"))
    guard choices.indices.contains(index) else { return nil }
    // `a veces` starts with a letter and is none.
    return next == " " && !opening.dropFirst().allSatisfy(\.isWhitespace) ? nil : index
  }
}
