import Testing

@testable import Figures

@Suite struct DataTableTests {
  private func csv(_ cells: [DataTable.Cell], _ name: String = "a") -> String {
    let table = DataTable(
      columns: cells.indices.map { .init("\(name)\($0)", label: "x") }, rows: [cells])
    return String(decoding: table.csv, as: UTF8.self)
  }

  @Test func numbersAreShortestWithPoints() {
    #expect(
      csv([.number(0.1), .single(0.1), .number(3), .integer(-7), .number(1e-9), .empty])
        == "a0,a1,a2,a3,a4,a5\n0.1,0.1,3,-7,1e-09,\n")
    #expect(csv([.number(.nan), .single(.infinity)]) == "a0,a1\n,\n")
  }

  @Test func textIsQuotedWhereItMust() {
    #expect(
      csv([.text("a,b"), .text("say \"hi\""), .text("two\nlines"), .text("plain")]).hasSuffix(
        "\n\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\n"))
    #expect(csv([.integer(1)], "x,").hasPrefix("\"x,0\"\n"))
  }

  @Test(arguments: ["=1+1", "+1+1", "-1+1", "-a", "@sum"])
  func aTextThatASpreadsheetWouldRunIsGuarded(_ text: String) {
    #expect(csv([.text(text)]) == "a0\n'\(text)\n")
  }

  @Test(arguments: ["-1", "+1", "-1.5"])
  func aNumberWithItsSignStaysANumber(_ text: String) {
    #expect(csv([.text(text)]) == "a0\n\(text)\n")
  }
}
