import Lessons
import Prose
import Publishing

/// The input of a report's pages and files after training.
struct ReportContent: Sendable {
  var notebook: Notebook
  /// The languages of the report, a subset of the notebook's.
  var languages: [Language]
  /// The lessons shown, in the notebook's order.
  var lessons: [Lesson]
  /// Results by lesson, including lessons that the shown ones refer to.
  var results: [String: LessonResult]
  var prose: NotebookProse
  /// The lessons of `--only`.
  var only: [String]?
  var inputs: [InputFile]
  var branding = Branding()
  /// Terms are not explained in languages without a glossary.
  var glossaries: [Language: Glossary] = [:]
  /// The changes since the replaced report, if they are to be highlighted.
  var changes: ResultsComparison?
}
