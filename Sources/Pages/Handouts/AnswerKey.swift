import Datasets
import Diagnostics
import Lessons
import Prose

/// The answers to a notebook's exercises, computed from its results, in one language.
struct AnswerKey {
  /// The answer to one blank.
  struct Entry {
    let blank: ExerciseBlank
    let points: Double
    /// The printed answer without its unit; empty if the lesson file gives none.
    let text: String
    /// The value of a numeric answer.
    let value: Double?
    /// The range that is accepted as correct; it includes the value.
    let accepted: ClosedRange<Double>?
    /// The range over other seeds.
    let seeds: Seeds?
    /// The index of the correct choice.
    let choice: Int?

    /// With how many decimals an answer is right wherever the value is rounded; nil where it has to
    /// be exact, or is a whole number.
    var decimals: Int? {
      guard let value, let accepted else { return nil }
      let room = min(value - accepted.lowerBound, accepted.upperBound - value)
      guard room > 0, room < 0.5 else { return nil }
      var (count, half) = (0, 0.5)
      while half > room, count < 9 { (count, half) = (count + 1, half / 10) }
      return count
    }
  }

  /// The smallest and the largest answer over other seeds.
  struct Seeds {
    let count: Int
    let range: ClosedRange<Double>
  }

  let values: LessonValues
  /// How many decimals pages and code show of the values that are asked for.
  var printed = PrintedDecimals()

  private var language: Language { values.language }
  var numbers: NumberStyle { values.numbers }

  /// One entry per blank, in order; the points of a table are divided among its cells.
  func entries(_ exercise: Exercise, lesson: String) -> [Entry] {
    let blanks = exercise.blanks
    return blanks.map {
      entry($0, points: exercise.points / Double(max(blanks.count, 1)), lesson: lesson)
    }
  }

  /// A text of the lesson file with its placeholders replaced.
  func text(_ text: LocalizedText, lesson: String) -> String {
    template(text).map { ProseRenderer(values: values).text($0, lesson: lesson) } ?? ""
  }

  private func template(_ text: LocalizedText) -> ProseTemplate? {
    // Was checked when the hand-out was planned.
    try? ProseTemplate.parse(text[language], path: "")
  }

  private func entry(_ blank: ExerciseBlank, points: Double, lesson: String) -> Entry {
    guard let answer = blank.answer else {
      return Entry(
        blank: blank, points: points, text: "", value: nil, accepted: nil, seeds: nil, choice: nil)
    }
    let shown = text(answer, lesson: lesson)
    switch blank.kind {
    case .text:
      return Entry(
        blank: blank, points: points, text: shown, value: nil, accepted: nil, seeds: nil,
        choice: nil)
    case .choice:
      let choice = blank.choices.indices.first {
        Exercise.letter($0) == shown || text(blank.choices[$0], lesson: lesson) == shown
      }
      return Entry(
        blank: blank, points: points,
        text: choice.map { "\(Exercise.letter($0))) \(text(blank.choices[$0], lesson: lesson))" }
          ?? shown, value: nil, accepted: nil, seeds: nil, choice: choice)
    case .number:
      let tag = tag(of: answer)
      let value = number(tag, shown: shown, lesson: lesson)
      let seeds = blank.tolerance == .seeds ? tag.flatMap { self.seeds($0.name, in: lesson) } : nil
      return Entry(
        blank: blank, points: points,
        text: seeds.flatMap { range in value.map { numbers.between($0, range.range) } } ?? shown,
        value: value,
        accepted: value.map {
          Self.widened(
            accepted($0, isClass(tag, lesson) ? .absolute(0) : blank.tolerance, seeds), about: $0,
            by: printed.room(of: tag, in: lesson, values))
        }, seeds: seeds, choice: nil)
    }
  }

  /// Between two classes there is nothing that could be nearly right.
  private func isClass(_ tag: ValueTag?, _ lesson: String) -> Bool {
    if case .category = tag.flatMap({ values.value($0.name, in: lesson) }) { true } else { false }
  }

  /// With what is shown as the value, rounded, and a little for the binary digits.
  private static func widened(
    _ range: ClosedRange<Double>, about value: Double, by room: Double
  ) -> ClosedRange<Double> {
    guard room > 0, value.isFinite else { return range }
    let reach = room * (1 + 1e-6)
    return min(range.lowerBound, value - reach)...max(range.upperBound, value + reach)
  }

  /// The placeholder, if it is the whole answer.
  private func tag(of answer: LocalizedText) -> ValueTag? {
    guard let nodes = template(answer)?.nodes, nodes.count == 1, case .value(let tag) = nodes[0]
    else { return nil }
    return tag
  }

  /// The number that students write; for a percentage, of 100.
  private func number(_ tag: ValueTag?, shown: String, lesson: String) -> Double? {
    guard let tag else {
      let isComma = language == .es && values.names.notebook.region == .es
      return WrittenNumber(shown, decimalComma: isComma)?.readings.first?.value
    }
    guard let number = values.value(tag.name, in: lesson)?.number else { return nil }
    if case .percent = tag.format { return 100 * number }
    return number
  }

  /// Relative tolerance for writing a number with three or four digits.
  private static let rounding = 0.001
  /// Relative tolerance if the answer depends on the seed but other seeds were not trained.
  private static let withoutSeeds = 0.02

  private func accepted(
    _ value: Double, _ tolerance: Exercise.Tolerance?, _ seeds: Seeds?
  ) -> ClosedRange<Double> {
    switch tolerance {
    case .absolute(let size): return value - size...value + size
    case .relative(let part): return value - part * abs(value)...value + part * abs(value)
    case .seeds where seeds == nil: return self.accepted(value, .relative(Self.withoutSeeds), nil)
    case .seeds, nil:
      let range =
        seeds.map { min($0.range.lowerBound, value)...max($0.range.upperBound, value) }
        ?? value...value
      let margin = max(
        Self.rounding * max(abs(range.lowerBound), abs(range.upperBound)),
        0.02 * (range.upperBound - range.lowerBound))
      return range.lowerBound - margin...range.upperBound + margin
    }
  }
}

extension NumberStyle {
  /// A number with one digit more than distinguish the ends of `range`.
  func between(_ value: Double, _ range: ClosedRange<Double>) -> String {
    let width = range.upperBound - range.lowerBound
    guard width > 0, width.isFinite else { return significant(value, digits: 5) }
    var decimals = 1
    var step = 0.1
    while step > width / 10, decimals < 6 {
      decimals += 1
      step /= 10
    }
    return string(value, decimals: decimals)
  }
}
