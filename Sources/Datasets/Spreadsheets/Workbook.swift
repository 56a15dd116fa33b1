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

  private struct Entry {
    var name: String
    var isHidden: Bool
    var part: String
  }

  /// The cells of the sheet that is asked for; without a choice of the only one that has the columns
  /// which are used; where none are known, of the first that is not hidden.
  func sheet(for options: TableOptions) throws(TableFault) -> Sheet {
    guard let main = try relationships(of: "").first(where: { $0.isOf("officeDocument") })?.target,
      has(main)
    else { throw .notASpreadsheet }
    let book = try read(main, WorkbookPart.init)
    let links = try relationships(of: main)
    let sheets = book.sheets.compactMap { sheet in
      links.first { $0.id == sheet.relationship && $0.isOf("worksheet") }
        .map { Entry(name: sheet.name, isHidden: sheet.isHidden, part: $0.target) }
    }
    guard let first = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
      throw .notASpreadsheet
    }
    var texts: [UInt8] = []
    func linked(_ type: String) -> String? {
      links.first { $0.isOf(type) && has($0.target) }?.target
    }
    var strings = SharedStrings()
    if let name = linked("sharedStrings") {
      strings = try read(name) { (part) throws(XMLReader.Malformed) in
        try SharedStrings(part, appendingTo: &texts)
      }
      guard !strings.isTooLong else { throw .longText(limit: 32_767) }
    }
    let formats = try linked("styles").map { (name) throws(TableFault) in
      try read(name, CellFormats.init)
    }
    func cells(of entry: Entry) throws(TableFault) -> Sheet {
      var sheet = Sheet()
      sheet.bytes = texts
      sheet.title = entry.name
      sheet.name = sheets.count > 1 ? shortened(entry.name) : nil
      var reader = SheetReader(
        strings: strings, formats: formats ?? CellFormats(), from1904: book.countsFrom1904,
        part: entry.part, sheet: sheet)
      sheet = try reader.read(try contents(of: entry.part))
      if sheet.hiddenRowCount > 0 {
        sheet.assumptions.append(
          Message("table.hiddenRows", ["count": "\(sheet.hiddenRowCount)"]))
      }
      return sheet
    }
    if let choice = options.sheet {
      return try cells(of: try chosen(choice, sheets))
    }
    guard sheets.count > 1 else { return try cells(of: first) }
    guard let used = UsedNames(options.used) else {
      var sheet = try cells(of: first)
      sheet.assumptions.append(assumption("table.assumedFirstSheet", sheet, sheets))
      return sheet
    }
    var found: [Sheet] = []
    for entry in sheets {
      let sheet = try cells(of: entry)
      let sample = sheet.bytes.withUnsafeBufferPointer {
        TableSample(SheetRecords(sheet), $0, used: used)
      }
      if sample.isNamed { found.append(sheet) }
    }
    guard var sheet = found.first else {
      throw .noSheetHasThem(sheets: listed(sheets.map(\.name)))
    }
    guard found.count == 1 else {
      throw .severalSheets(listed(found.map(\.title)), first: shortened(found[0].title))
    }
    sheet.assumptions.append(assumption("table.assumedSheet", sheet, sheets))
    return sheet
  }

  private func assumption(_ key: String, _ sheet: Sheet, _ sheets: [Entry]) -> Message {
    Message(key, ["sheet": shortened(sheet.title), "count": "\(sheets.count)"])
  }

  private func listed(_ names: [String]) -> String {
    names.prefix(20).map { "“\(shortened($0))”" }.joined(separator: ", ")
  }

  private func chosen(
    _ choice: TableOptions.SheetChoice, _ sheets: [Entry]
  ) throws(TableFault) -> Entry {
    switch choice {
    case .number(let number):
      // A year is the name of a sheet rather than its number.
      if let named = sheets.first(where: { $0.name == String(number) }),
        !sheets.indices.contains(number - 1)
      {
        return named
      }
      if sheets.indices.contains(number - 1) { return sheets[number - 1] }
      throw .missingSheet("\(number)", sheets: listed(sheets.map(\.name)))
    case .name(let name):
      let folded = ColumnName.folded(name)
      let found =
        sheets.first { $0.name == name } ?? sheets.first { ColumnName.folded($0.name) == folded }
      guard let found else {
        throw .missingSheet(shortened(name), sheets: listed(sheets.map(\.name)))
      }
      return found
    }
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
