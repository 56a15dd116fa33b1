import Diagnostics
import Lessons
import Phrases

/// The input of a figure: a lesson with its result, and the language to use.
public struct FigureContext: Sendable {
  public var notebook: Notebook
  public var lesson: Lesson
  /// nil for a lesson without a model.
  public var result: LessonResult?
  /// The results of the notebook's other lessons, by id.
  public var others: [String: LessonResult]
  /// Per-epoch losses of the previous report; empty if identical to the current ones.
  public var earlierLosses: [Double]
  public var language: Language
  public var numbers: NumberStyle
  public var phrases: PhraseCatalogue
  /// A prediction claimed by a student, drawn next to the network's own.
  public var claim: ClaimedPoint?
  /// Whether drawn images replace the real set, which the picture then states.
  public var substitute: Bool
  /// Whether the figure is for students, without any result of the training.
  public var isForStudents = false

  public init(
    notebook: Notebook, lesson: Lesson, result: LessonResult?, others: [String: LessonResult] = [:],
    earlierLosses: [Double] = [], language: Language, phrases: PhraseCatalogue
  ) {
    self.notebook = notebook
    self.lesson = lesson
    self.result = result
    self.others = others
    self.earlierLosses = earlierLosses
    self.language = language
    self.numbers = phrases.numbers(notebook.region)
    self.phrases = phrases
    self.substitute = result?.data.kind == .drawnImages
  }
}

extension FigureContext {
  /// The result of a lesson with a model. Precondition: `FigureCatalogue.check` has passed.
  var trained: LessonResult {
    guard let result else { preconditionFailure("lesson \(lesson.id) has no result") }
    return result
  }

  /// The rows of a lesson with a table. Precondition: it has one.
  var study: RegressionStudy {
    guard let study = trained.regression else {
      preconditionFailure("lesson \(lesson.id) has no table")
    }
    return study
  }

  /// The images of a classification lesson. Precondition: it is one.
  var classification: ClassificationStudy {
    guard let study = trained.classification else {
      preconditionFailure("lesson \(lesson.id) has no images")
    }
    return study
  }
}

/// A claimed prediction: input in the data's own units, and output.
public struct ClaimedPoint: Hashable, Sendable {
  public var input: [Double]
  public var output: Double

  public init(input: [Double], output: Double) {
    self.input = input
    self.output = output
  }
}
