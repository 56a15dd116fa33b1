import Diagnostics
import Testing

@testable import Datasets

/// Workbooks put together by hand: what spreadsheets may write, and what none does.
@Suite struct SheetTests {
  private func table(_ sample: WorkbookSample) throws -> Table {
    try Table.read(bytes: sample.bytes, path: "t.xlsx")
  }

  static let strings = """
    <?xml version="1.0" encoding="UTF-8"?><!-- a > b --><x:sst xmlns:x="y"><x:si><x:t>x</x:t></x:si>\
    <x:si><x:r><x:rPr><x:t/></x:rPr><x:t xml:space="preserve">di </x:t></x:r><x:r><x:t>to</x:t></x:r>\
    <x:rPh><x:t>no</x:t></x:rPh></x:si><x:si/><x:si><x:t>a_x000D_b_x005F_x000D_&#xf1;&#233;</x:t></x:si>\
    <x:si><x:t><![CDATA[<&]]></x:t></x:si></x:sst>
    """

  @Test func resolvesSharedStrings() throws {
    var sample = WorkbookSample(
      rows: """
        <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>
        <row r="7"><c r="B7" t="s"><v>3</v></c></row>
        <row><c t="s"><v>4</v></c><c t="str"><f>A1&amp;"é"</f><v>x&#10;y</v></c></row>
        <row><c t="s"><v>2</v></c><c r="C9" s="4"/></row>
        """)
    sample.strings = Self.strings
    let table = try table(sample)
    #expect(table.columns == ["x", "di to"])
    #expect(table.texts == [["", "a\rb_x000D_ñé"], ["<&", "x\ny"]])
    #expect((0..<2).map(table.line(ofRow:)) == [7, 8])
  }

