/// The list of a workbook's sheets, and from when it counts days (ECMA-376, 18.2).
struct WorkbookPart {
  struct SheetEntry {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  private(set) var sheets: [SheetEntry] = []
  private(set) var countsFrom1904 = false

  init(_ part: [UInt8]) throws(XMLReader.Malformed) {
    try part.withXML { (reader: inout XMLReader) throws(XMLReader.Malformed) in
      while let token = try reader.next() {
        guard case .start(let name, let attributes, _) = token else { continue }
        if reader.isNamed(name, "workbookPr") {
          let value = reader.attribute("date1904", in: attributes)
          countsFrom1904 =
            value.map { reader.isNamed($0, "1") || reader.isNamed($0, "true") }
            ?? false
        } else if reader.isNamed(name, "sheet"),
          let id = reader.attribute("id", in: attributes)
        {
          let state = reader.attribute("state", in: attributes)
          let title = reader.attribute("name", in: attributes)
          sheets.append(
            SheetEntry(
              name: try title.map { (title) throws(XMLReader.Malformed) in
                try reader.string(title)
              } ?? "",
              relationship: try reader.string(id),
              isHidden: state.map { !reader.isNamed($0, "visible") } ?? false))
        }
      }
    }
  }
}
