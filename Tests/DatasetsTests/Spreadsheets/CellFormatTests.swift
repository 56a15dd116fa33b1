import Testing

@testable import Datasets

/// What decides what the number of a cell means, and how a cell is named.
@Suite struct CellFormatTests {
  static let dates: [(Double, Bool, String?)] = [
    (1, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"),
    (45_351, false, "2024-02-29"), (45_351.999988, false, "2024-02-29T23:59:59"),
    (2_958_465, false, "9999-12-31"), (2_958_466, false, nil), (-1, false, nil),
    (0, true, "1904-01-01"), (43_889, true, "2024-02-29"), (0.5, false, "12:00:00"),
    (36_525, false, "1999-12-31"), (36_526, false, "2000-01-01"), (.nan, false, nil),
  ]

  @Test(arguments: dates)
  func writesDates(serial: Double, from1904: Bool, text: String?) {
    #expect(SheetDate.text(serial, from1904: from1904) == text)
  }

  static let codes: [(String, CellFormats.Kind)] = [
    ("General", .number), ("0.00", .number), ("#,##0.00\\ \"días\"", .number), ("0.0E+00", .number),
    ("[Red]-0.0;[$-80A]d", .number), ("_-* #,##0_-", .number), ("0%", .percent),
    ("0.0 %;-0.0 %", .percent), ("dd/mm/yyyy", .date), ("[$-80A]d\" de \"mmmm", .date),
    ("[h]:mm:ss", .date), ("[h]", .date), ("h AM/PM", .date), ("\\d0", .number), ("@", .number),
  ]

  @Test(arguments: codes)
  func tellsFormatsApart(code: String, kind: CellFormats.Kind) {
    #expect(CellFormats.kind(ofCode: code) == kind)
  }

  @Test func referencesAreLettersAndDigits() {
    func place(_ text: String) -> CellReference? {
      Array(text.utf8).withUnsafeBufferPointer { CellReference($0[...]) }
    }
    for text in ["A1", "Z9", "AA10", "AZ1", "BA1", "ZZ7", "AAA1", "XFD1048576"] {
      #expect(place(text)?.description == text)
    }
    #expect(place("B14") == CellReference(column: 1, row: 14))
    for text in ["", "A", "1", "a1", "A0", "XFE1", "A1048577", "A1B", "A-1", "AAAAAAAAAAAAAA1"] {
      #expect(place(text) == nil, "\(text)")
    }
  }
}
