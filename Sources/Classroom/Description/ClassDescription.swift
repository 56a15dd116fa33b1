import Archives
import Diagnostics
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
    public var maximum: Points?
    public var decimals: Int
    public var late: LatePolicy
  }

  public var folder: String
  public var title: LocalizedText
  /// The language of the students' reports and of the teacher's page.
  public var language: Language
  /// A folder relative to the class, or the name of a bundled notebook.
  public var notebook: String
  public var lesson: String
  /// Names of the data table, the first that fits counts; empty if none is handed in.
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
  public var points: Points { criteria.map(\.points).sum() }
}

extension ClassDescription {
  /// Reads `class.yaml` of a folder and checks what can be checked without other files.
  ///
  /// Throws all errors of the file in its order, at most `UserErrors.limit`.
  public static func load(folder: String) throws(UserErrors) -> ClassDescription {
    let path = NotebookFolder.join(folder, fileName)
    let reader = YAMLReader(path: path)
    let description: ClassDescription?
    do {
      let bytes = try Files.read(path, limit: NotebookLimits.fileBytes)
      let root = try YAMLDocument.root(of: bytes, path: path)
      var decoder = ClassDecoder(reader: reader, folder: folder)
      description = decoder.decode(root)
    } catch let error as FileError where error.fault == .notFound {
      throw UserErrors([ClassError.noClassFile(path: path)])
    } catch {
      throw UserErrors([error as! any UserError])
    }
    guard let description, !reader.hasErrors else {
      throw UserErrors(Array(reader.orderedErrors.prefix(UserErrors.limit)))
    }
    return description
  }

  /// The path of class.yaml.
  public var path: String { NotebookFolder.join(folder, Self.fileName) }
}
