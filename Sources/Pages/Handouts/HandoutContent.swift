import Figures
import Lessons

/// The input of a hand-out's files after training.
struct HandoutContent: Sendable {
  var notebook: Notebook
  var edition: HandoutEdition
  var paper: Paper
  /// By lesson.
  var results: [String: LessonResult]
  var prose: HandoutProse
  var branding: Branding
  var inputs: [InputFile]
  /// The figures in all languages; for students only those without results.
  var figures: [DrawnFigure] = []
}
