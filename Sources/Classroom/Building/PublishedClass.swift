import Archives
import Publishing

/// A class's report, or a shard of one, that was published earlier: students are taken from it.
public final class PublishedClass {
  /// Below the output, a folder for each student, named by the id.
  public static let folder = "students"
  /// What the class keeps of everybody, for exports and for the next build.
  public static let recordsName = "class.json"
  /// Personal data have no place in a repository.
  static let ignoreName = ".gitignore"
  static let ignoreAll = Array("*\n".utf8)
  private static let sizeLimit = 256 << 20

  private let target: ReportTarget
  private let records: [String: StudentRecord]
  private let hashes: [String: String]
  /// Whether a student's files are what they were, once looked at.
  private var isWhole: [String: Bool] = [:]

  init(_ target: ReportTarget) {
    self.target = target
    var records: [String: StudentRecord] = [:]
    if target.manifest != nil,
      let bytes = try? Files.read("\(target.path)/\(Self.recordsName)", limit: Self.sizeLimit),
      let json = JSONReader.value(bytes)
    {
      for element in json["students"]?.elements ?? [] {
        if let record = StudentRecord(element) { records[record.id] = record }
      }
    }
    self.records = records
    hashes = Dictionary(
      (target.manifest?.outputs ?? []).map { ($0.name, $0.sha256) },
      uniquingKeysWith: { first, _ in first })
  }

  /// nil if the student has none, or where a file of it is not what it was.
  func record(of id: String) -> StudentRecord? {
    guard let record = records[id] else { return nil }
    if let known = isWhole[id] { return known ? record : nil }
    let whole = record.files.allSatisfy { name in
      guard let listed = hashes["\(Self.folder)/\(id)/\(name)"],
        let bytes = try? Files.read("\(folder(of: id))/\(name)", limit: ChildLimits.fileSize)
      else { return false }
      return SHA256.hash(bytes).hexadecimal == listed
    }
    isWhole[id] = whole
    return whole ? record : nil
  }

  func folder(of id: String) -> String { "\(target.path)/\(Self.folder)/\(id)" }
}

/// A student's report that is made.
struct FinishedStudent {
  let record: StudentRecord
  /// Where its files are.
  let folder: String
  /// That folder is about to be removed: its files can be linked.
  var isTemporary = false

  /// Reads one of the record's files.
  func file(_ name: String) throws -> [UInt8] {
    try Files.read("\(folder)/\(name)", limit: ChildLimits.fileSize)
  }

  /// Puts the files below the student's own folder.
  func place(into staging: StagingFolder, includesPDF: Bool) throws {
    let target = "\(PublishedClass.folder)/\(record.id)"
    for name in record.files where includesPDF || !name.hasSuffix(".pdf") {
      let bytes = try file(name)
      try staging.write(
        "\(target)/\(name)", bytes, sha256: SHA256.hash(bytes).hexadecimal,
        source: isTemporary ? "\(folder)/\(name)" : nil)
    }
  }
}
