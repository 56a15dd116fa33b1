import Archives
import Datasets
import Diagnostics
import Lessons
import Neural
import Phrases
import Publishing

/// The files that a class begins with: class.yaml, what students get to see, the steps in Moodle.
public struct ClassStart {
  private let folder: String
  private let notebook: Notebook
  private let notebookName: String
  private let lesson: Lesson
  private let source: TableSource
  private let language: Language
  private let phrases: PhraseCatalogue
  /// The language of the class first: its files may come from sheets in any language.
  private let reportPhrases: [PhraseCatalogue]

  /// Rows of the example.
  private static let exampleRows = 8

  /// - Parameter lesson: nil for the first lesson with a table, one that normalises before others.
  public init(
    folder: String, notebook name: String, lesson id: String?, language: Language,
    templates: String
  ) throws {
    self.folder = folder
    notebookName = name
    let bundled = "\(templates)/notebooks/\(name)"
    let place = Files.isFile("\(name)/notebook.yaml") ? name : bundled
    notebook = try Notebook.load(folder: place)
    let path = "\(place)/notebook.yaml"
    let tables = notebook.lessons.filter(\.hasTable)
    let chosen: Lesson?
    if let id {
      chosen = notebook.lessons.first { $0.id == id }
      guard chosen != nil else {
        let ids = tables.map(\.id)
        throw ClassError.unknownLesson(
          path: path, id: id, suggestion: nearest(to: id, among: ids), lessons: ids)
      }
    } else {
      chosen = tables.first { $0.isSingleNeuron && $0.normalises } ?? tables.first
    }
    guard let chosen, case .table(let source)? = chosen.training?.data else {
      throw ClassError.notATable(path: path, lesson: chosen?.id ?? "")
    }
    guard notebook.languages.contains(language) else {
      throw ClassError.noLanguage(
        path: path, language: language.rawValue, notebook: notebook.id)
    }
    lesson = chosen
    self.source = source
    self.language = language
    phrases = try .load(templates: templates, folder: .classroom, language: language)
    reportPhrases = try ([language] + Language.allCases.filter { $0 != language }).map {
      try .load(templates: templates, language: $0)
    }
  }

  /// Writes the files; their names. Refuses a folder that holds anything.
  public func write() throws -> [String] {
    if let names = try? FileTree.names(in: folder), !names.isEmpty {
      throw ClassError.folderNotEmpty(path: folder)
    }
    let target = try ReportTarget.check(folder)
    var written: [String] = []
    do {
      try FileTree.createFolder(target.path)
      for (name, bytes) in try files() {
        try FileTree.write("\(target.path)/\(name)", bytes)
        written.append(name)
      }
    } catch let error as FileTree.SystemError {
      throw OutputError.cannotCreate(path: folder, code: error.code)
    }
    return written
  }

  private func files() throws -> [(name: String, bytes: [UInt8])] {
    let isSpanish = language == .es
    return [
      (ClassDescription.fileName, Array(classFile.utf8)),
      (isSpanish ? "datos-ejemplo.csv" : "example-data.csv", try exampleData()),
      (isSpanish ? "respuestas-ejemplo.csv" : "example-answers.csv", exampleAnswers),
      (isSpanish ? "descripcion.txt" : "description.txt", Array(text("description").utf8)),
      ("moodle.txt", Array(text("checklist").utf8)),
      // The list and the hand-ins are personal data.
      (".gitignore", Array("*\n!.gitignore\n!class.yaml\n".utf8)),
    ]
  }

  private func text(_ key: String) -> String {
    let columns = source.inputs + [source.target]
    let isSpanish = language == .es
    return phrases[
      "new.\(key)",
      [
        "lesson": lesson.title[language], "columns": columns.joined(separator: ", "),
        "header": columns.joined(separator: ","),
        "input": lesson.training?.predict.first.map(askedInput) ?? "",
        "data": isSpanish ? "datos.csv" : "data.csv",
        "answers": reportPhrases[0].answerFile.name, "rows": "20",
        "epochs": String(lesson.training?.fit.epochs ?? 0),
        "batch": String(lesson.training?.fit.batchSize ?? 32),
        "names": answerNames.joined(separator: ", "),
      ]]
  }

  private func askedInput(_ row: [Double]) -> String {
    let numbers = reportPhrases[0].numbers(notebook.region)
    return zip(source.inputs, row).map { column, value in
      let unit = source.columns[column]?.unit?[language] ?? ""
      return numbers.significant(value, digits: 6) + (unit.isEmpty ? "" : " \(unit)")
    }.joined(separator: ", ")
  }

