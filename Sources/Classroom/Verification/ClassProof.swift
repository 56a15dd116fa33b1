import Archives
import Publishing

/// Holds a file that a student or a platform has against the class's report, which the teacher has.
///
/// A student's page carries no hash of its data, so nothing in it can prove it. The class's folder can:
/// it has every page and picture with its SHA-256, in a sealed manifest.
public struct ClassProof {
  public enum Verdict: Hashable, Sendable {
    /// Byte for byte files of the class's report.
    case genuine([String])
    /// A worksheet whose grades are those of the class.
    case sameGrades(count: Int)
    /// Entries of a zip, or ids of a worksheet, that are not as the class has them.
    case differs([String])
    /// Nothing in the class's report is like it.
    case unknown
    /// The class's own folder is not as it was published.
    case damaged([String])
  }

  private let folder: String
  private let exhibit: Exhibit
  private let outputs: [String: [String]]

  /// - Parameter folder: a class's report, such as `output/practica-5`.
  ///
  /// Returns nil if the folder has none.
  public init?(folder: String) throws {
    guard let exhibit = try Exhibit.read(folder), case .report(let manifest) = exhibit.kind,
      manifest.kind == .classroom
    else { return nil }
    self.folder = folder
    self.exhibit = exhibit
    outputs = Dictionary(grouping: manifest.outputs, by: \.sha256).mapValues { $0.map(\.name) }
  }

  public func verdict(of path: String) throws -> Verdict {
    guard exhibit.faults.isEmpty else {
      return .damaged(
        exhibit.faults.map { fault in
          switch fault {
          case .changed(let name), .missing(let name), .notAFile(let name): name
          case .edited, .pixels: Manifest.fileName
          }
        })
    }
    let bytes = try Files.read(path, limit: 1 << 30)
    if let names = outputs[SHA256.hash(bytes).hexadecimal] { return .genuine(names) }
    if bytes.starts(with: "PK".utf8) { return try archive(path) }
    if path.lowercased().hasSuffix(".csv") { return try worksheet(bytes, path) }
    return .unknown
  }

  /// Every entry must be a file of the student whose number is in its name.
  private func archive(_ path: String) throws -> Verdict {
    let zip = try ZipFile(path: path)
    var names: [String] = []
    var others: [String] = []
    for entry in zip.entries where !entry.name.hasSuffix("/") {
      let pieces = entry.name.split(separator: "/").first.map { $0.split(separator: "_") } ?? []
      let contents = try? zip.contents(
        of: entry, stored: zip.stored(entry, limit: ChildLimits.fileSize))
      let found = contents.flatMap { outputs[SHA256.hash($0).hexadecimal] } ?? []
      let own = found.first { name in
        pieces.contains { name.hasPrefix("\(PublishedClass.folder)/\($0)/") }
      }
      if let own { names.append(own) } else { others.append(entry.name) }
    }
    if !others.isEmpty { return .differs(others) }
    return names.isEmpty ? .unknown : .genuine(names)
  }

  /// Every grade must be that of the class, on the class's scale.
  private func worksheet(_ bytes: [UInt8], _ path: String) throws -> Verdict {
    let roster = try Roster([CSVFile(bytes, path: path)])
    guard
      let json = JSONReader.value(
        try Files.read("\(folder)/\(PublishedClass.recordsName)", limit: 256 << 20)),
      let column = roster.lists[0].columns.grade
    else { return .unknown }
    var records: [String: StudentRecord] = [:]
    for element in json["students"]?.elements ?? [] {
      if let record = StudentRecord(element) { records[record.id] = record }
    }
    var count = 0
    var others: [String] = []
    for student in roster.students {
      let cell = roster.lists[0].sheet.rows[student.rows[0].row][column]
      guard !cell.isEmpty, cell != "-" else { continue }
      count += 1
      let grade = records[student.id]?.grade
      if !Points.readings(cell).contains(where: { $0 == grade }) { others.append(student.id) }
    }
    if !others.isEmpty { return .differs(others) }
    return count > 0 ? .sameGrades(count: count) : .unknown
  }
}
