import Diagnostics
import Prose

/// Checks a hand-out's text before training: every name must exist, and students must not be given
/// results.
struct HandoutCheck {
  private let names: LessonNames
  private let path: String
  private var lesson: String
  private var placed: Set<String> = []
  private(set) var errors: [any UserError] = []

  /// - Parameter lesson: the lesson that names refer to; nil for the first one until the text
  ///   selects another.
  init(_ names: LessonNames, path: String, lesson: String? = nil) {
    self.names = names
    self.path = path
    self.lesson = lesson ?? names.notebook.lessons.first?.id ?? ""
  }

  /// - Parameter isForTeachers: whether the text appears only in the teacher's edition.
  mutating func check(_ template: ProseTemplate, isForTeachers: Bool) {
    check(template.nodes, isForTeachers: isForTeachers, inColumns: false)
  }

  private mutating func check(_ nodes: [ProseNode], isForTeachers: Bool, inColumns: Bool) {
    for node in nodes {
      switch node {
      case .text: break
      case .value(let tag):
        guard names.isValue(tag.name, in: lesson) else {
          let suggestion = names.suggestion(for: tag.name, isFact: false, in: lesson)
          errors.append(ProseError.unknownValue(tag.place, name: tag.name, suggestion: suggestion))
          break
        }
        if !isForTeachers, !StudentKnowledge.mayKnow(value: tag.name, in: lesson, names) {
          errors.append(HandoutError.givesAway(tag.place, tag: "{{\(tag.name)}}"))
        }
      case .section(let tag, let inner):
        check(tag, isForTeachers: isForTeachers)
        let section = HandoutSection(rawValue: tag.name)
        check(
          inner,
          isForTeachers: isForTeachers || (section == .teacher && !tag.isInverted)
            || (section == .student && tag.isInverted),
          inColumns: inColumns || section == .columns)
      case .directive(let directive):
        check(directive, isForTeachers: isForTeachers, inColumns: inColumns)
      }
    }
  }

  private mutating func check(_ tag: SectionTag, isForTeachers: Bool) {
    guard HandoutSection(rawValue: tag.name) == nil else { return }
    guard names.isFact(tag.name, in: lesson) else {
      let suggestion =
        nearest(to: tag.name, among: HandoutSection.allCases.map(\.rawValue))
        ?? names.suggestion(for: tag.name, isFact: true, in: lesson)
      errors.append(ProseError.unknownFact(tag.place, name: tag.name, suggestion: suggestion))
      return
    }
    if !isForTeachers, !StudentKnowledge.mayKnow(fact: tag.name, in: lesson, names) {
      errors.append(HandoutError.givesAway(tag.place, tag: "{{#\(tag.name)}}"))
    }
  }

  private mutating func check(_ directive: Directive, isForTeachers: Bool, inColumns: Bool) {
    guard let lesson = names.outline(lesson)?.lesson else { return }
    switch directive.kind {
    case .figure, .keras:
      errors += ProseTemplate(path: path, nodes: [.directive(directive)]).check(lesson, names)
    case .table(let name):
      let found = ProseTemplate(path: path, nodes: [.directive(directive)]).check(lesson, names)
      errors += found
      if found.isEmpty, !isForTeachers, !StudentKnowledge.maySee(table: name) {
        errors.append(HandoutError.givesAway(directive.place, tag: "{{table \(name)}}"))
      }
    case .summary:
      if !isForTeachers {
        errors.append(HandoutError.givesAway(directive.place, tag: "{{summary}}"))
      }
    case .handout(let inner):
      check(inner, directive.place, inColumns: inColumns)
    }
  }

  private mutating func check(_ directive: HandoutDirective, _ place: Place, inColumns: Bool) {
    switch directive {
    case .lesson(let id):
      let ids = names.notebook.lessons.map(\.id)
      if ids.contains(id) {
        lesson = id
      } else {
        errors.append(
          HandoutError.unknownLesson(place, id: id, suggestion: nearest(to: id, among: ids)))
      }
    case .exercise(let id):
      let ids = names.notebook.lessons.flatMap(\.exercises).map(\.id)
      if !ids.contains(id) {
        errors.append(
          HandoutError.unknownExercise(place, id: id, suggestion: nearest(to: id, among: ids)))
      } else if !placed.insert(id).inserted {
        errors.append(HandoutError.repeatedExercise(place, id: id))
      }
    case .code(let parts), .todo(let parts):
      let has = names.outline(lesson)?.needs ?? []
      let known = KerasPart.allCases.filter { $0.needs.isSubset(of: has) }.map(\.rawValue)
      for part in parts where !known.contains(part) {
        errors.append(
          HandoutError.unknownCode(place, name: part, suggestion: nearest(to: part, among: known)))
      }
    case .column:
      if !inColumns { errors.append(HandoutError.columnOutside(place)) }
    case .exercises, .sketch, .lines, .page: break
    }
  }
}
