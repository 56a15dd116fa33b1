import Archives
import Diagnostics

/// An .xlsx file (Office Open XML, ECMA-376): a zip archive of XML parts.
///
/// Bounds: at most `entryLimit` entries that announce at most `sizeLimit` bytes together; only the
/// parts that the first sheet needs are inflated, none beyond what it announces.
struct Workbook {
  static let entryLimit = 1_000
  static let sizeLimit = 256 << 20

  private let archive: ZipArchive

  /// Whether the bytes begin as a zip archive.
  static func isArchive(_ stored: [UInt8]) -> Bool { stored.starts(with: [0x50, 0x4b, 3, 4]) }

  init(_ stored: [UInt8], path: String) throws(TableFault) {
    do throws(ArchiveError) {
      archive = try ZipArchive(
        stored, path: path, entryLimit: Self.entryLimit, sizeLimit: Self.sizeLimit)
    } catch {
      throw .archive(error.fault)
    }
    if let ending = ForeignSpreadsheet.ending(of: archive) { throw .spreadsheet(ending: ending) }
  }

  /// The cells of the first sheet that is not hidden.
  func firstSheet() throws(TableFault) -> Sheet {
    guard let main = try relationships(of: "").first(where: { $0.isOf("officeDocument") })?.target,
      has(main)
    else { throw .notASpreadsheet }
    let book = try read(main, WorkbookPart.init)
    let links = try relationships(of: main)
    let sheets = book.sheets.filter { sheet in
      links.contains { $0.id == sheet.relationship && $0.isOf("worksheet") }
    }
    guard let first = sheets.first(where: { !$0.isHidden }) ?? sheets.first,
      let part = links.first(where: { $0.id == first.relationship })?.target
    else { throw .notASpreadsheet }
    var sheet = Sheet()
    func linked(_ type: String) -> String? {
      links.first { $0.isOf(type) && has($0.target) }?.target
    }
    var strings = SharedStrings()
    if let name = linked("sharedStrings") {
      strings = try read(name) { (part) throws(XMLReader.Malformed) in
        try SharedStrings(part, appendingTo: &sheet.bytes)
      }
    }
    let formats = try linked("styles").map { (name) throws(TableFault) in
      try read(name, CellFormats.init)
    }
    if sheets.count > 1 {
      sheet.assumptions.append(
        Message(
          "table.assumedFirstSheet", ["sheet": shortened(first.name), "count": "\(sheets.count)"]))
    }
    var reader = SheetReader(
      strings: strings, formats: formats ?? CellFormats(), from1904: book.countsFrom1904,
      part: part, sheet: sheet)
    return try reader.read(try contents(of: part))
  }

  // MARK: Parts

  private func has(_ name: String) -> Bool {
    archive.entries.contains { $0.name.utf8.elementsEqual(name.utf8) }
  }

  private func contents(of name: String) throws(TableFault) -> [UInt8] {
    guard let entry = archive.entries.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw .brokenSpreadsheet(part: name)
    }
    do throws(ArchiveError) {
      return try archive.contents(of: entry)
    } catch {
      throw .archive(error.fault)
    }
  }

  private func read<Result>(
    _ name: String, _ body: ([UInt8]) throws(XMLReader.Malformed) -> Result
  ) throws(TableFault) -> Result {
    let part = try contents(of: name)
    do throws(XMLReader.Malformed) {
      return try body(part)
    } catch {
      throw .brokenSpreadsheet(part: name)
    }
  }

  /// The parts that `part` refers to; those of the archive itself for "". None where it says none.
  private func relationships(of part: String) throws(TableFault) -> [PartRelationship] {
    let slash = part.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.utf8.index(after: $0)...]) } ?? part
    let name = "\(folder)_rels/\(file).rels"
    guard has(name) else { return [] }
    return try read(name) { (part) throws(XMLReader.Malformed) in
      try PartRelationship.all(in: part, folder: folder)
    }
  }
}
