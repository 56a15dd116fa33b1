import Lessons

/// A placeholder of prose: name, requirements, and how its value is computed.
///
/// Example: `ValueRule("epochs", [.training]) { study, _ in .count(study.epochCount) }` gives
/// `{{epochs}}`.
package struct ValueRule: Sendable {
  typealias Work = @Sendable (LessonStudy, NameArguments) -> ProseValue?

  package let pattern: NamePattern
  let needs: Set<LessonOutline.Need>
  /// nil if the result lacks it; the page then shows a dash.
  let work: Work

  init(_ name: String, _ needs: Set<LessonOutline.Need>, _ work: @escaping Work) {
    pattern = NamePattern(name)
    self.needs = needs
    self.work = work
  }

  /// All placeholders, in the order of `docs/prose.md`.
  static let all: [ValueRule] =
    training + history + weights + lines + untrained + tables + seeds + images

  /// Shorthand for the result of a rule.
  static func number(_ value: Double?) -> ProseValue? { value.map(ProseValue.number) }
  static func count(_ value: Int?) -> ProseValue? { value.map(ProseValue.count) }
  static func single(_ value: Float?) -> ProseValue? { value.map(ProseValue.single) }
  static func root(_ value: Double?) -> ProseValue? { value.map { .number($0.squareRoot()) } }
}