  @Test func numbersAreInNoDoubt() throws {
    let table = try table(
      WorkbookSample(
        rows: """
          <row><c t="inlineStr"><is><t>x</t></is></c><c t="inlineStr"><is><t>y</t></is></c></row>
          <row><c><v>1.234</v></c><c t="n"><v>1.1000000000000001</v></c></row>
          <row><c t="inlineStr"><is><t>1,5</t></is></c><c><v>1.5E+20</v></c></row>
          <row><c><f>A2*2</f><v>-2.468</v></c><c><v>100000000000000000</v></c></row>
          """))
    #expect(try table.numbers(inColumn: 0) == [1.234, 1.5, -2.468])
    #expect(try table.numbers(inColumn: 1) == [1.1, 1.5e20, 1e17])
    #expect(table.text(row: 0, column: 1) == "1.1")
    #expect(
      table.assumptions == [Message("table.assumedDecimalComma", ["columns": "x"])])
  }

  @Test func textInDoubtNamesItsCell() {
    let sample = WorkbookSample(
      rows: """
        <row r="3"><c r="AB3" t="str"><v>x</v></c></row>\
        <row r="5"><c r="AB5"><v>1.5</v></c></row><row r="9"><c r="AB9" t="str"><v>1,234</v></c></row>
        """)
    #expect(
      tableError(sample.bytes)
        == TableError(
          "t.csv", line: 9, cell: "AB9",
          .ambiguousNumber(column: "x", value: "1,234", decimal: "1.234", thousands: "1234")))
  }

  @Test func percentagesAreFractions() throws {
    var sample = WorkbookSample(
      rows: """
        <row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>
        <row><c s="1"><v>0.45</v></c><c s="2"><v>0.5</v></c></row>
        <row><c s="3"><v>0.125</v></c><c t="str"><v>z</v></c></row>
        """)
    sample.styles = """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot;d&quot;%"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>\
      <xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs></styleSheet>
      """
    let table = try table(sample)
    #expect(try table.numbers(inColumn: 0) == [0.45, 0.125])
    #expect(
      table.assumptions == [
        Message("table.assumedFractions", ["column": "a", "cell": "A2", "value": "0.45"])
      ])
  }

  @Test func emptyColumnsOnTheLeftAreLeftOut() throws {
    let table = try table(
      WorkbookSample(
        rows: """
          <row r="2"><c r="D2" t="str"><v>x</v></c></row><row r="3"><c r="D3"><v>5</v></c></row>
          """))
    #expect(table.columns == ["x"])
    #expect(try table.numbers(inColumn: 0) == [5])
  }

  /// What is in the rows, the row that is named, its cell and what is wrong.
  static let broken: [(String, String, Int?, String?, TableFault)] = [
    ("no cell", "", nil, nil, .empty),
    ("empty rows", "<row r=\"2\"/><row r=\"4\"><c r=\"A4\" s=\"1\"/></row>", nil, nil, .empty),
    ("a header alone", "<row r=\"2\"><c t=\"str\"><v>x</v></c></row>", 2, nil, .noRows),
    (
      "a note beside the table",
      "<row><c t=\"str\"><v>x</v></c></row><row><c><v>1</v></c><c r=\"C2\" t=\"str\"><v>!</v></c></row>",
      2, nil, .tooManyCellsInRow(found: 3, expected: 1, isCommaSeparated: false)
    ),
    (
      "an average below",
      "<row><c t=\"str\"><v>g</v></c></row><row><c t=\"str\"><v>a</v></c></row>"
        + "<row><c t=\"str\"><v>Promedio</v></c></row>",
      3, "A3", .summaryRow(value: "Promedio")
    ),
    (
      "a formula without result",
      "<row><c t=\"str\"><v>x</v></c></row><row><c><f>SUM(B1)</f></c></row>", 2, "A2",
      .formula(column: "x", value: "=SUM(B1)")
    ),
    (
      "a shared formula without result",
      "<row><c t=\"str\"><v>x</v></c></row><row><c><f t=\"shared\" si=\"0\"/></c></row>", 2, "A2",
      .formula(column: "x", value: "=")
    ),
    (
      "a truth", "<row><c t=\"str\"><v>x</v></c></row><row><c t=\"b\"><v>0</v></c></row>", 2, "A2",
      .notANumber(column: "x", value: "FALSE")
    ),
    (
      "a unit", "<row><c t=\"str\"><v>x</v></c></row><row><c t=\"str\"><v>85 lpm</v></c></row>", 2,
      "A2", .unit(column: "x", value: "85 lpm", number: "85", unit: "lpm")
    ),
    (
      "a strict date",
      "<row><c t=\"str\"><v>x</v></c></row><row><c t=\"d\"><v>2024-01-05T00:00:00</v></c></row>", 2,
      "A2", .date(column: "x", value: "2024-01-05T00:00:00")
    ),
    (
      "an empty cell",
      "<row><c t=\"str\"><v>x</v></c><c t=\"str\"><v>y</v></c></row><row><c><v>1</v></c></row>", 2,
      "B2", .emptyCell(column: "y")
    ),
    (
      "no number in a number's cell",
      "<row><c t=\"str\"><v>x</v></c></row><row><c><v>abc</v></c></row>", 2, "A2",
      .notANumber(column: "x", value: "abc")
    ),
  ]

  @Test(arguments: broken)
  func refuses(what: String, rows: String, line: Int?, cell: String?, fault: TableFault) {
    #expect(
      tableError(WorkbookSample(rows: rows).bytes)
        == TableError("t.csv", line: line, cell: cell, fault), "\(what)")
  }

  /// Rows that no spreadsheet writes.
  static let malformed = [
    "<row r=\"0\"><c><v>1</v></c></row>", "<row r=\"1048577\"><c><v>1</v></c></row>",
    "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
    "<row r=\"1\"><c r=\"B2\"><v>1</v></c></row>", "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
    "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "<row><c><v>1</v></row>",
    "<row><c><v>1</w></c></row>", "<row><c t=\"s\"><v>0</v></c></row>", "<row><c><v>1<",
    "<row><c t=\"str\"><v>&x;</v></c></row>", "<row><c><v>1e99999999999999999999</v></c></row>",
    "<row><d><v>1</v></d></row>", "<row><c><v><b>1</b></v></c></row>",
  ]

  @Test(arguments: malformed)
  func saysWhatPartIsDamaged(rows: String) {
    #expect(
      tableError(WorkbookSample(rows: rows).bytes)
        == TableError("t.csv", .brokenSpreadsheet(part: "xl/worksheets/sheet1.xml")))
  }

  @Test func tellsArchivesApart() {
    var sample = WorkbookSample(rows: "<row><c><v>1</v></c></row>")
    sample.main = "<Relationships/>"
    #expect(tableError(sample.bytes) == TableError("t.csv", .notASpreadsheet))
    sample = WorkbookSample(rows: "")
    sample.workbook = "<document/>"
    #expect(tableError(sample.bytes) == TableError("t.csv", .notASpreadsheet))
    sample.others = [("Index/Document.iwa", [1])]
    #expect(tableError(sample.bytes) == TableError("t.csv", .spreadsheet(ending: ".numbers")))
    sample.others = [("xl/workbook.bin", [1])]
    #expect(tableError(sample.bytes) == TableError("t.csv", .spreadsheet(ending: ".xlsb")))
    #expect(
      tableError(Array(WorkbookSample(rows: "").bytes.dropLast(5)))
        == TableError("t.csv", .archive(.notZip)))
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
    #expect(
      tableError([0xd0, 0xcf, 0x11, 0xe0, 1] + name) == TableError("t.csv", .encryptedSpreadsheet))
  }

  @Test func refusesBombs() {
    var sample = WorkbookSample(rows: "")
    sample.sheet =
      "<!DOCTYPE a [<!ENTITY b \"\(String(repeating: "c", count: 99))\">]>" + sample.sheet
    #expect(
      tableError(sample.bytes)
        == TableError("t.csv", .brokenSpreadsheet(part: "xl/worksheets/sheet1.xml")))
    sample = WorkbookSample(rows: "")
    sample.sheet = String(repeating: "<a>", count: 1000)
    #expect(
      tableError(sample.bytes)
        == TableError("t.csv", .brokenSpreadsheet(part: "xl/worksheets/sheet1.xml")))
    // One cell far to the right: no record grows that far.
    let wide = WorkbookSample(
      rows: "<row><c t=\"str\"><v>x</v></c><c r=\"XFD1\" t=\"str\"><v>y</v></c></row>")
    #expect(
      tableError(wide.bytes) == TableError("t.csv", line: 1, .tooManyColumns(limit: 4_096)))
    sample = WorkbookSample(rows: "")
    sample.others = (0..<Workbook.entryLimit).map { ("e\($0)", []) }
    #expect(
      tableError(sample.bytes)
        == TableError("t.csv", .archive(.tooManyEntries(found: 1004, limit: 1000))))
  }
}
