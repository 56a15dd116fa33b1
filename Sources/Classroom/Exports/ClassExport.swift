import Archives
import Lessons
import Publishing

/// Grades, comments and pages of a built class as its platform takes them back: worked out whole
/// first, then shown or written.
public struct ClassExport {
  /// What there is to write, and what stays.
  public struct Prepared {
    public var changes: [CellChange]
    /// Pages for the students, in the list's order.
    var pages: [FeedbackArchives.Page]
    public var pageCount: Int { pages.count }
    /// Columns that we had something for and that the list lacks.
    public var missesComments: Bool
    var sheet: [UInt8]?
    var state: WrittenState

    public var written: [CellChange] { changes.filter { $0.kept == nil } }
    public var kept: [CellChange] { changes.filter { $0.kept != nil } }
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

  /// The list of everything that was written or left.
  public var changesName: String { ExportLists(summary: summary, options: options).changesName }

  private var plan: ClassPlan { summary.inputs.plan }
  public var roster: Roster { summary.inputs.roster }

  /// Works everything out; writes nothing. Throws where the list cannot take grades.
  public func prepared() throws -> Prepared {
    var state = WrittenState(folder: output)
    let (gradeColumn, scale) = try columns()
    let commentColumn = roster.kind == .canvas ? nil : roster.columns.comments
    let grades = grades(like: scale)
    let changes = GradeChanges(
      plan: plan, roster: roster, options: options, last: state, gradeColumn: gradeColumn,
      commentColumn: commentColumn
    ).changes(summary.records, grades: grades)
    let pages = try changedPages(&state)
    for change in changes where change.kept == nil {
      switch change.column {
      case .grade: state[change.student].grade = change.after
      case .comment:
        state[change.student].comment = CommentText(plan: plan).html(
          of: summary.records[roster.students.firstIndex { $0.id == change.student }!])
      }
    }
    let written = changes.filter { $0.kept == nil }
    let columns = [CellChange.Column.grade: gradeColumn, .comment: commentColumn]
    let sheet =
      gradeColumn == nil && commentColumn == nil
      ? nil
      : try roster.sheet.replacing(
        written.map { (row: $0.row, column: columns[$0.column]!!, text: $0.after) })
    return Prepared(
      changes: changes, pages: pages,
      missesComments: roster.kind == .moodle && commentColumn == nil, sheet: sheet, state: state)
  }

  /// The column of the grades, and how the list writes the maximum of each student's row.
  private func columns() throws(ExportError) -> (grade: Int?, scale: (Student) -> String) {
    let sheet = roster.sheet
    switch roster.kind {
    case .moodle:
      guard let grade = roster.columns.grade else { throw .noGradeColumn(path: sheet.path) }
      if roster.columns.maximum == nil, roster.columns.scale != nil {
        throw .scale(path: sheet.path)
      }
      return (grade, { sheet.rows[$0.row][roster.columns.maximum] })
    case .canvas:
      let column = try CanvasColumn(roster, named: options.assignment)
      return (column.index, { _ in column.pointsPossible ?? "" })
    case .plain:
      return (roster.columns.grade, { sheet.rows[$0.row][roster.columns.maximum] })
    }
  }

  /// The whole grades as text, by id, each on the scale of its row.
  private func grades(like scale: (Student) -> String) -> [String: String] {
    var grades: [String: String] = [:]
    for (student, record) in zip(roster.students, summary.records) {
      guard let grade = record.grade, record.gradeMaximum > 0 else { continue }
      let maximum = scale(student)
      // Canvas tells the maximum of the assignment, not of each row.
      let isScaled = roster.kind == .canvas && plan.description.grading.maximum == nil
      let factor = (isScaled ? GradeText.value(maximum) : nil).map { $0 / record.gradeMaximum } ?? 1
      let rounded = plan.description.grading.rounded(grade * factor)
      grades[student.id] = GradeText.written(rounded, like: maximum)
    }
    return grades
  }

  private func changedPages(_ state: inout WrittenState) throws -> [FeedbackArchives.Page] {
    var pages: [FeedbackArchives.Page] = []
    for (student, record) in zip(roster.students, summary.records) where !record.files.isEmpty {
      let contents = try page(of: student)
      let hash = SHA256.hash(contents).hexadecimal
      let last = state[student.id]
      // One that has not been printed goes without.
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
    if roster.kind == .moodle {
      let archives = FeedbackArchives(language: plan.language, limit: options.zipLimit)
      for archive in archives.archives(export.pages) {
        try staging.write(archive.name) {
          try archives.write(archive, page: page, pdf: pdf, to: $0)
        }
        names.append(archive.name)
      }
    }
    if let sheet = export.sheet { try write(sheetName, sheet) }
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

  /// `hoja-cuaderno.csv` for `hoja.csv`.
  private var sheetName: String {
    let file = roster.sheet.path.split(separator: "/").last.map(String.init) ?? "list.csv"
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else {
      return "\(file)-cuaderno"
    }
    return "\(file[..<dot])-cuaderno\(file[dot...])"
  }
}
