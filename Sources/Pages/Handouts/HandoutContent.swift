import Figures
import Lessons

/// What the files of a hand-out are made of once everything is trained.
struct HandoutContent: Sendable {
  var notebook: Notebook
  var edition: HandoutEdition
  var paper: Paper
  /// By lesson.
  var results: [String: LessonResult]
  var prose: HandoutProse
  var branding: Branding
  var inputs: [InputFile]
  /// In all languages; for students only those that give nothing away.
  var figures: [DrawnFigure] = []
}
