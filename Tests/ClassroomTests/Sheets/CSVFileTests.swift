import Testing

@testable import Classroom

@Suite struct SheetTests {
  static let text =
    "Identifier,\"Full name\",Grade,\"Online text\"\r\n"
    + "\"Participant 48213\",\"López, Ana\",,\"dos\r\nlíneas con \"\"comillas\"\"\"\r\n"
    + "Participant 48214,Luis,8.50,\r\n"

  @Test func cellsAreReadWithTheirLines() throws {
    let sheet = try CSVFile(Array(Self.text.utf8), path: "h.csv")
    #expect(sheet.rows.map(\.line) == [1, 2, 4])
    #expect(
      sheet.rows[1].cells.map(\.text)
        == ["Participant 48213", "López, Ana", "", "dos\r\nlíneas con \"comillas\""])
    #expect(sheet.column(["full name"]) == 1)
    #expect(sheet.column(["nada"]) == nil)
    #expect(sheet.rows[2][3] == "")
    #expect(sheet.rows[2][nil] == "")
  }

  /// Every dialect that a worksheet can come in: separator, line ends, mark, encoding.
  static let dialects: [(name: String, encode: @Sendable (String) -> [UInt8])] = [
    ("as Moodle writes it", { Array($0.utf8) }),
    ("with a byte order mark", { [0xef, 0xbb, 0xbf] + Array($0.utf8) }),
    ("line feeds", { Array($0.replacing("\r\n", with: "\n").utf8) }),
    ("Windows-1252", { $0.unicodeScalars.map { UInt8($0.value) } }),
    (
      "UTF-16",
      { [0xff, 0xfe] + $0.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] } }
    ),
    ("sep line", { Array("sep=,\r\n\($0)".utf8) }),
  ]

  @Test(arguments: dialects.indices)
  func onlyTheReplacedCellsChange(index: Int) throws {
    let encode = Self.dialects[index].encode
    let sheet = try CSVFile(encode(Self.text), path: "h.csv")
    #expect(try sheet.replacing([]) == encode(Self.text))
    let changed = Self.text
      .replacing("Ana\",,", with: "Ana\",9.5,").replacing("Luis,8.50", with: "\"L, é\",10")
    #expect(
      try sheet.replacing([
        (row: 2, column: 2, text: "10"), (row: 1, column: 2, text: "9.5"),
        (row: 2, column: 1, text: "L, é"),
      ]) == encode(changed))
  }

  @Test func semicolonsAndTabsAreToldApart() throws {
    for separator in [";", "\t"] {
      let text = "a\(separator)b\n1,5\(separator)x\n"
      let sheet = try CSVFile(Array(text.utf8), path: "h.csv")
      #expect(sheet.rows[1].cells.map(\.text) == ["1,5", "x"])
      #expect(
        try sheet.replacing([(row: 1, column: 1, text: "p\(separator)q")])
          == Array("a\(separator)b\n1,5\(separator)\"p\(separator)q\"\n".utf8))
    }
  }

  @Test func recordsAreAddedInTheFilesOwnWay() throws {
    let sheet = try CSVFile(Array("a;b\r\nx;y".utf8), path: "h.csv")
    #expect(
      try sheet.appending([["1", "dos; tres"]])
        == Array("a;b\r\nx;y\r\n1;\"dos; tres\"\r\n".utf8))
  }

  @Test func brokenFilesAreRefused() {
    func fault(_ bytes: [UInt8]) -> CSVFileError? {
      do throws(CSVFileError) {
        _ = try CSVFile(bytes, path: "h.csv")
        return nil
      } catch {
        return error
      }
    }
    #expect(fault([]) == CSVFileError("h.csv", .empty))
    #expect(fault(Array(" \n\n".utf8)) == CSVFileError("h.csv", .empty))
    #expect(fault([65, 0, 66]) == CSVFileError("h.csv", .notText))
    #expect(fault(Array("a,b\nc,\"d\n".utf8)) == CSVFileError("h.csv", line: 2, .brokenQuotes))
  }

  @Test func oldEncodingsRefuseForeignLetters() throws {
    let sheet = try CSVFile([0x61, 0x2c, 0xf1, 10], path: "h.csv")
    #expect(throws: CSVFileError("h.csv", line: 1, .notInEncoding(text: "λ"))) {
      try sheet.replacing([(row: 0, column: 0, text: "λ")])
    }
  }
}
