import Archives
import Reports

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

  /// The page that goes to the student; nil where there is none.
  func page() throws -> PrintedPages.Page? {
    guard let name = record.files.first(where: Self.isPage) else { return nil }
    return PrintedPages.Page(
      id: record.id, name: name, sha256: SHA256.hash(try file(name)).hexadecimal)
  }

  private static func isPage(_ name: String) -> Bool { name.hasSuffix(".html") }

  /// Puts the files below the student's own folder, the page's PDF beside the page.
  func place(
    into staging: StagingFolder, pdf: (PrintedPages.Page) -> [UInt8]?
  ) throws {
    let target = "\(PublishedClass.folder)/\(record.id)"
    for name in record.files {
      let bytes = try file(name)
      let hash = SHA256.hash(bytes).hexadecimal
      try staging.write(
        "\(target)/\(name)", bytes, sha256: hash,
        source: isTemporary ? "\(folder)/\(name)" : nil)
      guard Self.isPage(name) else { continue }
      if let pdf = pdf(PrintedPages.Page(id: record.id, name: name, sha256: hash)) {
        try staging.write("\(target)/\(StudentWork.pdfName(ofPage: name))", pdf)
      }
    }
  }
}
