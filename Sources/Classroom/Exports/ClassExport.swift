import Archives
import Lessons
import Publishing

/// Grades, comments and pages of a built class in the form that its platform imports. Everything is
/// worked out first, then shown or written.
public struct ClassExport {
  /// What there is to write, and what is kept.
  public struct Prepared {
    public var changes: [CellChange]
    /// Pages for the students, in the order of the lists.
    var pages: [FeedbackArchives.Page]
    public var pageCount: Int { pages.count }
    /// Students whose page is held back because the list keeps another grade.
    public var contradicted: [String]
    /// Students whose page is held back because their work is not completely graded.
    public var unfinished: [String]
    /// Whether a list has no column for comments.
    public var missesComments: Bool
    /// The title of Canvas's column, if Canvas takes it for a total and ignores it.
    public var ignoredTitle: String?
    /// Each list as it is written; nil if it has no column of ours.
    var sheets: [[UInt8]?]
    var state: WrittenState

    public var written: [CellChange] { changes.filter { $0.kept == nil } }
    public var kept: [CellChange] { changes.filter { $0.kept != nil } }
    /// Whether a grade that is in a list changes.
    public var changesStanding: Bool {
      written.contains { $0.column == .grade && !$0.before.isEmpty && $0.before != "-" }
    }
  }

  public let summary: ClassSummary
  /// The class's report, as `ClassBuild` published it.
  public let report: String
  /// Where the files for the platform go.
  public let output: String
  private let options: ExportOptions

  public init(_ summary: ClassSummary, report: String, output: String, options: ExportOptions) {
    self.summary = summary
    self.report = report
    self.output = output
    self.options = options
  }

  /// The name of the list of all cells that were written or kept.
  public var changesName: String { ExportLists(summary: summary, options: options).changesName }

  private var plan: ClassPlan { summary.inputs.plan }
  public var roster: Roster { summary.inputs.roster }

  /// Works everything out; writes nothing. Throws if a list cannot take grades.
  public func prepared() throws -> Prepared {
    var state = WrittenState(folder: output)
    let columns = try roster.lists.map(columns)
    let grades = GradeChanges(
      plan: plan, roster: roster, options: options, last: state,
      gradeColumns: columns.map(\.grade), commentColumns: columns.map(\.comment))
    let changes = grades.changes(summary.records) { student, record, place in
      grade(student, record, place, columns[place.list])
    }
    let contradicted = Set(changes.filter { $0.column == .grade && $0.kept != nil }.map(\.student))
    let unfinished =
      options.includesUnfinished
      ? [] : Set(summary.records.filter { $0.grade == nil }.map(\.id))
    let pages = try changedPages(&state, without: contradicted.union(unfinished))
    for change in changes where change.kept == nil {
      switch change.column {
      case .grade: state[change.student].grade = change.after
      case .comment:
        state[change.student].comment = CommentText(plan: plan).html(
          of: summary.records[roster.students.firstIndex { $0.id == change.student }!])
      }
    }
    let sheets = try roster.lists.indices.map { index -> [UInt8]? in
      let column = columns[index]
      guard column.grade != nil || column.comment != nil else { return nil }
      return try roster.lists[index].sheet.replacing(
        changes.filter { $0.kept == nil && $0.place.list == index }.map { change in
          (
            row: change.place.row,
            column: change.column == .grade ? column.grade! : column.comment!,
            text: change.after
          )
        })
    }
    let withPages = Set(summary.records.filter { !$0.files.isEmpty }.map(\.id))
    return Prepared(
      changes: changes, pages: pages,
      contradicted: roster.students.map(\.id).filter(contradicted.intersection(withPages).contains),
      unfinished: roster.students.map(\.id).filter {
        unfinished.contains($0) && withPages.contains($0)
      },
      missesComments: roster.kind == .moodle && columns.contains { $0.comment == nil },
      ignoredTitle: columns.lazy.compactMap(\.ignoredTitle).first, sheets: sheets, state: state)
  }

  /// Where a list takes grades and comments.
  private struct Columns {
    var grade: Int?
    var comment: Int?
    /// How a row writes its maximum.
    var maximum: (CSVFile.Row) -> String
    var ignoredTitle: String?
  }

  private func columns(_ list: Roster.List) throws(ExportError) -> Columns {
    let known = list.columns
    switch roster.kind {
    case .moodle:
      guard let grade = known.grade else { throw .noGradeColumn(path: list.sheet.path) }
      if known.maximum == nil, known.scale != nil { throw .scale(path: list.sheet.path) }
      return Columns(grade: grade, comment: known.comments) { $0[known.maximum] }
    case .canvas:
      let column = try CanvasColumn(list.sheet, named: options.assignment)
      return Columns(
        grade: column.index, maximum: { _ in column.pointsPossible ?? "" },
        ignoredTitle: column.isTakenForTotal ? column.title : nil)
    case .plain:
      return Columns(grade: known.grade, comment: known.comments) { $0[known.maximum] }
    }
  }

