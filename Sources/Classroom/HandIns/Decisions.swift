import Archives
import Diagnostics
import Lessons

/// `decisiones.csv` / `decisions.csv`: the one place where a teacher decides by hand. Its rows are
/// kept across runs to the byte; a run adds rows that are missing at its end.
struct Decisions {
  static func fileName(_ language: Language) -> String {
    language == .es ? "decisiones.csv" : "decisions.csv"
  }

  static func header(_ language: Language) -> [String] {
    language == .es
      ? ["id", "nombre", "archivo", "criterio", "puntos", "comentario", "exento", "equipo"]
      : ["id", "name", "file", "criterion", "points", "comment", "excused", "team"]
  }

  let path: String
  private let sheet: CSVFile?
  private(set) var byStudent: [String: Decision] = [:]
  /// Of each student's first row.
  private(set) var lines: [String: Int] = [:]
  /// Students and criteria that have a row, as `id criterion`.
  private var present: Set<String> = []

  /// Reads the file of a class folder; where there is none, nothing is decided.
  init(folder: String, language: Language, criteria: [Criterion]) throws {
    path = NotebookFolder.join(folder, Self.fileName(language))
    guard Files.isFile(path) else {
      sheet = nil
      return
    }
    let sheet = try CSVFile(path: path)
    self.sheet = sheet
    try read(sheet, criteria)
  }

  private mutating func read(_ sheet: CSVFile, _ criteria: [Criterion]) throws(DecisionError) {
    func column(_ name: String, _ other: String) throws(DecisionError) -> Int {
      guard let column = sheet.column([name, other]) else {
        throw DecisionError(
          Place(path, line: sheet.rows[0].line), .missingColumn(names: "\(name), \(other)"))
      }
      return column
    }
    let id = try column("id", "id")
    let file = try column("archivo", "file")
    let criterion = try column("criterio", "criterion")
    let points = try column("puntos", "points")
    let comment = try column("comentario", "comment")
    let excused = try column("exento", "excused")
    let team = try column("equipo", "team")
    for row in sheet.rows.dropFirst() {
      let student = row[id]
      guard !student.isEmpty else { continue }
      if lines[student] == nil { lines[student] = row.line }
      var decision = byStudent[student] ?? Decision()
      let name = row[criterion]
      if !name.isEmpty, !criteria.contains(where: { $0.id.utf8.elementsEqual(name.utf8) }) {
        throw DecisionError(
          Place(path, line: row.line),
          .unknownCriterion(
            name: name, known: criteria.map(\.id).joined(separator: ", ")))
      }
      present.insert("\(student) \(name)")
      if !row[points].isEmpty {
        guard let value = ClaimedNumber(row[points])?.value else {
          throw DecisionError(Place(path, line: row.line), .notPoints(value: row[points]))
        }
        decision.points.append((name, value))
      }
      if !row[comment].isEmpty { decision.comments.append((name, row[comment])) }
      if !row[file].isEmpty { decision.file = row[file] }
      if !row[team].isEmpty { decision.team = row[team] }
      if Self.means(yes: row[excused]) { decision.isExcused = true }
      byStudent[student] = decision
    }
  }

  /// Anything but an empty cell and a no.
  private static func means(yes text: String) -> Bool {
    !["", "no", "0", "false", "falso", "n"].contains(text.lowercased())
  }

  /// The file with a row for each of `wanted` that has none; nil where it has them all.
  func completed(
    _ wanted: [(student: Student, criterion: String)], language: Language
  ) throws -> [UInt8]? {
    let missing = wanted.filter { !present.contains("\($0.student.id) \($0.criterion)") }
    guard let sheet else {
      return CSVText.file(
        [Self.header(language)]
          + missing.map {
            [$0.student.id, $0.student.name, "", $0.criterion, "", "", "", ""]
          })
    }
    guard !missing.isEmpty else { return nil }
    let names = sheet.rows[0].cells.count
    let id = sheet.column(["id"])
    let name = sheet.column(["nombre", "name"])
    let criterion = sheet.column(["criterio", "criterion"])
    return try sheet.appending(
      missing.map { wanted in
        (0..<names).map { column in
          switch column {
          case id: wanted.student.id
          case name: wanted.student.name.harmlessCell
          case criterion: wanted.criterion
          default: ""
          }
        }
      })
  }
}

/// What the teacher wrote in decisiones.csv about one student.
struct Decision: Equatable {
  /// Which of several files counts.
  var file: String?
  /// By criterion; the empty name stands for the work as a whole.
  var points: [(criterion: String, points: Double)] = []
  /// By criterion; the empty name stands for the work as a whole.
  var comments: [(criterion: String, text: String)] = []
  var isExcused = false
  var team: String?

  func points(of criterion: String) -> Double? {
    points.last { $0.criterion.utf8.elementsEqual(criterion.utf8) }?.points
  }

  func comment(on criterion: String) -> String? {
    comments.last { $0.criterion.utf8.elementsEqual(criterion.utf8) }?.text
  }

  static func == (left: Decision, right: Decision) -> Bool { left.lines == right.lines }

  /// Everything in it, in a fixed order: part of what decides a student's report.
  var lines: [String] {
    [file ?? "", isExcused ? "1" : "0", team ?? ""]
      + points.map { "points \($0.criterion) \($0.points)" }
      + comments.map { "comment \($0.criterion) \($0.text)" }
  }
}

/// A mistake in decisiones.csv.
public struct DecisionError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case missingColumn(names: String)
    case unknownCriterion(name: String, known: String)
    case notPoints(value: String)
    case unknownStudent(id: String)
  }

  public let location: Place
  public let fault: Fault

  init(_ location: Place, _ fault: Fault) {
    self.location = location
    self.fault = fault
  }

  public var place: Place? { location }

  public var message: Message {
    switch fault {
    case .missingColumn(let names): Message("class.decisions.missingColumn", ["names": names])
    case .unknownCriterion(let name, let known):
      Message("class.decisions.unknownCriterion", ["name": name, "known": known])
    case .notPoints(let value): Message("class.decisions.notPoints", ["value": value])
    case .unknownStudent(let id): Message("class.decisions.unknownStudent", ["id": id])
    }
  }
}
