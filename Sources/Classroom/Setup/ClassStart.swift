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

  /// The number of rows in the example.
  private static let exampleRows = 8
  /// The number of rows that a new class asks for.
  private static let leastRows = 20

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
      chosen =
        tables.first { $0.isSingleNeuron && $0.normalises }
        ?? tables.first { !$0.predictsClass } ?? tables.first
    }
    guard let chosen, case .table(let source)? = chosen.training?.data else {
      throw ClassError.notATable(path: path, lesson: chosen?.id ?? "")
    }
    guard notebook.languages.contains(language) else {
      throw ClassError.noLanguage(
        path: path, language: language.rawValue, notebook: notebook.id)
    }
    guard !chosen.predictsClass else {
      throw ClassError.targetIsClass(path: path, lesson: chosen.id)
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
    [
      (ClassDescription.fileName, Array(classFile.utf8)),
      (phrases["file.exampleData"], try exampleData()),
      (phrases["file.exampleAnswers"], exampleAnswers),
      (phrases["file.description"], Array(text("description").utf8)),
      ("moodle.txt", Array(text("checklist").utf8)),
      // The list and the hand-ins are personal data.
      (".gitignore", Array("*\n!.gitignore\n!class.yaml\n".utf8)),
    ]
  }

  private func text(_ key: String) -> String {
    let columns = source.inputs + [source.target]
    return phrases[
      "new.\(key)",
      [
        "lesson": lesson.title[language], "columns": columns.joined(separator: ", "),
        "header": columns.joined(separator: ","),
        "input": lesson.training?.predict.first.map(askedInput) ?? "",
        "data": "\(phrases["file.data"]).csv",
        "answers": reportPhrases[0].answerFile.name, "rows": String(Self.leastRows),
        "epochs": String(lesson.training?.fit.epochs ?? 0),
        "batch": String(lesson.training?.fit.batchSize ?? 32),
        "names": answerNames.joined(separator: ", "), "example": answerNames[0],
        "conclusion": phrases["criterion.manual"],
        "criteria": criteria.map { "- " + judged($0) }.joined(separator: "\n"),
      ]]
  }

  private func askedInput(_ row: [Double]) -> String {
    let numbers = reportPhrases[0].numbers(notebook.region)
    return zip(source.inputs, row).map { column, value in
      let unit = source.columns[column]?.unit?[language] ?? ""
      return numbers.significant(value, digits: 6) + (unit.isEmpty ? "" : " \(unit)")
    }.joined(separator: ", ")
  }

  /// What students write down: the results that claims are about, then the conclusion.
  private var answerNames: [String] {
    let claims = Criterion.Quantity.allCases.filter {
      lesson.isSingleNeuron || $0 == .prediction || $0 == .loss
    }
    return claims.map { phrases["claim.\($0.rawValue)"] } + [phrases["criterion.manual"]]
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
    let title = phrases["new.title", ["lesson": lesson.title[language]]]
    let data = phrases["file.data"]
    let lines = [
      "# " + phrases["new.comment.head"], "schema: 1",
      "title: {\(language.rawValue): \(Self.quoted(title))}",
      "notebook: \(Self.quoted(notebookPath))", "lesson: \(lesson.id)", "hand_in:",
      "  table: [\(Self.quoted("\(data)*.csv")), \(Self.quoted("\(data)*.xlsx"))]",
      "  answers: [\(reportPhrases.flatMap(\.answerFile.patterns).map(Self.quoted).joined(separator: ", "))]",
      "# " + phrases["new.comment.data"], "data: own",
      "# " + phrases["new.comment.roster"], "roster: \(Self.quoted(phrases["file.roster"]))",
      "# " + phrases["new.comment.submissions"],
      "submissions: \(Self.quoted(phrases["file.submissions"]))",
      "# " + phrases["new.comment.grade"],
      "grade: {maximum: worksheet, decimals: 1, missing: blank, late: flag}",
      "# " + phrases["new.comment.criteria"], "criteria:",
    ]
    return (lines + criteria.map { "  - " + line($0) }).joined(separator: "\n") + "\n"
  }

  /// Another folder's notebook is named by its full path: the class lies elsewhere.
  private var notebookPath: String {
    Files.isFile("\(notebookName)/notebook.yaml")
      ? Files.resolved(notebookName) ?? notebookName : notebookName
  }

  /// What a new class judges; the text for students asks for all of it.
  private var criteria: [Criterion] {
    func criterion(_ check: Criterion.Check, _ points: Int) -> Criterion {
      Criterion(
        id: phrases["criterion.\(Criterion.name(of: check))"],
        points: Points(thousandths: 1_000 * points), check: check)
    }
    let hasRanges = (source.inputs + [source.target]).contains {
      source.columns[$0]?.range != nil
    }
    var criteria = [
      criterion(.readable, 10), criterion(.rows(atLeast: Self.leastRows), 15),
      criterion(hasRanges ? .ranges : .columns, 10),
    ]
    if lesson.training?.predict.isEmpty == false {
      criteria.append(criterion(.claim(.prediction, .seeds), 20))
      if lesson.isSingleNeuron { criteria.append(criterion(.consistent, 15)) }
    }
    return criteria + [criterion(.manual, 30)]
  }

  private func line(_ criterion: Criterion) -> String {
    let options =
      switch criterion.check {
      case .manual: "manual: true, say: {\(language.rawValue): \"{{comment}}\"}"
      case .rows(let least): "check: rows, at_least: \(least)"
      case .claim: "check: claim, of: prediction, tolerance: seeds"
      case .readable, .ranges, .columns, .consistent: "check: \(criterion.checkName)"
      }
    return "{id: \(criterion.id), points: \(criterion.points.thousandths / 1_000), \(options)}"
  }

  private func judged(_ criterion: Criterion) -> String {
    phrases[
      "new.judged.\(criterion.checkName)",
      [
        "id": criterion.id, "points": String(criterion.points.thousandths / 1_000),
        "rows": String(Self.leastRows),
      ]]
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

  /// Whether the target is a category. Such lessons cannot be graded yet.
  var predictsClass: Bool {
    switch training?.compile.loss {
    case .binaryCrossentropy, .categoricalCrossentropy, .sparseCategoricalCrossentropy: true
    case .meanSquaredError, .meanAbsoluteError, .huber, nil: false
    }
  }
}