  /// The text of a student's grade on the scale of the row: worked out from the points and rounded
  /// once, never from a grade that is rounded already.
  private func grade(
    _ student: Student, _ record: StudentRecord, _ place: Student.Row, _ columns: Columns
  ) -> String? {
    guard record.grade != nil, let points = record.points, record.maximum > .zero else {
      return nil
    }
    let grading = plan.description.grading
    let shown = columns.maximum(roster.lists[place.list].sheet.rows[place.row])
    var maximum = record.gradeMaximum
    if grading.maximum == nil {
      // Moodle writes no signs between thousands, so `10,000` is 10.
      let readings = Points.readings(shown)
      let own = roster.kind == .moodle ? readings.min() : readings.first
      if let own, own > .zero { maximum = own }
    }
    let grade = points.scaled(from: record.maximum, to: maximum, decimals: grading.decimals)
    return GradeText.written(grade, like: shown)
  }

  private func changedPages(
    _ state: inout WrittenState, without held: Set<String>
  ) throws -> [FeedbackArchives.Page] {
    var pages: [FeedbackArchives.Page] = []
    for (student, record) in zip(roster.students, summary.records)
    where !record.files.isEmpty && !held.contains(student.id) {
      let contents = try page(of: student)
      let hash = SHA256.hash(contents).hexadecimal
      let last = state[student.id]
      // A page that has not been printed is sent without its PDF.
      let pdfSize = options.includesPDF ? try? pdf(of: student).count : nil
      let isKnown = last.page == hash && (last.hasPDF || pdfSize == nil)
      if !options.onlyChanged || !isKnown {
        pages.append(
          FeedbackArchives.Page(student: student, size: contents.count, pdfSize: pdfSize))
      }
      state[student.id].page = hash
      state[student.id].hasPDF = pdfSize != nil || (isKnown && last.hasPDF)
    }
    return pages
  }

  private func page(of student: Student) throws -> [UInt8] {
    try file(plan.pageName, of: student)
  }

  private func pdf(of student: Student) throws -> [UInt8] {
    try file(StudentWork.pdfName(ofPage: plan.pageName), of: student)
  }

  private func file(_ name: String, of student: Student) throws -> [UInt8] {
    try Files.read(
      "\(report)/\(PublishedClass.folder)/\(student.id)/\(name)", limit: ChildLimits.fileSize)
  }

  // MARK: Writing

  /// Publishes the files; returns their names in the order in which they are needed.
  public func write(_ export: Prepared) throws -> [String] {
    let staging = try StagingFolder(for: ReportTarget.check(output, kind: .export))
    var names: [String] = []
    func write(_ name: String, _ bytes: [UInt8]) throws {
      try staging.write(name, bytes)
      names.append(name)
    }
    for (list, sheet) in zip(roster.lists, export.sheets) {
      if let sheet { try write(Self.sheetName(list.sheet.path), sheet) }
    }
    if roster.kind == .moodle {
      let archives = FeedbackArchives(phrases: plan.phrases, limit: options.zipLimit)
      for archive in archives.archives(export.pages) {
        try staging.write(archive.name) {
          try archives.write(archive, page: page, pdf: pdf, to: $0)
        }
        names.append(archive.name)
      }
    }
    let lists = ExportLists(summary: summary, options: options)
    if roster.kind != .canvas { try write(lists.gradesName, lists.grades) }
    try write(lists.changesName, lists.changes(export.changes))
    try staging.write(
      WrittenState.fileName, JSONWriter.bytes(export.state.json(roster.students.map(\.id))))
    try staging.write(".gitignore", Array("*\n".utf8))
    try Publisher.publish(
      staging,
      manifest: Manifest(
        version: Program.version, kind: .export, notebook: plan.notebook.id,
        seed: plan.notebook.seed, inputs: plan.inputs.map(Manifest.File.init)))
    return names
  }

  /// The names of the lists that are written back.
  public var sheetNames: [String] { roster.lists.map { Self.sheetName($0.sheet.path) } }

  /// What has to be chosen when a list is uploaded that is not in UTF-8 with commas.
  public var dialects: [(name: String, encoding: String, separator: String)] {
    roster.lists.compactMap { list in
      let separator = [
        UInt8(ascii: ","): ",", UInt8(ascii: ";"): ";", UInt8(ascii: "\t"): "Tab",
      ][list.sheet.separator]
      guard separator != "," || list.sheet.encodingName != "UTF-8" else { return nil }
      return (
        Self.sheetName(list.sheet.path), list.sheet.encodingName,
        separator ?? String(UnicodeScalar(list.sheet.separator))
      )
    }
  }

  /// `hoja-cuaderno.csv` for `hoja.csv`.
  private static func sheetName(_ path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? "list.csv"
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else {
      return "\(file)-cuaderno"
    }
    return "\(file[..<dot])-cuaderno\(file[dot...])"
  }
}
