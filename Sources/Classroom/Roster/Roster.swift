import Datasets
import Diagnostics

/// The people of a class: Moodle's offline grading worksheet, Canvas's gradebook export, or a plain
/// CSV with a code for each person. A course with separate groups has one list for each group.
///
/// The bytes of the lists are kept, so that grades can be written back into them.
public struct Roster: Sendable {
  public enum Kind: String, Sendable {
    case moodle, canvas, plain
  }

  /// One file of the roster.
  public struct List: Sendable {
    public let sheet: CSVFile
    public let columns: RosterColumns
    let kind: Kind
  }

  public let kind: Kind
  /// In the order of their names.
  public let lists: [List]
  /// In the order of the lists, each person once.
  public private(set) var students: [Student]

  public init(paths: [String]) throws {
    try self.init(paths.map { try CSVFile(path: $0) })
  }

  /// Precondition: there is a sheet.
  public init(_ sheets: [CSVFile]) throws(RosterError) {
    var lists: [List] = []
    for sheet in sheets { lists.append(try Self.recognized(sheet)) }
    self.lists = lists
    kind = lists[0].kind
    students = []
    if let other = lists.first(where: { $0.kind != lists[0].kind }) {
      throw RosterError(Place(other.sheet.path), .otherKind(first: lists[0].sheet.path))
    }
    var places: [String: Int] = [:]
    var ids: [Set<String>] = []
    for (index, list) in lists.enumerated() {
      let read = try RosterReader(list: list, index: index).students()
      ids.append(Set(read.map(\.id)))
      for student in read { try add(student, list, &places) }
    }
    try Self.refuseCopies(lists, ids)
  }

  private mutating func add(
    _ student: Student, _ list: List, _ places: inout [String: Int]
  ) throws(RosterError) {
    guard let place = places[student.id] else {
      places[student.id] = students.count
      students.append(student)
      return
    }
    let known = students[place]
    let line = list.sheet.rows[student.rows[0].row].line
    guard known.name.isEmpty || student.name.isEmpty || known.name == student.name else {
      throw RosterError(
        Place(list.sheet.path, line: line),
        .otherPerson(id: student.id, name: student.name, known: known.name))
    }
    students[place].rows += student.rows
  }

  /// Two downloads of one list are not two groups.
  private static func refuseCopies(_ lists: [List], _ ids: [Set<String>]) throws(RosterError) {
    for (index, own) in ids.enumerated() {
      if let other = ids.indices.first(where: { $0 != index && own.isSubset(of: ids[$0]) }) {
        throw RosterError(
          Place(lists[index].sheet.path), .samePeople(other: lists[other].sheet.path))
      }
    }
  }

  /// Moodle has an identifier, Canvas the columns Student, ID and Section.
  private static func recognized(_ sheet: CSVFile) throws(RosterError) -> List {
    func list(_ kind: Kind, _ id: Int) -> List {
      List(sheet: sheet, columns: RosterColumns(sheet, id: id), kind: kind)
    }
    if let id = sheet.column(PlatformWords.identifiers) { return list(.moodle, id) }
    let header = sheet.rows[0].cells.map { ColumnName.trimmed($0.text) }
    if let id = header.firstIndex(of: "ID"), header.contains("Section"),
      header.contains("Student") || header.contains("LastName")
    {
      return list(.canvas, id)
    }
    if let id = sheet.column(PlatformWords.codes) { return list(.plain, id) }
    throw RosterError(
      Place(sheet.path, line: sheet.rows[0].line),
      .noIdentifier(columns: header.joined(separator: ", ")))
  }
}

/// Reads the people of a list whose columns are known.
struct RosterReader {
  let list: Roster.List
  /// The index of the list in the roster.
  let index: Int

  private var sheet: CSVFile { list.sheet }
  private var columns: RosterColumns { list.columns }

  func students() throws(RosterError) -> [Student] {
    var students: [Student] = []
    var lines: [[UInt8]: Int] = [:]
    for (index, row) in sheet.rows.enumerated().dropFirst() {
      guard let id = try id(of: row) else { continue }
      // Two names that differ by case alone are one file on many disks.
      let key = Array(id.lowercased().utf8)
      if let first = lines[key] {
        throw error(row, .repeatedIdentifier(id: id, firstLine: first))
      }
      lines[key] = row.line
      students.append(try student(id, row, index: index))
    }
    guard !students.isEmpty else { throw error(sheet.rows[0], .noStudents) }
    return students
  }

