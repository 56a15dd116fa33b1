import Lessons

/// What class.yaml says of a class: which lesson, what is handed in, how it is graded.
///
/// Formats and meanings: `docs/classes.md`.
public struct ClassDescription: Sendable {
  public static let fileName = "class.yaml"

  /// How points become a grade.
  public struct Grading: Sendable {
    /// What all criteria together are worth; nil: what each row of the worksheet says, else the sum
    /// of the criteria's points.
    public var maximum: Double?
    public var decimals: Int
    /// Whether late work is marked for the teacher.
    public var flagsLate: Bool
  }

  public var folder: String
  public var title: LocalizedText
  /// Of the students' reports and of the teacher's page.
  public var language: Language
  /// A folder relative to the class, or the name of a bundled notebook.
  public var notebook: String
  public var lesson: String
  /// Names of the data table, the first that fits counts; empty where none is handed in.
  public var table: [FilePattern]
  public var answers: [FilePattern]
  /// All students work on the same data: nobody's being like another's means anything.
  public var sharesData: Bool
  public var roster: FilePattern
  public var submissions: FilePattern
  public var grading: Grading
  /// The input whose prediction is asked for, by columns; nil: the lesson's first.
  public var predict: [Double]?
  /// What claims are called in the answers; for one that is not here the plan has names.
  public var answerNames: [Criterion.Quantity: [String]]
  public var criteria: [Criterion]

  /// The points of all criteria together.
  public var points: Double { criteria.reduce(0) { $0 + $1.points } }
}
