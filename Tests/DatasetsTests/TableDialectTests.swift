import Diagnostics
import Testing

@testable import Datasets

@Suite struct TableDialectTests {
  /// Tables of columns x and y that say 1.5, 2 and 3, 4.5; the keys of what is assumed.
  static let dialects: [(String, String, [String])] = [
    ("plain", "x,y\n1.5,2\n3,4.5\n", []),
    ("no end of line", "x,y\n1.5,2\n3,4.5", []),
    ("CRLF", "x,y\r\n1.5,2\r\n3,4.5\r\n", []),
    ("CR", "x,y\r1.5,2\r3,4.5\r", []),
    ("ends mixed", "x,y\r\n1.5,2\n3,4.5\r", []),
    ("byte order mark", "\u{feff}x,y\n1.5,2\n3,4.5\n", []),
    ("blank lines", "\n\nx,y\n\n1.5,2\r\n\r\n3,4.5\n\n\n", []),
    ("blanks round cells", " x , y \n 1.5 ,\t2\n3 , 4.5 \n", []),
    ("no-break spaces round cells", "x,\u{a0}y\u{a0}\n1.5\u{a0},2\n\u{202f}3,4.5\n", []),
    ("all in quotes", "\"x\",\"y\"\n\"1.5\",\"2\"\n\"3\",\"4.5\"\n", []),
    ("blanks before quotes", "x, \"y\"\n1.5, \"2\"\n\"3\" ,\"4.5\" \n", []),
    ("signs and exponents", "x,y\n+1.5,2e0\n3.0E+0,45e-1\n", []),
    ("bare fractions", "x,y\n1.50,2.\n03,4.5\n", []),
    ("trailing separators", "x,y,\n1.5,2,\n3,4.5,\n", []),
    ("trailing separators in rows", "x,y\n1.5,2,\n3,4.5,,,\n", []),
    ("trailing separators in the header", "x,y,,\n1.5,2\n3,4.5\n", []),
    ("rows of separators", "x,y\n,\n1.5,2\n3,4.5\n,\n, ,\n", ["table.skippedEmptyRows"]),
    ("decimal commas in quotes", "x,y\n\"1,5\",2\n3,\"4,5\"\n", ["table.assumedDecimalComma"]),
    ("semicolons", "x;y\n1.5;2\n3;4.5\n", ["table.assumedSemicolon"]),
    (
      "semicolons and decimal commas", "x;y\n1,5;2\n3;4,5\n",
      ["table.assumedSemicolon", "table.assumedDecimalComma"]
    ),
    ("tabs", "x\ty\n1.5\t2\n3\t4.5\n", ["table.assumedTab"]),
    (
      "tabs and decimal commas", "x\ty\n1,5\t2\n3\t4,5\n",
      ["table.assumedTab", "table.assumedDecimalComma"]
    ),
    ("tabs, blanks round cells", " x\t y\n 1.5\t 2\n3\t 4.5\n", ["table.assumedTab"]),
    ("bars", "x|y\n1.5|2\n3|4.5\n", ["table.assumedBar"]),
    ("sep= semicolon", "sep=;\nx;y\n1.5;2\n3;4.5\n", ["table.assumedSemicolon"]),
    ("SEP= comma, CRLF", "SEP=,\r\nx,y\r\n1.5,2\r\n3,4.5\r\n", []),
    ("sep= in quotes", "\"sep=|\"\nx|y\n1.5|2\n3|4.5\n", ["table.assumedBar"]),
    ("sep= after a mark, CR", "\u{feff}sep=\t\rx\ty\r1.5\t2\r3\t4.5\r", ["table.assumedTab"]),
    ("a title", "Grupo 3B\nx,y\n1.5,2\n3,4.5\n", ["table.skippedTitle"]),
    (
      "a title with a comma, semicolons", "Datos de Ana, 3B\n\nx;y\n1,5;2\n3;4,5\n",
      ["table.assumedSemicolon", "table.skippedTitle", "table.assumedDecimalComma"]
    ),
    (
      "titles padded by the spreadsheet", "Grupo 3B,\n,2024\n,\nx,y\n1.5,2\n3,4.5\n",
      ["table.skippedTitle", "table.skippedTitle"]
    ),
    (
      "exponents with commas", "x;y\n1,5e0;2\n0,3e1;4,5\n",
      ["table.assumedSemicolon", "table.assumedDecimalComma"]
    ),
  ]

