import Archives

/// A workbook put together by hand: the parts that matter, everything else left out.
struct WorkbookSample {
  var sheet = ""
  var strings: String?
  var styles: String?
  var workbook = """
    <workbook xmlns:r="r"><sheets><sheet name="Hoja1" sheetId="1" r:id="rId1"/></sheets></workbook>
    """
  var links = """
    <Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/>\
    <Relationship Id="rId2" Type="t/sharedStrings" Target="/xl/sharedStrings.xml"/>\
    <Relationship Id="rId3" Type="t/styles" Target="./styles.xml"/></Relationships>
    """
  var main = """
    <Relationships><Relationship Id="a" Type="t/officeDocument" Target="xl/workbook.xml"/>\
    </Relationships>
    """
  /// Entries beside or instead of the usual ones.
  var others: [(name: String, contents: [UInt8])] = []

  /// The rows of the sheet, as they stand inside `sheetData`.
  init(rows: String) { sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

  var bytes: [UInt8] {
    var entries: [(name: String, contents: [UInt8])] = [
      ("_rels/.rels", Array(main.utf8)), ("xl/workbook.xml", Array(workbook.utf8)),
      ("xl/_rels/workbook.xml.rels", Array(links.utf8)),
      ("xl/worksheets/sheet1.xml", Array(sheet.utf8)),
    ]
    if let strings { entries.append(("xl/sharedStrings.xml", Array(strings.utf8))) }
    if let styles { entries.append(("xl/styles.xml", Array(styles.utf8))) }
    return ZipWriter.archive(entries + others)
  }
}
