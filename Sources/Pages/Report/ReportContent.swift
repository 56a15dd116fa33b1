import Lessons
import Prose
import Publishing

/// What pages and files of a report are made of once everything is trained.
struct ReportContent: Sendable {
  var notebook: Notebook
  /// Those the report is written in, a part of the notebook's.
  var languages: [Language]
  /// Those the report shows, in the notebook's order.
  var lessons: [Lesson]
  /// By lesson; also of lessons that the shown ones refer to.
  var results: [String: LessonResult]
  var prose: NotebookProse
  /// The lessons asked for by `--only`.
  var only: [String]?
  var inputs: [InputFile]
  var branding = Branding()
  /// Without one for a language, its terms are not explained.
  var glossaries: [Language: Glossary] = [:]
  /// Since the report that this one replaces, where that is to be pointed out.
  var changes: ResultsComparison?
}
