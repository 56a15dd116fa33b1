import Datasets
import Diagnostics
import Lessons

/// What a student's files hold, or why they hold nothing we can use.
struct HandIn {
  enum Table {
    case notAsked
    case missing
    case several([String])
    case decidedMissing(String)
    case faulty(file: String, SubmittedFault)
    /// Not read as a table, or its columns are not the lesson's.
    case unreadable(file: String, any UserError, isHeader: Bool)
    case ready(ReadTable)
  }

  /// A table with everything that training needs.
  struct ReadTable {
    let file: String
    /// Its name is not the one asked for.
    let isRenamed: Bool
    let table: Datasets.Table
    let lesson: PreparedLesson
  }

  let loaded: LoadedInput
  let table: Table
  /// The answers of the file, else of the text typed into the platform; nil if there are none.
  let answers: AnswerSheet?
  /// Why the answers are not there, in a message; nil for nothing was asked.
  let answersProblem: AnswersProblem?

  enum AnswersProblem {
    case missing
    case several([String])
    case faulty(file: String, SubmittedFault)
    case unreadable(file: String, any UserError)
  }

  var input: StudentInput { loaded.input }
  var student: Student { loaded.input.student }

  init(_ loaded: LoadedInput, plan: ClassPlan) {
    self.loaded = loaded
    table = Self.table(loaded, plan)
    (answers, answersProblem) = Self.answers(loaded, plan)
  }

  var readTable: ReadTable? {
    if case .ready(let table) = table { table } else { nil }
  }

  private static func table(_ loaded: LoadedInput, _ plan: ClassPlan) -> Table {
    guard !plan.description.table.isEmpty else { return .notAsked }
    switch loaded.input.table {
    case .none: return .missing
    case .several(let files): return .several(files.map(\.name))
    case .decidedMissing(let name): return .decidedMissing(name)
    case .one, .likely: break
    }
    guard let file = loaded.table else { return .missing }
    let name = file.file.name
    let bytes: [UInt8]
    do throws(SubmittedFault) {
      bytes = try file.contents()
    } catch {
      return .faulty(file: name, error)
    }
    let table: Datasets.Table
    do throws(TableError) {
      table = try Datasets.Table.read(bytes: bytes, path: name)
    } catch {
      return .unreadable(file: name, error, isHeader: false)
    }
    do {
      // The result would contain the hash, which a student's report must not reveal.
      let lesson = try PreparedLesson(plan.lesson, table: table, sha256: "", in: plan.notebook)
      var isRenamed = false
      if case .likely = loaded.input.table { isRenamed = true }
      return .ready(ReadTable(file: name, isRenamed: isRenamed, table: table, lesson: lesson))
    } catch {
      let error = (error as? UserErrors)?.errors.first ?? error as! any UserError
      return .unreadable(file: name, error, isHeader: isHeader(error))
    }
  }

  private static func isHeader(_ error: any UserError) -> Bool {
    switch (error as? TableError)?.fault {
    case .missingColumn, .ambiguousColumn: true
    default: false
    }
  }

  // MARK: Answers

  private static func answers(
    _ loaded: LoadedInput, _ plan: ClassPlan
  ) -> (AnswerSheet?, AnswersProblem?) {
    guard !plan.description.answers.isEmpty else { return (nil, nil) }
    let blanks = plan.blanks
    let region = plan.notebook.region
    var problem: AnswersProblem = .missing
    if case .several(let files) = loaded.input.answers { problem = .several(files.map(\.name)) }
    if let file = loaded.answers {
      do {
        let bytes = try file.contents()
        return (
          try AnswerSheet.read(bytes: bytes, path: file.file.name, blanks: blanks, region: region),
          nil
        )
      } catch let fault as SubmittedFault {
        problem = .faulty(file: file.file.name, fault)
      } catch {
        problem = .unreadable(file: file.file.name, error as! any UserError)
      }
    }
    for text in loaded.onlineTexts {
      guard let bytes = try? text.contents() else { continue }
      let lines = OnlineText.lines(String(decoding: bytes, as: UTF8.self))
      let sheet = AnswerSheet.read(
        text: lines, path: text.file.name, blanks: blanks, region: region)
      if !sheet.answers.isEmpty { return (sheet, nil) }
    }
    return (nil, problem)
  }
}
