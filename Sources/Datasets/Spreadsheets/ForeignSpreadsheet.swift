import Archives

/// Files of spreadsheets that are known by their contents and not read.
enum ForeignSpreadsheet {
  /// The usual ending of an archive that another program than Excel, or an Excel in its binary format,
  /// made; nil for anything else.
  static func ending(of archive: ZipArchive) -> String? {
    let names = archive.entries.map(\.name)
    if names.contains("xl/workbook.bin") { return ".xlsb" }
    if names.contains(where: { $0.hasSuffix(".iwa") }) || names.contains("Index.zip") {
      return ".numbers"
    }
    guard let entry = archive.entries.first(where: { $0.name == "mimetype" }), entry.size < 200,
      let type = try? archive.contents(of: entry),
      String(decoding: type, as: UTF8.self).contains("opendocument.spreadsheet")
    else { return nil }
    return ".ods"
  }

  /// A compound file: Excel's format up to 2003, which also wraps a new one that has a password.
  static func fault(ofCompoundFile stored: [UInt8]) -> TableFault? {
    guard stored.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) else { return nil }
    let mark = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    let isEncrypted = stored.prefix(searched).firstRange(of: mark) != nil
    return isEncrypted ? .encryptedSpreadsheet : .spreadsheet(ending: ".xls")
  }

  /// The directory of a compound file may be anywhere in it.
  private static let searched = 8 << 20
}
