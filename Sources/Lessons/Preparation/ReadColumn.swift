import Datasets
import Diagnostics

/// The values of one column of a lesson, over the rows of the table and of a test table behind them.
struct ReadColumn {
  enum Content {
    /// NaN without a value.
    case numbers([Double])
    /// nil without a value.
    case words([String?])
  }

  var name: String
  var header: String
  var index: Int
  var content: Content
  var policy: GapPolicy
  var codes: [String]
  var limits: LimitPolicy?
  var encodings: [TablePlan.Encoding]
  /// Cells that held a code.
  var codeCount = 0

  func isGap(_ row: Int) -> Bool {
    switch content {
    case .numbers(let numbers): numbers[row].isNaN
    case .words(let words): words[row] == nil
    }
  }

  /// What a row gives for an encoding; NaN in a gap that is to be filled.
  func value(_ row: Int, _ encoding: TablePlan.Encoding) -> Double {
    switch (encoding, content) {
    case (.indicator, _): return isGap(row) ? 1 : 0
    case (.category(let word), .words(let words)):
      return words[row].map { $0 == word ? 1 : 0 } ?? .nan
    case (.rare(let list), .words(let words)):
      return words[row].map { list.contains($0) ? 1 : 0 } ?? .nan
    case (.ordinal(let list), .words(let words)):
      return words[row].flatMap { list.firstIndex(of: $0) }.map(Double.init) ?? .nan
    case (_, .numbers(let numbers)): return numbers[row]
    case (_, .words): preconditionFailure("\(encoding) of words")
    }
  }
}

/// A text as categories and classes are told apart: numbers by their value.
func canonical(_ text: String) -> String {
  Decimal.number(text).map(Decimal.text) ?? text
}

/// The different texts: numbers by size, then words by the code points of their NFC form.
func orderedValues(_ texts: [String?]) -> [String] {
  Set(texts.compactMap { $0.map(canonical) }).sorted { left, right in
    switch (Decimal.number(left), Decimal.number(right)) {
    case (let a?, let b?): a < b
    case (.some, nil): true
    case (nil, .some): false
    case (nil, nil): left < right
    }
  }
}
