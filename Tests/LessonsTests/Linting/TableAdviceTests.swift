import Diagnostics
import Testing

@testable import Lessons

/// What is asked about tables as people have them: codes, totals, inputs that give the answer away.
@Suite struct TableAdviceTests {
  private func advice(_ yaml: String, _ table: String) throws -> [String] {
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    let prepared = try Notebook.load(folder: folder.path).prepare()
    return Linter.advice(on: prepared).map { advice in
      let message = advice.message(in: .en)
      let line = advice.place.line.map(String.init) ?? "-"
      return "\(line): \(Messages.catalogue(.en)[message.key, message.arguments])"
    }
  }

  private static let plain = TableLessonFixture.notebook("input: x, target: y")

  /// x from 50 to 89.5, y with an error that repeats after 13 rows.
  private static func rows(_ count: Int = 40) -> [(x: Double, y: Double)] {
    (0..<count).map { (row: Int) -> (x: Double, y: Double) in
      let x: Double = 50 + Double(row * 17 % 80) / 2
      let y: Double = 8 + Double(row * 37 % 13) / 4
      return (x, y)
    }
  }

  private static func text(_ rows: [(x: Double, y: Double)]) -> String {
    "x,y\n" + rows.map { "\($0.x),\($0.y)\n" }.joined()
  }

  @Test func cleanRowsGetNone() throws {
    #expect(try advice(Self.plain, Self.text(Self.rows())) == [])
  }

  @Test(arguments: [-999.0, -1, -9, 9999, -99])
  func aCodeForNoValueIsAskedAbout(code: Double) throws {
    var rows = Self.rows()
    for row in [4, 20, 33] { rows[row].x = code }
    let value = Decimal.text(code)
    let rest = rows.map(\.x).filter { $0 != code }
    let (low, high) = (Decimal.text(rest.min()!), Decimal.text(rest.max()!))
    #expect(
      try advice(Self.plain, Self.text(rows)) == [
        "6: “x” is \(value) in 3 rows, and everything else is from \(low) to \(high): does it mean that there is no value? Then write “missing_values: [\(value)]” for the column and “missing: drop” under “data”."
      ])
  }

  @Test(arguments: [0, 20, 40])
  func aRowOfMeansIsNamedWhereverItStands(place: Int) throws {
    var rows = Self.rows()
    let x = (rows.map(\.x).reduce(0, +) / 4).rounded() / 10
    let y = (rows.map(\.y).reduce(0, +) / 0.4).rounded() / 100
    rows.insert((x, y), at: place)
    let found = try advice(Self.plain, Self.text(rows))
    // The last row of a table is refused for it.
    #expect(
      found == [
        "\(place + 2): This row (\(Decimal.text(x)), \(Decimal.text(y))) is the mean of all the others in every column. If it sums the table up, remove it."
      ])
  }

  @Test func rowsThatAreCalledTotalsAreNoted() throws {
    let table =
      "estado,x,y\n"
      + Self.rows(12).enumerated().map {
        "\($0.offset == 7 ? "Nacional" : "e\($0.offset)"),\($0.element.x),\($0.element.y)\n"
      }.joined()
    #expect(
      try advice(Self.plain, table) == [
        "9: “estado” says “Nacional” in some row (with such words: 1). If those rows sum others up, remove them from the table: what they sum is there already."
      ])
  }

  @Test func anInputThatGivesTheAnswerAwayIsAskedAbout() throws {
    let sigmoid = TableLessonFixture.notebook(
      "input: [x, z], target: y", loss: "binary_crossentropy", activation: "sigmoid")
    func table(_ y: (Int) -> Int) -> String {
      "x,z,y\n" + (0..<40).map { "\(50 + $0 * 17 % 40),\($0 * 7 % 11),\(y($0))\n" }.joined()
    }
    #expect(
      try advice(sigmoid, table { $0 * 17 % 40 > 20 ? 1 : 0 }) == [
        "7: “x” alone tells the classes of “y” apart (AUC 1 in training). Is it known before the result? If not, take it out of “input”."
      ])
    #expect(try advice(sigmoid, table { $0 % 2 }) == [])
  }

  /// Against scikit-learn's `roc_auc_score`, ties included.
  @Test func theAreaCountsTiesHalf() {
    let values = [1.0, 2, 2, 3, 4, 4, 5]
    let isHigh = [false, false, true, false, true, false, true]
    #expect(LeakRule.area(values, isHigh) == 0.75)
    #expect(LeakRule.area([1, 1, 1, 1], [true, false, true, false]) == 0.5)
  }
}
