import Diagnostics
import Testing

@testable import Datasets

@Suite struct TableErrorTests {
  /// A text, the line that is named, and what is wrong; every column is asked for its numbers.
  static let broken: [(String, String, Int?, TableFault)] = [
    ("nothing", "", nil, .empty),
    ("a byte order mark only", "\u{feff}", nil, .empty),
    ("blank lines only", "\n\r\n  \n", nil, .empty),
    ("separators only", ",,\n,,\n", nil, .empty),
    ("sep= only", "sep=;\n", nil, .empty),
    ("a header only", "\nx,y\n\n", 2, .noRows),
    ("a header and empty rows", "x,y\n,\n,\n", 1, .noRows),
    ("a page", "\n <!DOCTYPE html>\n<html>", nil, .webPage),
    ("another page", "<HTML lang=es>", nil, .webPage),
    ("a null byte", "x,y\n1,2\n3\u{0},4\n", 3, .nulByte),

    ("numbers for a header", "1,2\n3,4\n", 1, .noHeader(value: "1")),
    ("one number for a header", "\n1.5\n2\n", 2, .noHeader(value: "1.5")),
    ("a column without name", "x,,z\n1,2,3\n", 1, .unnamedColumn(number: 2)),
    ("a first column that does not count", ",x\n0,1\n2,2\n", 1, .unnamedColumn(number: 1)),
    (
      "two columns of one name", "x,y,x \n1,2,3\n", 1,
      .duplicateColumn(column: "x", first: 1, second: 3)
    ),
    (
      "two names in two encodings", "\u{e9},e\u{301}\n1,2\n", 1,
      .duplicateColumn(column: "e\u{301}", first: 1, second: 2)
    ),
    (
      "too many columns", (1...4097).map { "c\($0)" }.joined(separator: ",") + "\n", 1,
      .tooManyColumns(limit: 4_096)
    ),

    ("a short row", "x,y,z\n1,2,3\n4,5\n", 3, .tooFewCells(found: 2, expected: 3)),
    ("a short row between semicolons", "x;y\n1;2\n\n4\n", 4, .tooFewCells(found: 1, expected: 2)),
    (
      "a long row", "x;y\n1;2\n3;4;5;;\n", 3,
      .tooManyCellsInRow(found: 3, expected: 2, isCommaSeparated: false)
    ),
    (
      "decimal commas between commas", "x,y\n1,5,2,5\n3,5,4,5\n", 2,
      .tooManyCellsInRow(found: 4, expected: 2, isCommaSeparated: true)
    ),
    (
      "a comma in one column", "x\n1;2\n", 2,
      .tooManyCellsInRow(found: 2, expected: 1, isCommaSeparated: false)
    ),
    ("a quote without end", "x,y\n1,2\n3,\"4\n5,6\n", 3, .unclosedQuote(column: "y")),
    ("a quote without end in the header", "x,\"y\n1,2\n", 1, .unclosedQuote(column: "2")),
    ("a quote at the end of the file", "x,y\n1,\"", 2, .unclosedQuote(column: "y")),
    ("a quote doubled at the end", "x,y\n1,\"\"\"\n", 2, .unclosedQuote(column: "y")),
    ("text after a quote", "x,y\n\"1\n2\"a b,2\n", 3, .textAfterQuote(column: "x", text: "a b")),
    ("a quote beyond the header", "x,y\n1,2,\"3\" 4\n", 2, .textAfterQuote(column: "3", text: "4")),

    ("six lines of title", "a\nb\nc\nd\ne\nf\nx,y\n1,2\n", 2, .notANumber(column: "a", value: "b")),
    ("an average below", "grupo,x\na,1\nb,3\nPromedio,2\n", 4, .summaryRow(value: "Promedio")),
    ("a total below", "x;y\n1;2\n3;4\n TOTAL: ;6\n;\n", 4, .summaryRow(value: " TOTAL: ")),
    ("totals throughout", "x,y\ntotal,1\ntotal,2\n", 2, .notANumber(column: "x", value: "total")),
    ("an empty cell", "x,y\n1,2\n,4\n", 3, .emptyCell(column: "x")),
    ("a blank cell", "x,y\n1,2\n3, \u{a0}\n", 3, .emptyCell(column: "y")),
    ("an empty quoted cell", "x,y\n1,\"\"\n", 2, .emptyCell(column: "y")),
    ("text", "ppm,estrés\n72,4\n80,alto\n", 3, .notANumber(column: "estrés", value: "alto")),
    (
      "a unit", "x,y\n45 °F,1\n", 2,
      .unit(column: "x", value: "45 °F", number: "45", unit: "°F")
    ),
    (
      "a unit in every row", "x,y\n85 lpm,1\n90 lpm,2\n", 2,
      .unit(column: "x", value: "85 lpm", number: "85", unit: "lpm")
    ),
    (
      "a unit with digits", "x,y\n\"1.234,5 m/s2\",1\n", 2,
      .unit(column: "x", value: "1.234,5 m/s2", number: "1.234,5", unit: "m/s2")
    ),
    (
      "a percentage", "x,y\n45%,1\n", 2, .unit(column: "x", value: "45%", number: "45", unit: "%")
    ),
    ("a date", "x,y\n2024-01-05,1\n", 2, .date(column: "x", value: "2024-01-05")),
    (
      "a date and a time", "x,y\n2024-01-05 10:30,1\n", 2,
      .date(column: "x", value: "2024-01-05 10:30")
    ),
    ("another date", "x,y\n5/1/2024,1\n", 2, .date(column: "x", value: "5/1/2024")),
    ("a formula", "x,y\n=B1*2,1\n", 2, .formula(column: "x", value: "=B1*2")),
    (
      "a slip", "x;y\n0,35x;1\n", 2,
      .unit(column: "x", value: "0,35x", number: "0,35", unit: "x")
    ),
    ("two numbers", "x;y\n5 a 6;1\n", 2, .notANumber(column: "x", value: "5 a 6")),
    ("a quote within", "x,y\n\"1\"\"\",1\n", 2, .notANumber(column: "x", value: "1\"")),
    (
      "a long text", "x,y\n\(String(repeating: "ab", count: 30)),1\n", 2,
      .notANumber(column: "x", value: String(repeating: "ab", count: 20) + "…")
    ),
    (
      "escapes and marks", "x,y\n\u{1b}[31m\u{202e}1,1\n", 2,
      .notANumber(column: "x", value: "\u{fffd}[31m\u{fffd}1")
    ),
    ("nan", "x,y\n1,nan\n", 2, .notFinite(column: "y", value: "nan")),
    ("infinity", "x,y\n1,-inf\n", 2, .notFinite(column: "y", value: "-inf")),
    ("hexadecimal", "x,y\n1,0x1F\n", 2, .hexadecimal(column: "y", value: "0x1F")),
    ("too large for a Double", "x,y\n1,1e999\n", 2, .outOfRange(column: "y", value: "1e999")),
    ("too large for a Float", "x,y\n1,-4e38\n", 2, .outOfRange(column: "y", value: "-4e38")),
    (
      "a cell of several lines", "x,y\n\"a\r\nb\",c\n", 2,
      .notANumber(column: "x", value: "a\u{fffd}\u{fffd}b")
    ),
    (
      "in doubt, a comma", "x;y\n7;1\n1,234;2\n", 3,
      .ambiguousNumber(column: "x", value: "1,234", decimal: "1.234", thousands: "1234")
    ),
    (
      "in doubt, a point", "x;y\n-1.500;1\n7;2\n", 2,
      .ambiguousNumber(column: "x", value: "-1.500", decimal: "-1.5", thousands: "-1500")
    ),
    (
      "in doubt in quotes", "x,y\n\"1,234\",1\n", 2,
      .ambiguousNumber(column: "x", value: "1,234", decimal: "1.234", thousands: "1234")
    ),
    (
      "in doubt both ways", "x;y\n1.234;1\n1,234;2\n", 2,
      .ambiguousNumber(column: "x", value: "1.234", decimal: "1.234", thousands: "1234")
    ),
    (
      "both marks in a column", "x;y\n1,5;1\n2;2\n2.5;1\n", 4,
      .mixedMarks(column: "x", value: "2.5", other: "1,5", otherLine: 2)
    ),
  ]

