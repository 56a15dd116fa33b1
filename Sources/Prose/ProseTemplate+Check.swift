import Diagnostics
import Figures
import Lessons

extension ProseTemplate {
  /// The unknown names in the template, in file order: placeholders, facts, tables, code parts,
  /// figures.
  public func check(_ lesson: Lesson, in notebook: Notebook) -> [any UserError] {
    check(lesson, LessonNames(notebook))
  }

  package func check(_ lesson: Lesson, _ names: LessonNames) -> [any UserError] {
    var errors: [any UserError] = []
    visit(nodes) { node in
      switch node {
      case .text: break
      case .value(let tag):
        guard !names.isValue(tag.name, in: lesson.id) else { break }
        guard !names.isForNumbersOnly(tag.name, in: lesson.id) else {
          errors.append(ProseError.numbersOnly(tag.place, name: tag.name))
          break
        }
        let suggestion = names.suggestion(for: tag.name, isFact: false, in: lesson.id)
        errors.append(
          ProseError.unknownValue(tag.place, name: tag.name, suggestion: suggestion))
      case .section(let tag, _):
        guard !names.isFact(tag.name, in: lesson.id) else { break }
        guard !names.isForNumbersOnly(tag.name, in: lesson.id) else {
          errors.append(ProseError.numbersOnly(tag.place, name: tag.name))
          break
        }
        let suggestion = names.suggestion(for: tag.name, isFact: true, in: lesson.id)
        errors.append(ProseError.unknownFact(tag.place, name: tag.name, suggestion: suggestion))
      case .directive(let directive):
        errors += check(directive, lesson, names)
      }
    }
    return errors
  }

  private func check(
    _ directive: Directive, _ lesson: Lesson, _ names: LessonNames
  ) -> [any UserError] {
    let has = names.outline(lesson.id)?.needs ?? []
    switch directive.kind {
    case .figure(let name):
      var asking = lesson
      asking.figures = [
        FigureRequest(
          name: name, line: directive.place.line ?? 1, column: directive.place.column ?? 1)
      ]
      return FigureCatalogue.check(asking, in: names.notebook, path: path)
    case .table(let name):
      let known = TableName.allCases.filter { $0.needs.isSubset(of: has) }.map(\.rawValue)
      guard !known.contains(name) else { return [] }
      return [
        ProseError.unknownTable(
          directive.place, name: name, suggestion: nearest(to: name, among: known))
      ]
    case .summary:
      guard has.contains(.training) else {
        return [ProseError.unknownValue(directive.place, name: "summary", suggestion: nil)]
      }
      return []
    case .keras(let name):
      let known = KerasPart.allCases.filter { $0.needs.isSubset(of: has) }.map(\.rawValue)
      guard !known.contains(name) else { return [] }
      return [
        ProseError.unknownCode(
          directive.place, name: name, suggestion: nearest(to: name, among: known))
      ]
    case .handout(let inner):
      return [ProseError.unknownValue(directive.place, name: inner.text, suggestion: nil)]
    }
  }
}
