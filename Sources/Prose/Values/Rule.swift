import Lessons

/// A name that prose can use: its pattern, what it requires of a lesson, and how its result follows
/// from a trained lesson.
///
/// `ValueRule("epochs", [.training]) { study, _ in .count(study.epochCount) }` gives `{{epochs}}`;
/// `FactRule("converged", [.training]) { study, _ in study.hasConverged }` decides
/// `{{#facts.converged}}...{{/facts.converged}}`. A new one is a line in `ValueRules` or `FactRules`
/// and one in `docs/prose.md`.
package struct Rule<Result>: Sendable {
  package typealias Match = (rule: Rule, arguments: NameArguments)
  typealias Work = @Sendable (LessonStudy, NameArguments) -> Result?

  package let pattern: NamePattern
  let needs: Set<LessonOutline.Need>
  /// nil if the result of the training lacks what the rule needs: a value is then shown as a dash,
  /// and a fact is false.
  let work: Work

  init(_ name: String, _ needs: Set<LessonOutline.Need>, _ work: @escaping Work) {
    pattern = NamePattern(name)
    self.needs = needs
    self.work = work
  }

  /// The first of `rules` that `name` matches in the lesson.
  static func first(_ rules: [Rule], matching name: String, in outline: LessonOutline) -> Match? {
    for rule in rules where rule.needs.isSubset(of: outline.needs) {
      if let arguments = rule.pattern.match(name, in: outline) { return (rule, arguments) }
    }
    return nil
  }

  /// The names that `rules` offer in the lesson, with the epochs or numbers of `wrong`.
  static func examples(
    _ rules: [Rule], in outline: LessonOutline, like wrong: String
  ) -> [String] {
    rules.filter { $0.needs.isSubset(of: outline.needs) }
      .flatMap { $0.pattern.examples(in: outline, like: wrong) }
  }
}

/// A placeholder of prose.
package typealias ValueRule = Rule<ProseValue>
/// A claim about a lesson that prose can depend on.
package typealias FactRule = Rule<Bool>

/// All placeholders.
enum ValueRules {
  /// In the order of `docs/prose.md`.
  static let all: [ValueRule] =
    training + history + weights + lines + untrained + tables + seeds + images

  /// Shorthand for the result of a rule.
  static func number(_ value: Double?) -> ProseValue? { value.map(ProseValue.number) }
  static func count(_ value: Int?) -> ProseValue? { value.map(ProseValue.count) }
  static func single(_ value: Float?) -> ProseValue? { value.map(ProseValue.single) }
  static func root(_ value: Double?) -> ProseValue? { value.map { .number($0.squareRoot()) } }
}
