import Archives
import Diagnostics
import Testing

@testable import Datasets

/// Workbooks as openpyxl and LibreOffice write them (`Tests/Oracles/spreadsheets.py`).
@Suite struct SpreadsheetTests {
  private func read(_ name: String) throws -> Table {
    try Table.read(bytes: try fixture(name), path: name)
  }

  private func fixture(_ name: String) throws -> [UInt8] {
    let file = #filePath
    let tests = file[..<file.firstRange(of: "/Spreadsheets/")!.lowerBound]
    return try Files.read("\(tests)/Fixtures/\(name)", limit: 1 << 20)
  }

  @Test func readsWhatATeacherKeeps() throws {
    let table = try read("measurements.xlsx")
    #expect(table.columns == ["Frecuencia cardíaca", "Estrés", "Comentario"])
    #expect(
      table.texts == [
        ["72", "3.5", "en reposo"], ["98.25", "0.3", ""],
        ["1234.567", "1e-05", "a < b & \"c\""],
      ])
    // 1234.567 is a number in the file: nothing about it is in doubt.
    #expect(try table.numbers(inColumn: 0) == [72, 98.25, 1234.567])
    #expect(try table.numbers(inColumn: 1) == [3.5, 0.3, 1e-05])
    #expect((0..<3).map(table.line(ofRow:)) == [4, 5, 6])
    #expect(
      table.assumptions == [
        Message("table.assumedFirstSheet", ["sheet": "Mediciones", "count": "2"]),
        Message("table.skippedTitle", ["line": "1", "text": "Grupo 3B, marzo"]),
      ])
  }

  @Test func namesTheCell() throws {
    let table = try read("measurements.xlsx")
    #expect {
      try table.numbers(inColumn: 2)
    } throws: { error in
      error as? TableError
        == TableError(
          "measurements.xlsx", line: 4, cell: "D4", sheet: "Mediciones",
          .notANumber(column: "Comentario", value: "en reposo"))
    }
  }

  @Test func readsEveryKindOfCell() throws {
    let table = try read("kinds.xlsx")
    #expect(
      table.texts.map { $0[1] } == [
        "7", "1,5", "0.45", "2024-01-05", "2024-01-05T13:30:00", "06:45:00", "TRUE", "=B2*2",
        "#DIV/0!", "abc", "",
      ])
  }

  @Test func readsTheFirstSheetThatShows() throws {
    let table = try read("hidden.xlsx")
    #expect(table.texts == [["1", "2", "2024-02-29"]])
    #expect(
      table.assumptions == [
        Message("table.assumedFirstSheet", ["sheet": "Datos & más", "count": "2"])
      ])
  }

  @Test func readsWhatLibreOfficeWrites() throws {
    let table = try read("calc.xlsx")
    #expect(table.columns == ["Muestra", "Valor", "Nota"])
    #expect(
      table.texts == [
        ["1", "0.5", "línea uno\nlínea dos"], ["2", "1.1", "& <b> \"q\""],
        ["3", "-12345678.9", ""],
      ])
    #expect(try table.numbers(inColumn: 1) == [0.5, 1.1, -12_345_678.9])
    #expect(table.assumptions == [])
  }

  @Test(arguments: [("calc.ods", ".ods"), ("calc.xls", ".xls")])
  func namesWhatItDoesNotRead(name: String, ending: String) throws {
    #expect(tableError(try fixture(name)) == TableError("t.csv", .spreadsheet(ending: ending)))
  }
}
