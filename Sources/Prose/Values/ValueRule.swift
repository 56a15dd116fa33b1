import Lessons

/// A placeholder of prose: its name, what it needs of a lesson, and how it is worked out.
package struct ValueRule: Sendable {
  typealias Work = @Sendable (LessonStudy, NameArguments) -> ProseValue?

  package let pattern: NamePattern
  let needs: Set<LessonOutline.Need>
  /// Nil where the result does not hold it: the page shows a dash.
  let work: Work

  init(_ name: String, _ needs: Set<LessonOutline.Need>, _ work: @escaping Work) {
    pattern = NamePattern(name)
    self.needs = needs
    self.work = work
  }

  /// All of them, in the order of `docs/prose.md`.
  static let all: [ValueRule] =
    training + history + weights + lines + untrained + tables + seeds + images

  /// Shorthands for what a closure gives.
  static func number(_ value: Double?) -> ProseValue? { value.map(ProseValue.number) }
  static func count(_ value: Int?) -> ProseValue? { value.map(ProseValue.count) }
  static func single(_ value: Float?) -> ProseValue? { value.map(ProseValue.single) }
  static func root(_ value: Double?) -> ProseValue? { value.map { .number($0.squareRoot()) } }
}
