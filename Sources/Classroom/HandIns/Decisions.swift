import Archives
import Datasets
import Diagnostics
import Lessons
import Phrases

/// The file in which a teacher decides by hand. Its rows are kept to the byte; a run only appends
/// the rows that are missing.
struct Decisions {
  /// Its columns, in the order of a new file; their names are phrases `decisions.column.NAME`.
  enum Column: String, CaseIterable {
    case id, name, file, criterion, points, comment, excused, team, `extension`

    /// Files of earlier versions do without it.
    var isOptional: Bool { self == .name || self == .extension }
  }

  let path: String
  /// nil if there is no file yet.
  private let sheet: CSVFile?
  private let columns: [Column: Int]
  private(set) var byStudent: [String: Decision] = [:]
  /// The line of each student's first row.
  private(set) var lines: [String: Int] = [:]
  /// Students and criteria that have a row, as `id criterion`.
  private var present: Set<String> = []

  /// Reads the file of the class's folder; without one, nothing is decided.
  ///
  /// Throws all mistakes of the file together.
  init(_ plan: ClassPlan) throws {
    path = NotebookFolder.join(plan.description.folder, plan.phrases["file.decisions"])
    guard Files.isFile(path) else {
      sheet = nil
      columns = [:]
      return
    }
    let sheet = try CSVFile(path: path)
    self.sheet = sheet
    columns = try Self.columns(sheet, plan)
    var errors: [DecisionError] = []
    for row in sheet.rows.dropFirst() { read(row, plan, &errors) }
    shareInTeams(&errors)
    guard errors.isEmpty else {
      throw UserErrors(
        Array(
          errors.sorted { ($0.location.line ?? 0) < ($1.location.line ?? 0) }
            .prefix(UserErrors.limit)))
    }
  }

  private static func columns(
    _ sheet: CSVFile, _ plan: ClassPlan
  ) throws(DecisionError) -> [Column: Int] {
    var columns: [Column: Int] = [:]
    for column in Column.allCases {
      let names = plan.names("decisions.column.\(column.rawValue)")
      columns[column] = sheet.column(names)
      guard columns[column] != nil || column.isOptional else {
        throw DecisionError(
          Place(sheet.path, line: sheet.rows[0].line),
          .missingColumn(names: names.joined(separator: ", ")))
      }
    }
    return columns
  }

  // MARK: Rows

  private mutating func read(
    _ row: CSVFile.Row, _ plan: ClassPlan, _ errors: inout [DecisionError]
  ) {
    func report(_ fault: DecisionError.Fault) {
      errors.append(DecisionError(Place(path, line: row.line), fault))
    }
    let student = row[columns[.id]]
    guard !student.isEmpty else { return }
    var decision = byStudent[student] ?? Decision()
    defer { byStudent[student] = decision }
    let firstLine = lines[student] ?? row.line
    lines[student] = firstLine
    let name = row[columns[.criterion]]
    let criteria = plan.description.criteria
    let criterion = criteria.first { $0.id.utf8.elementsEqual(name.utf8) }
    let most = plan.description.grading.late.most
    let isPenalty = criterion == nil && name == LatePolicy.criterion && most > .zero
    guard criterion != nil || name == Decision.wholeWork || isPenalty else {
      report(
        .unknownCriterion(name: name, known: criteria.map(\.id).joined(separator: ", ")))
      return
    }
    present.insert("\(student) \(name)")
    let text = row[columns[.points]]
    if !text.isEmpty {
      do throws(DecisionError) {
        let bounds =
          isPenalty
          ? Points(thousandths: -most.thousandths)...Points.zero
          : Points.zero...(criterion?.points ?? plan.description.points)
        let points = try points(text, name, bounds, plan, line: row.line)
        let other = decision.points.first { $0.criterion.utf8.elementsEqual(name.utf8) }
        if let other, other.points != points {
          report(
            .twoPoints(
              criterion: name, first: other.points.text(plan.numbers), firstLine: other.line,
              second: text))
        } else if other == nil {
          decision.points.append(
            Decision.Points(criterion: name, points: points, line: row.line))
        }
      } catch {
        errors.append(error)
      }
    }
    let comment = Decision.Comment(criterion: name, text: row[columns[.comment]])
    if !comment.text.isEmpty, !decision.comments.contains(comment) {
      decision.comments.append(comment)
    }
    func set(_ value: inout String?, _ column: Column) {
      let text = row[columns[column]]
      guard !text.isEmpty else { return }
      if let first = value, ColumnName.folded(first) != ColumnName.folded(text) {
        report(
          .twoValues(
            column: plan.phrases["decisions.column.\(column.rawValue)"], first: first,
            firstLine: firstLine, second: text))
      } else if value == nil {
        value = text
      }
    }
    set(&decision.file, .file)
    set(&decision.team, .team)
    if Self.means(yes: row[columns[.excused]]) { decision.isExcused = true }
    let time = row[columns[.extension]]
    if !time.isEmpty {
      guard let minutes = PlatformWords.minutes(of: time, plainUnit: 1_440) else {
        report(.notATime(value: time))
        return
      }
      decision.extensionMinutes = max(decision.extensionMinutes, minutes)
    }
  }