  @Test(arguments: dialects)
  func reads(what: String, text: String, assumptions: [String]) throws {
    let table = try readTable(text)
    #expect(table.columns == ["x", "y"], "\(what)")
    let columns = try [0, 1].map { try table.numbers(inColumn: $0) }
    #expect(columns == [[1.5, 3], [2, 4.5]], "\(what)")
    #expect(table.assumptions.map(\.key) == assumptions, "\(what)")
  }

  /// Header, first row and which separator they leave.
  static let votes: [(String, String, Separator)] = [
    (
      "commas in a header between semicolons", "Frecuencia (ppm, reposo);Estrés\n72;5\n75;6\n",
      .semicolon
    ),
    (
      "the same with decimal commas", "Frecuencia (ppm, reposo);Estrés\n72,5;5,1\n75,0;6,2\n",
      .semicolon
    ),
    ("one comma in every line", "ppm, reposo;estrés\n72,5;5\n75,1;6\n", .semicolon),
    ("semicolons in a header between commas", "a;b,c\n1,2\n3,4\n", .comma),
    ("bars in text", "nombre,valor\na|b,1\nc|d,2\n", .comma),
    ("tabs in text", "a;b\nuno\tdos;1\ntres\tcuatro;2\n", .semicolon),
    ("separators in quotes", "a,b\n\"1;2;3\",4\n\"5;6;7\",8\n", .comma),
    ("one column", "valor\n1\n2\n", .semicolon),
    ("one column of decimal commas", "valor\n1,5\n2,5\n", .semicolon),
    ("one column with a comma in its name", "ppm, reposo\n72\n75\n", .semicolon),
    ("header only", "a,b\n", .comma),
    ("dates between semicolons", "día;t\n01,02,2024;5\n01,03,2024;6\n", .semicolon),
    ("decimal commas between tabs", "a\tb\tc\n1,5\t2,5\t3,5\n", .tab),
  ]

  @Test(arguments: votes)
  func votesFor(what: String, text: String, separator: Separator) {
    let voted = Array(text.utf8).withUnsafeBufferPointer {
      Separator.vote($0, position: 0, line: 1)
    }
    #expect(voted == separator, "\(what)")
  }

  @Test func readsOneColumnWithDecimalCommas() throws {
    let table = try readTable("valor\n1,5\n2\n")
    #expect(try table.numbers(inColumn: 0) == [1.5, 2])
  }

  @Test func readsWindows1252() throws {
    let bytes = Array("a\u{f1}o;estr\u{e9}s\n1;2\n".unicodeScalars.map { UInt8($0.value) })
    let table = try Table.read(bytes: bytes + [0x80, 0x3b, 0x39], path: "t")
    #expect(table.columns == ["año", "estrés"])
    #expect(table.text(row: 1, column: 0) == "€")
    #expect(table.assumptions.map(\.key) == ["table.assumedWindows1252", "table.assumedSemicolon"])
  }

  @Test(arguments: [true, false])
  func readsUTF16(isLittle: Bool) throws {
    let text = "\u{feff}estrés\tppm\r\n4,5\t72\r\n"
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return isLittle ? pair : pair.reversed()
    }
    let table = try Table.read(bytes: bytes, path: "t")
    #expect(table.columns == ["estrés", "ppm"])
    #expect(try table.numbers(inColumn: 0) == [4.5])
    #expect(table.assumptions.map(\.key).first == "table.assumedUTF16")
  }

  @Test func namesTheColumnsWithDecimalCommas() throws {
    let table = try readTable("a;b;c;n\n1,5;2;3,25;x,y\n")
    #expect(
      table.assumptions.last == Message("table.assumedDecimalComma", ["columns": "a, c"]))
  }

  @Test func namesTheTitle() throws {
    let table = try readTable("\n\"Grupo\n3B\",\nx,y\n1,2\n")
    #expect(
      table.assumptions
        == [Message("table.skippedTitle", ["line": "2", "text": "Grupo\u{fffd}3B"])])
    #expect(table.line(ofRow: 0) == 5)
  }

  @Test func rowsKeepTheirLines() throws {
    let table = try readTable("\n\na,b\n1,2\n\n\"x\ny\r\nz\",3\n\r\n4,5\n")
    #expect((0..<3).map(table.line(ofRow:)) == [4, 6, 10])
    #expect(table.line(row: 1, column: 0) == 6 && table.line(row: 1, column: 1) == 8)
  }
}
