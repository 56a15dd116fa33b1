extension Table {
  /// The text of a file as tables are decoded: UTF-8, else UTF-16 by its mark, else Windows-1252.
  public static func text(of bytes: [UInt8], path: String) throws(TableError) -> String {
    do throws(TableFault) {
      return String(decoding: try TableText(bytes).bytes, as: UTF8.self)
    } catch {
      throw TableError(path, error)
    }
  }

  /// A name as headers are compared: without regard to case, accents, blanks and `_`.
  public static func foldedName(_ name: String) -> String {
    String(decoding: ColumnName.folded(name), as: UTF8.self)
  }
}