  /// The points of a cell, inside of `bounds`.
  private func points(
    _ text: String, _ criterion: String, _ bounds: ClosedRange<Points>, _ plan: ClassPlan,
    line: Int
  ) throws(DecisionError) -> Points {
    func error(_ fault: DecisionError.Fault) -> DecisionError {
      DecisionError(Place(path, line: line), fault)
    }
    let isComma = plan.notebook.region == .es && plan.language == .es
    guard let number = WrittenNumber(text, decimalComma: isComma), number.rest.isEmpty else {
      throw error(.notPoints(value: text))
    }
    // Of the two readings of `1,500`, the one that is possible.
    let readings = number.readings.compactMap { Points($0.value) }
    if let points = readings.first(where: bounds.contains) { return points }
    guard !readings.isEmpty || number.readings.contains(where: { abs($0.value) > Points.limit })
    else { throw error(.notThousandths(value: text)) }
    let (least, most) = (bounds.lowerBound.text(plan.numbers), bounds.upperBound.text(plan.numbers))
    guard criterion != Decision.wholeWork else {
      throw error(.extraOutOfBounds(value: text, maximum: most))
    }
    throw error(.outOfBounds(value: text, criterion: criterion, minimum: least, maximum: most))
  }

  /// Anything but an empty cell and a no.
  private static func means(yes text: String) -> Bool {
    !["", "no", "0", "false", "falso", "n"].contains(text.lowercased())
  }

  // MARK: Teams

  /// A row for one member of a team counts for every member that has no row of the same criterion.
  private mutating func shareInTeams(_ errors: inout [DecisionError]) {
    var teams: [(key: [UInt8], members: [String])] = []
    let students = byStudent.keys.sorted { lines[$0]! < lines[$1]! }
    for student in students {
      guard let team = byStudent[student]!.team else { continue }
      let key = Array(ColumnName.folded(team))
      if let index = teams.firstIndex(where: { $0.key == key }) {
        teams[index].members.append(student)
        byStudent[student]!.team = byStudent[teams[index].members[0]]!.team
      } else {
        teams.append((key, [student]))
      }
    }
    for team in teams {
      let decisions = team.members.map { byStudent[$0]! }
      var criteria: [String] = []
      for point in decisions.flatMap(\.points) where !criteria.contains(point.criterion) {
        criteria.append(point.criterion)
      }
      let comments = decisions.flatMap(\.comments)
      for (student, decision) in zip(team.members, decisions) {
        for criterion in criteria where decision.points(of: criterion) == nil {
          let given = decisions.flatMap(\.points).filter { $0.criterion == criterion }
          guard given.allSatisfy({ $0.points == given[0].points }) else {
            errors.append(
              DecisionError(
                Place(path, line: given.last!.line),
                .teamDisagrees(
                  team: decision.team!, criterion: criterion, firstLine: given[0].line,
                  id: student)))
            continue
          }
          byStudent[student]!.points.append(given[0])
        }
        for comment in comments where decision.comment(on: comment.criterion) == nil {
          if !byStudent[student]!.comments.contains(comment) {
            byStudent[student]!.comments.append(comment)
          }
        }
      }
    }
  }

  // MARK: New rows

  /// The file with a row for each of `wanted` that has none; nil if it has them all.
  func completed(
    _ wanted: [(student: Student, criterion: String)], _ plan: ClassPlan
  ) throws -> [UInt8]? {
    let missing = wanted.filter { !present.contains("\($0.student.id) \($0.criterion)") }
    func row(_ wanted: (student: Student, criterion: String), _ column: Column?) -> String {
      switch column {
      case .id: wanted.student.id
      case .name: wanted.student.name.harmlessCell
      case .criterion: wanted.criterion
      case .file, .points, .comment, .excused, .team, .extension, nil: ""
      }
    }
    guard let sheet else {
      let header = Column.allCases.map { plan.phrases["decisions.column.\($0.rawValue)"] }
      return CSVText.file(
        [header] + missing.map { wanted in Column.allCases.map { row(wanted, $0) } })
    }
    guard !missing.isEmpty else { return nil }
    return try sheet.appending(
      missing.map { wanted in
        sheet.rows[0].cells.indices.map { index in
          row(wanted, columns.first { $0.value == index }?.key)
        }
      })
  }
}
