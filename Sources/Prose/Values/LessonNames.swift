import Diagnostics
import Lessons

/// Decides which placeholders and facts exist in the lessons of a notebook, before training.
package struct LessonNames: Sendable {
  package let notebook: Notebook
  private let outlines: [LessonOutline]

  package init(_ notebook: Notebook) {
    self.notebook = notebook
    outlines = notebook.lessons.map { LessonOutline($0, in: notebook) }
  }

  /// Names in every lesson, with or without a model.
  private static let always = ["lesson.title", "lesson.id", "notebook.title", "seed"]

  package func outline(_ lesson: String) -> LessonOutline? {
    outlines.first { $0.lesson.id.utf8.elementsEqual(lesson.utf8) }
  }

  /// The lesson that a name refers to and the remaining name: `of.celsius.predict.100` is celsius'
  /// `predict.100`.
  package func resolve(_ name: String, in lesson: String) -> (lesson: String, name: String)? {
    guard name.hasPrefix("of.") else { return (lesson, name) }
    let rest = name.dropFirst(3)
    // Tries the longest identifier first, since one may be a prefix of another.
    let owner = outlines.map(\.lesson.id).filter { rest.hasPrefix("\($0).") }
      .max { $0.utf8.count < $1.utf8.count }
    return owner.map { ($0, String(rest.dropFirst($0.count + 1))) }
  }

  package func isValue(_ name: String, in lesson: String) -> Bool {
    guard let (owner, inner) = resolve(name, in: lesson), let outline = outline(owner) else {
      return false
    }
    return Self.always.contains(inner) || Self.value(inner, outline) != nil
  }

  package func isFact(_ name: String, in lesson: String) -> Bool {
    guard let (owner, inner) = resolve(name, in: lesson), let outline = outline(owner),
      inner.hasPrefix("facts.")
    else { return false }
    return Self.fact(String(inner.dropFirst(6)), outline) != nil
  }

  /// Whether a value or fact would mean something if the lesson's target were not a class.
  package func isForNumbersOnly(_ name: String, in lesson: String) -> Bool {
    guard let (owner, inner) = resolve(name, in: lesson), let outline = outline(owner),
      outline.needs.contains(.classes)
    else { return false }
    let needs = outline.needs.union([.regression, .squaredLoss])
    func isMeant(_ pattern: NamePattern, _ asked: Set<LessonOutline.Need>, _ name: String) -> Bool {
      !asked.isDisjoint(with: [.regression, .squaredLoss]) && asked.isSubset(of: needs)
        && pattern.match(name, in: outline) != nil
    }
    return inner.hasPrefix("facts.")
      ? FactRules.all.contains { isMeant($0.pattern, $0.needs, String(inner.dropFirst(6))) }
      : ValueRules.all.contains { isMeant($0.pattern, $0.needs, inner) }
  }

  package static func value(_ name: String, _ outline: LessonOutline) -> ValueRule.Match? {
    ValueRule.first(ValueRules.all, matching: name, in: outline)
  }

  package static func fact(_ name: String, _ outline: LessonOutline) -> FactRule.Match? {
    FactRule.first(FactRules.all, matching: name, in: outline)
  }

  /// The most similar existing name.
  package func suggestion(for name: String, isFact: Bool, in lesson: String) -> String? {
    if name.hasPrefix("of."), resolve(name, in: lesson) == nil {
      let id = String(name.dropFirst(3).prefix { $0 != "." })
      return nearest(to: id, among: outlines.map(\.lesson.id)).map {
        "of.\($0)\(name.dropFirst(3 + id.count))"
      }
    }
    guard let (owner, inner) = resolve(name, in: lesson), let outline = outline(owner) else {
      return nil
    }
    let prefix = String(name.dropLast(inner.count))
    guard isFact else {
      return nearest(to: inner, among: values(outline, inner)).map { prefix + $0 }
    }
    let fact = inner.hasPrefix("facts.") ? inner : "facts.\(inner)"
    let candidates = facts(outline, inner)
    return (candidates.contains(fact) ? fact : nearest(to: fact, among: candidates))
      .map { prefix + $0 }
  }

  private func values(_ outline: LessonOutline, _ wrong: String) -> [String] {
    Self.always + ValueRule.examples(ValueRules.all, in: outline, like: wrong)
  }

  private func facts(_ outline: LessonOutline, _ wrong: String) -> [String] {
    FactRule.examples(FactRules.all, in: outline, like: wrong).map { "facts.\($0)" }
  }
}