  /// The id of a row; nil for a row that is about no student.
  private func id(of row: CSVFile.Row) throws(RosterError) -> String? {
    let text = row[columns.id]
    switch list.kind {
    case .moodle:
      // `Participant 48213`, `Participante48213`, or the number alone.
      let digits = String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
      guard !digits.isEmpty, digits.utf8.count <= 18 else {
        throw error(row, .badIdentifier(id: text))
      }
      return digits
    case .canvas:
      // `    Points Possible` and notes on muted assignments have no number; the test student, whom
      // Canvas adds to every course, has one.
      guard !Self.isTestStudent(ColumnName.trimmed(row.cells.first?.text ?? "")) else { return nil }
      return !text.isEmpty && text.allSatisfy({ $0.isASCII && $0.isNumber })
        && text.utf8.count <= 18
        ? text : nil
    case .plain:
      guard StudentIdentifier.isSafe(text) else { throw error(row, .badIdentifier(id: text)) }
      return text
    }
  }

  /// Canvas gives its test student this name, in English whatever the course's language is.
  private static func isTestStudent(_ name: String) -> Bool {
    ["Student, Test", "Test Student", "Student Test"].contains(name)
  }

  private func student(
    _ id: String, _ row: CSVFile.Row, index: Int
  ) throws(RosterError) -> Student {
    let name = [row[columns.name], row[columns.familyName]].map(Self.plainText)
      .filter { !$0.isEmpty }.joined(separator: " ")
    let lateness = [row[columns.status], row[columns.submitted]].map(PlatformWords.lateness)
    return Student(
      id: id, name: name, email: row[columns.email],
      rows: [Student.Row(list: self.index, row: index)], maximum: try maximum(row),
      lateness: lateness.first(where: \.isLate) ?? .onTime)
  }

  /// A name without the tags that Moodle puts around those of suspended users.
  private static func plainText(_ name: String) -> String {
    guard name.contains("<span") else { return name }
    return ColumnName.trimmed(OnlineText.lines(name).replacing("\n", with: " "))
  }

  /// `100.00`, `100,00`. Moodle writes no signs between thousands, so `10,000` is 10 in its lists.
  private func maximum(_ row: CSVFile.Row) throws(RosterError) -> Points? {
    let text = row[columns.maximum]
    guard !text.isEmpty, text != "-" else { return nil }
    var readings = Points.readings(text)
    if list.kind == .moodle { readings.sort() }
    guard let maximum = readings.first, maximum > .zero else {
      throw error(row, .badMaximum(text: text))
    }
    return maximum
  }

  private func error(_ row: CSVFile.Row, _ fault: RosterError.Fault) -> RosterError {
    RosterError(Place(sheet.path, line: row.line), fault)
  }
}

/// Why the list of a class is refused.
public struct RosterError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    /// No column identifies people.
    case noIdentifier(columns: String)
    case badIdentifier(id: String)
    case repeatedIdentifier(id: String, firstLine: Int)
    case noStudents
    /// The highest grade is no number that grades can have.
    case badMaximum(text: String)
    /// One list is Moodle's, another is Canvas's or a plain one.
    case otherKind(first: String)
    /// Two lists give one identifier to people with different names.
    case otherPerson(id: String, name: String, known: String)
    /// Everybody of this list is in another one.
    case samePeople(other: String)
  }

  public let location: Place
  public let fault: Fault

  public init(_ location: Place, _ fault: Fault) {
    self.location = location
    self.fault = fault
  }

  public var place: Place? { location }

  public var message: Message {
    func message(_ key: String, _ arguments: [String: String] = [:]) -> Message {
      Message("class.roster.\(key)", arguments)
    }
    switch fault {
    case .noIdentifier(let columns): return message("noIdentifier", ["columns": columns])
    case .badIdentifier(let id): return message("badIdentifier", ["id": id])
    case .repeatedIdentifier(let id, let line):
      return message("repeatedIdentifier", ["id": id, "first": String(line)])
    case .noStudents: return message("noStudents")
    case .badMaximum(let text): return message("badMaximum", ["text": text])
    case .otherKind(let first): return message("otherKind", ["first": first])
    case .otherPerson(let id, let name, let known):
      return message("otherPerson", ["id": id, "name": name, "known": known])
    case .samePeople(let other): return message("samePeople", ["other": other])
    }
  }
}
