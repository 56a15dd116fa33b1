import Archives
import Reports

/// A student's report that is made, and where its files are read from.
struct FinishedStudent {
  let record: StudentRecord
  /// Reads one of the record's files.
  let file: (_ name: String) throws -> [UInt8]

  /// The page that goes to the student; nil where there is none.
  func page() throws -> PrintedPages.Page? {
    guard let name = record.files.first(where: { $0.hasSuffix(".html") }) else { return nil }
    return PrintedPages.Page(
      id: record.id, name: name, sha256: SHA256.hash(try file(name)).hexadecimal)
  }

  /// Writes the files below the student's own folder, the page's PDF beside the page.
  func place(
    into staging: StagingFolder, pdf: (PrintedPages.Page) -> [UInt8]?
  ) throws {
    let folder = "\(PublishedClass.folder)/\(record.id)"
    for name in record.files { try staging.write("\(folder)/\(name)", file(name)) }
    if let page = try page(), let pdf = pdf(page) {
      try staging.write("\(folder)/\(StudentWork.pdfName(ofPage: page.name))", pdf)
    }
  }
}
