import Diagnostics
import Lessons
import Phrases

/// The values of all placeholders and facts of a notebook's prose, in one language.
public struct LessonValues: Sendable {
  package let names: LessonNames
  let results: [String: LessonResult]
  package let language: Language
  let phrases: PhraseCatalogue
  package let numbers: NumberStyle

  /// `results` by lesson id; lessons without a model have none.
  public init(
    notebook: Notebook, results: [String: LessonResult], language: Language,
    phrases: PhraseCatalogue
  ) {
    names = LessonNames(notebook)
    self.results = results
    self.language = language
    self.phrases = phrases
    numbers = phrases.numbers(notebook.region)
  }

  /// The text of a placeholder; a dash if the training gave no value.
  package func text(_ name: String, format: ValueFormat?, in lesson: String) -> String {
    value(name, in: lesson)?.text(format, numbers) ?? "–"
  }

  /// Precondition: the name passed `ProseTemplate.check`.
  package func value(_ name: String, in lesson: String) -> ProseValue? {
    guard let (owner, inner) = names.resolve(name, in: lesson), let outline = names.outline(owner)
    else { preconditionFailure("no value \(name) in lesson \(lesson)") }
    switch inner {
    case "lesson.title": return .text(outline.lesson.title[language])
    case "lesson.id": return .text(outline.lesson.id)
    case "notebook.title": return .text(names.notebook.title[language])
    case "seed": return .text(String(results[owner]?.seed ?? names.notebook.seed))
    default: break
    }
    guard let (rule, arguments) = LessonNames.value(inner, outline) else {
      preconditionFailure("no value \(name) in lesson \(lesson)")
    }
    guard let study = study(owner), let value = rule.work(study, arguments) else { return nil }
    if let number = value.number, !number.isFinite { return nil }
    return value
  }

  package func isTrue(_ name: String, in lesson: String) -> Bool {
    guard let (owner, inner) = names.resolve(name, in: lesson), let outline = names.outline(owner),
      let (rule, arguments) = LessonNames.fact(String(inner.dropFirst(6)), outline)
    else { preconditionFailure("no fact \(name) in lesson \(lesson)") }
    return study(owner).flatMap { rule.work($0, arguments) } ?? false
  }

  /// A lesson with its result; nil without a result.
  package func study(_ lesson: String) -> LessonStudy? {
    guard let outline = names.outline(lesson), let result = results[lesson],
      outline.lesson.training != nil
    else { return nil }
    return LessonStudy(
      outline: outline.sized(by: result), result: result,
      sibling: outline.sibling.flatMap { results[$0] },
      language: language, phrases: phrases, numbers: numbers)
  }
}
