import Lessons
import Reports

/// The cell of Keras code that gives a student our number from the own data.
enum StudentKeras {
  /// More rows would fill pages with numbers.
  static let rowLimit = 300

  static func cell(_ plan: ClassPlan, _ training: StudentTraining) -> String {
    guard let rows = training.result.regression?.targets.count, rows <= rowLimit else { return "" }
    return StandaloneKeras.source(
      plan.lesson, in: plan.notebook, training.result, language: plan.language,
      phrases: plan.reportPhrases)
  }
}
