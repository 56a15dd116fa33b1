import Testing

@testable import Datasets

/// What a text is taken for that stands where a number was expected.
@Suite struct CellTextTests {
  @Test(arguments: [
    "2024-01-05", "2024-01-05T10:00", "5/1/2024", "05/01/24", "12.03.2024", "1-may", "01-Ene",
    "May-24",
    "1-may-24", "dic-2024",
  ])
  func dates(text: String) {
    #expect(CellText.isDate(text))
  }

  @Test(arguments: [
    "1/2", "12/03", "1-5", "10.5.3.2", "123/1/2024", "1/2/345", "may", "lun-24", "1--2024", "alto",
    "", "-",
    "100-may", "1.234.567",
  ])
  func noDates(text: String) {
    #expect(!CellText.isDate(text))
  }

  @Test(arguments: ["NA", "n/a", "N/D", "s/d", "NULL", "-", "—", "?", "#N/A", "#¡DIV/0!"])
  func missingValues(text: String) {
    #expect(CellText.isMissing(text))
  }

  @Test(arguments: ["nada", "-5", "Ana", "", "alto"])
  func otherTexts(text: String) {
    #expect(!CellText.isMissing(text))
  }
}
