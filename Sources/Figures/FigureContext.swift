import Diagnostics
import Lessons
import Phrases

/// What a figure is made of: a lesson with its result, and the language it is to speak.
public struct FigureContext: Sendable {
  public var notebook: Notebook
  public var lesson: Lesson
  /// Nil for a lesson without a model.
  public var result: LessonResult?
  /// The results of the notebook's other lessons, by id.
  public var others: [String: LessonResult]
  /// The losses by epoch of the report that this one is compared with; empty where they are these.
  public var earlierLosses: [Double]
  public var language: Language
  public var numbers: NumberStyle
  public var phrases: PhraseCatalogue
  /// What somebody claims that the network says, to be drawn beside what it does say.
  public var claim: ClaimedPoint?
  /// The images are the drawn ones in place of the real set: said in the picture itself.
  public var substitute: Bool
  /// The figure is drawn without any result of the training.
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
    self.numbers = NumberStyle(language: language, region: notebook.region)
    self.phrases = phrases
    self.substitute = result?.data.kind == .drawnImages
  }
}

/// A claimed prediction: the input in the data's own units and the output.
public struct ClaimedPoint: Hashable, Sendable {
  public var input: [Double]
  public var output: Double

  public init(input: [Double], output: Double) {
    self.input = input
    self.output = output
  }
}