  @Test(arguments: broken)
  func refuses(what: String, text: String, line: Int?, fault: TableFault) {
    #expect(
      tableError(Array(text.utf8)) == TableError("t.csv", line: line, fault), "\(what)")
  }

  @Test func refusesWhatIsNoText() {
    let cases: [([UInt8], TableFault)] = [
      ([0xd0, 0xcf, 0x11, 0xe0, 1, 2], .spreadsheet(ending: ".xls")),
      ([0xff, 0xfe, 0x41], .brokenUTF16),
      ([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00], .brokenUTF16),
    ]
    for (bytes, fault) in cases { #expect(tableError(bytes) == TableError("t.csv", fault)) }
  }

  @Test func refusesMoreThanItsLimits() {
    let rows = Array(("x\n" + String(repeating: "1\n", count: Table.rowLimit + 1)).utf8)
    #expect(
      tableError(rows)
        == TableError("t.csv", line: Table.rowLimit + 2, .tooManyRows(limit: Table.rowLimit)))
    #expect(tableError(rows.dropLast(2)) == nil)
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: 40 << 20)
    #expect(
      tableError(Array("x".utf8) + commas)
        == TableError("t.csv", line: 1, .tooManyColumns(limit: 4_096)))
    #expect(
      tableError(Array("x,y\n1,2\n".utf8) + commas)
        == TableError("t.csv", line: 3, .tooManyColumns(limit: 4_096)))
    let header = (1...256).map { "c\($0)" }.joined(separator: ",") + "\n"
    let row = String(repeating: "1,", count: 255) + "1\n"
    let cells = Array((header + String(repeating: row, count: Table.cellLimit / 256 + 1)).utf8)
    #expect(
      tableError(cells)
        == TableError(
          "t.csv", line: Table.cellLimit / 256 + 2, .tooManyCells(limit: Table.cellLimit)))
  }

  /// A name, the header it is looked for in, and the place of the column.
  static let names: [(String, [String], String, Int)] = [
    ("ppm", [], "x,ppm", 1), ("estres", [], "x,Estrés", 1), ("ESTRÉS", [], "estres,x", 0),
    ("frecuencia_cardiaca", [], "x,Frecuencia  Cardíaca", 1), ("año", [], "x,an\u{303}o", 1),
    ("ppm", ["Pulsaciones"], "x,pulsaciones", 1), ("a", ["b"], "b,a", 1),
    ("peso", [], "Peso,peso", 1), ("peso kg", ["kg"], "PESO_KG,kg", 0), ("", ["x"], "y,x", 1),
  ]

  @Test(arguments: names)
  func findsColumns(name: String, aliases: [String], header: String, place: Int) throws {
    let table = try readTable(header + "\n1,2\n")
    #expect(try table.column(matching: name, aliases: aliases) == place)
  }

  @Test func saysWhichColumnsThereAre() throws {
    #expect(
      tableError(Array("\nppm,estrés\n1,2\n".utf8), column: "stress")
        == TableError(
          "t.csv", line: 2,
          .missingColumn(column: "stress", near: "estrés", columns: "ppm, estrés")))
    #expect(
      tableError(Array("ppm,y\n1,2\n".utf8), column: "temperatura")
        == TableError(
          "t.csv", line: 1, .missingColumn(column: "temperatura", near: nil, columns: "ppm, y")))
    #expect(
      tableError(Array("Peso,PESO\n1,2\n".utf8), column: "peso")
        == TableError(
          "t.csv", line: 1, .ambiguousColumn(column: "peso", first: "Peso", second: "PESO")))
  }
}