  private var answerNames: [String] {
    let all: [(quantity: Criterion.Quantity, name: String)] =
      language == .es
      ? [(.prediction, "prediccion"), (.weight, "peso"), (.bias, "sesgo"), (.loss, "perdida")]
      : [(.prediction, "prediction"), (.weight, "weight"), (.bias, "bias"), (.loss, "loss")]
    return all.filter {
      lesson.isSingleNeuron || $0.quantity == .prediction || $0.quantity == .loss
    }
    .map(\.name)
  }

  private var exampleAnswers: [UInt8] {
    reportPhrases[0].answerFile.write(answerNames.map { (id: $0, text: "") })
  }

  /// The header and a few rows of the notebook's own table, in the columns of the lesson.
  private func exampleData() throws -> [UInt8] {
    let path = "\(notebook.folder)/\(source.path)"
    let table = try Table.read(
      bytes: Files.read(path, limit: Table.fileSizeLimit), path: path)
    let columns = source.inputs + [source.target]
    let places = try columns.map {
      try table.column(matching: $0, aliases: source.columns[$0]?.aliases ?? [])
    }
    let rows = (0..<min(Self.exampleRows, table.rowCount)).map { row in
      places.map { table.text(row: row, column: $0) }
    }
    return CSVText.file([columns] + rows)
  }

  // MARK: class.yaml

  private var classFile: String {
    let isSpanish = language == .es
    let title = phrases["new.title", ["lesson": lesson.title[language]]]
    var lines = [
      "# " + phrases["new.comment.head"], "schema: 1",
      "title: {\(language.rawValue): \(Self.quoted(title))}",
      "notebook: \(Self.quoted(notebookPath))", "lesson: \(lesson.id)", "hand_in:",
      "  table: [\(isSpanish ? "\"datos*.csv\", \"datos*.xlsx\"" : "\"data*.csv\", \"data*.xlsx\"")]",
      "  answers: [\(reportPhrases.flatMap(\.answerFile.patterns).map(Self.quoted).joined(separator: ", "))]",
      "# " + phrases["new.comment.data"], "data: own",
      "# " + phrases["new.comment.roster"],
      "roster: \(isSpanish ? "\"hoja*.csv\"" : "\"worksheet*.csv\"")",
      "# " + phrases["new.comment.submissions"],
      "submissions: \(isSpanish ? "\"entregas*\"" : "\"submissions*\"")",
      "# " + phrases["new.comment.grade"],
      "grade: {maximum: worksheet, decimals: 1, missing: blank, late: flag}",
      "# " + phrases["new.comment.criteria"], "criteria:",
    ]
    lines += criteria
    return lines.joined(separator: "\n") + "\n"
  }

  /// Another folder's notebook is named by its full path: the class lies elsewhere.
  private var notebookPath: String {
    Files.isFile("\(notebookName)/notebook.yaml")
      ? Files.resolved(notebookName) ?? notebookName : notebookName
  }

  private var criteria: [String] {
    let isSpanish = language == .es
    func name(_ es: String, _ en: String) -> String { isSpanish ? es : en }
    let hasRanges = (source.inputs + [source.target]).contains {
      source.columns[$0]?.range != nil
    }
    let hasPrediction = lesson.training?.predict.isEmpty == false
    var lines = [
      "  - {id: \(name("archivo", "file")), points: 10, check: readable}",
      "  - {id: \(name("filas", "rows")), points: 15, check: rows, at_least: 20}",
      hasRanges
        ? "  - {id: \(name("rango", "range")), points: 10, check: ranges}"
        : "  - {id: \(name("columnas", "columns")), points: 10, check: columns}",
    ]
    if hasPrediction {
      lines.append(
        "  - {id: \(name("prediccion", "prediction")), points: 20, check: claim, of: prediction, tolerance: seeds}"
      )
    }
    if hasPrediction, lesson.isSingleNeuron {
      lines.append("  - {id: \(name("coherencia", "coherence")), points: 15, check: consistent}")
    }
    lines.append(
      "  - {id: \(name("conclusion", "conclusion")), points: 30, manual: true, say: {\(language.rawValue): \"{{comment}}\"}}"
    )
    return lines
  }

  /// In YAML's double quotes.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension Lesson {
  var hasTable: Bool {
    if case .table? = training?.data { true } else { false }
  }

  var normalises: Bool { training?.model.first?.layer is Normalization }
}
