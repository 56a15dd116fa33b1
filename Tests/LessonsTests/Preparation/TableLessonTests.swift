import Datasets
import Diagnostics
import Testing

@testable import Lessons

private typealias Fixture = TableLessonFixture

@Suite struct TableLessonTests {
  private static let gaps = "a,b,y\n1,2,3\n,4,5\n3,NA,7\n5,6,11\n7,8,15\n9,10,19\n"

  @Test func everyFaultIsNamedAtOnce() {
    let table = "a,y\n1,2\nNA,3\n3,sin dato\n4 kg,5\n5 kg,5\ntreinta,6\n,7\n2024-01-05,8\n9,9\n"
    #expect(
      Fixture.refusals(Fixture.notebook("input: a, target: y"), table) == [
        "8: Column “a”: empty cells: 1 (lines 8). Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them; or complete the table.",
        "3: Column “a”: cells that say that there is no value: 1 (lines 3) “NA”. Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them.",
        "7: In column “a”, “treinta” is not a number. Write the number alone, without units or text.",
        "5: Column “a”: numbers with something behind them: 2 (lines 5, 6): “4 kg”, “5 kg”. Write the numbers alone; a unit that is the same in all rows goes under “unit” of the column.",
        "9: In column “a”, “2024-01-05” is a date where a number was expected. Write “read: days”, “read: hours” or “read: month” for the column in notebook.yaml; if the spreadsheet turned a number into a date, format the cell as a number and type it again.",
        "4: Column “y”: cells that say that there is no value: 1 (lines 4) “sin dato”. Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them.",
      ])
  }

  /// Numbers from pandas' `describe`; the gaps stay gaps, whatever fills them.
  @Test func columnsAreDescribedAsTheyCome() throws {
    let table = "a,b,y\n2,F,3\n4,M,4\n,F,7\n6,,11\n"
    let lesson = try Fixture.lesson(
      Fixture.notebook(
        "input: [a, b], target: y, missing: {fill: median, allow: 0.5}, columns: {b: {categories: [M, F, X]}}"
      ), table)
    guard case .table(let source) = lesson.training.data else { preconditionFailure("no table") }
    let summaries = try #require(source.plan?.summaries)
    #expect(summaries.map(\.name) == ["a", "b", "y"])
    #expect(summaries.map(\.count) == [3, 3, 4] && summaries.map(\.missing) == [1, 1, 0])
    #expect(
      summaries[0].content
        == .numbers(mean: 4, deviation: 2, quartiles: [2, 3, 4, 5, 6]))
    #expect(
      summaries[1].content
        == .words([
          .init(word: "M", count: 1), .init(word: "F", count: 2), .init(word: "X", count: 0),
        ]))
  }

  @Test func rowsWithoutAValueAreLeftOut() throws {
    let (table, assumed) = try Fixture.read(
      Fixture.notebook("input: [a, b], target: y, missing: drop"), Self.gaps)
    #expect(table.inputs == [[1, 2], [5, 6], [7, 8], [9, 10]])
    #expect(table.targets == [3, 11, 15, 19])
    #expect(table.lines == [2, 5, 6, 7])
    #expect(
      assumed == [
        "Rows without a value in “a” were left out: 1 of 6.",
        "Rows without a value in “b” were left out: 1 of 6.",
        "Rows left out altogether: 2 of 6.",
      ])
  }

  @Test func gapsAreFilledFromTrainingRows() throws {
    let yaml = Fixture.notebook(
      "input: [a, b], target: y, missing: median", fit: "{epochs: 1, validation_split: 0.34}")
    let (table, assumed) = try Fixture.read(yaml, Self.gaps)
    // Of six rows three train: a is 1 and 3 there, b 2 and 4.
    #expect(table.inputs == [[1, 2], [2, 4], [3, 3], [5, 6], [7, 8], [9, 10]])
    #expect(
      assumed == [
        "Cells without a value in “a” were filled with the median of the training rows, 2: 1, of which 0 in the test part.",
        "Cells without a value in “b” were filled with the median of the training rows, 3: 1, of which 0 in the test part.",
      ])
  }

  @Test func codesMeanNoValue() throws {
    let table = "a,y\n1,2\n-999,3\n3,4\n0,5\n"
    let yaml = Fixture.notebook(
      "input: a, target: y, missing: drop, columns: {a: {missing_values: [-999, 0]}}")
    #expect(try Fixture.read(yaml, table).table.inputs == [[1], [3]])
    let without = Fixture.notebook("input: a, target: y, columns: {a: {missing_values: [-999, 0]}}")
    #expect(
      Fixture.refusals(without, table) == [
        "-: Column “a”: cells with a code of “missing_values”: 2. Write what becomes of them under “data”: “missing: drop” leaves the rows out, “missing: median” fills them."
      ])
  }

  @Test func moreGapsThanAllowedAreNotFilled() throws {
    let table = "a,y\n1,2\n,3\n,4\n4,5\n"
    let refused = Fixture.refusals(Fixture.notebook("input: a, target: y, missing: mean"), table)
    #expect(
      refused == [
        "-: Column “a” has no value in 2 of 4 rows (50 %), and at most 30 % are filled without being asked. Take it out of “input”, or write “missing: {fill: median, allow: 0.5}” for the column."
      ])
    let cured = Fixture.notebook(
      "input: a, target: y, columns: {a: {missing: {fill: mean, allow: 0.5, indicator: true}}}")
    #expect(
      try Fixture.read(cured, table).table.inputs == [[1, 0], [2.5, 1], [2.5, 1], [4, 0]])
  }

  @Test func wordsGoInAsNumbers() throws {
    let table = "sexo,edad,y\nM,1,2\nF,2,3\nM,3,4\n"
    let lesson = try Fixture.lesson(
      Fixture.notebook(
        "input: [sexo, edad], target: y, columns: {sexo: {encoding: one_hot}}",
        predict: "[[F, 9]]"), table)
    guard case .table(let rows) = lesson.data.source, case .table(let source) = lesson.training.data
    else { preconditionFailure("no table") }
    #expect(source.inputs == ["sexo=F", "sexo=M", "edad"])
    #expect(rows.inputs == [[0, 1, 1], [1, 0, 2], [0, 1, 3]])
    #expect(lesson.training.predict == [[1, 0, 9]])
    let ordinal = Fixture.notebook(
      "input: sexo, target: y, columns: {sexo: {categories: [M, F], encoding: ordinal}}")
    #expect(try Fixture.read(ordinal, table).table.inputs == [[0], [1], [0]])
    let unlisted = Fixture.notebook("input: sexo, target: y, columns: {sexo: {categories: [M]}}")
    #expect(
      Fixture.refusals(unlisted, table) == [
        "3: Column “sexo” has values that are not among the known ones: F. Known: M. Correct them, or add them to “classes” or “categories” of the column."
      ])
  }

  @Test func categoriesWithFewRowsAreOneTogether() throws {
    let table = "c,y\na,1\na,2\nb,3\nc,4\nd,5\nb,6\na,7\n"
    let yaml = Fixture.notebook(
      "input: c, target: y, columns: {c: {rare: 2}}", predict: "[d, b]")
    let lesson = try Fixture.lesson(yaml, table)
    guard case .table(let rows) = lesson.data.source, case .table(let source) = lesson.training.data
    else { preconditionFailure("no table") }
    #expect(source.inputs == ["c=a", "c=b", "c=c + d"])
    #expect(
      rows.inputs == [
        [1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1], [0, 1, 0], [1, 0, 0],
      ])
    #expect(lesson.training.predict == [[0, 0, 1], [0, 1, 0]])
  }

  /// A category that only held-out rows have teaches nothing: its input is 0 there as well.
  @Test func aCategoryWithoutATrainingRowIsNothing() throws {
    let table = "c,parte,y\na,e,1\nb,e,2\na,e,3\nz,p,4\na,p,5\n"
    let (rows, said) = try Fixture.read(
      Fixture.notebook("input: c, target: y, test: {column: parte, value: p}"), table)
    #expect(rows.inputs == [[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 0], [1, 0, 0]])
    #expect(
      said.last
        == "No training row has “c” = z; where it stands (rows: 1), that input is 0.")
  }

  /// Money and texts with apostrophes are no categories, however few there are.
  @Test(arguments: ["\"$1,060.50\"", "'60", "(5)", "~7", "€ 3"])
  func numbersInDisguiseAreNoWords(cell: String) {
    let found = Fixture.refusals(
      Fixture.notebook("input: x, target: y"), "x,y\n\(cell),1\n\(cell),2\n")
    #expect(found.count == 1 && found[0].contains("“x”"), "\(found)")
  }

  @Test func manyWordsAreRefusedWithACure() throws {
    let table = "x,y\n" + (0..<60).map { "w\($0 < 30 ? 1 : $0),\($0)\n" }.joined()
    #expect(
      Fixture.refusals(Fixture.notebook("input: x, target: y"), table) == [
        "-: Column “x” holds 31 different words; up to 20 go in unasked. Write “rare: 5” for the column, under “columns”, and those with fewer than 5 rows are one together; or take it out of “input”."
      ])
    let cured = Fixture.notebook("input: x, target: y, columns: {x: {rare: 5}}")
    #expect(try Fixture.read(cured, table).table.inputs[59] == [0, 1])
  }

  @Test func wordsAreClasses() throws {
    let table = "x,y\n1,virginica\n2,setosa\n3,versicolor\n4,setosa\n"
    let softmax = Fixture.notebook(
      "input: x, target: y", units: 3, loss: "sparse_categorical_crossentropy",
      activation: "softmax")
    let (rows, assumed) = try Fixture.read(softmax, table)
    #expect(rows.targets == [2, 0, 1, 0])
    #expect(
      assumed == [
        "The classes of “y” were numbered in this order: 0 = setosa, 1 = versicolor, 2 = virginica."
      ])
    let merged = Fixture.notebook(
      "input: x, target: y, columns: {y: {classes: [setosa, {values: [virginica, versicolor], es: Otra, en: Other}]}}",
      loss: "binary_crossentropy", activation: "sigmoid")
    let lesson = try Fixture.lesson(merged, table)
    guard case .table(let source) = lesson.training.data, case .table(let two) = lesson.data.source
    else { preconditionFailure("no table") }
    #expect(two.targets == [1, 0, 1, 0])
    #expect(source.plan?.positive == 1)
    #expect(source.plan?.classes?[1].label == LocalizedText([.es: "Otra", .en: "Other"]))
    let few = Fixture.notebook(
      "input: x, target: y", loss: "binary_crossentropy", activation: "sigmoid")
    #expect(
      Fixture.refusals(few, table) == [
        "-: The target “y” has 3 classes (setosa, versicolor, virginica), and the model tells 2 apart. Give the last layer one unit for each class with “softmax”, or merge classes with “classes” of the column."
      ])
  }

  @Test func numbersThatAreClassesCountFromTheSmallest() throws {
    let sigmoid = Fixture.notebook(
      "input: x, target: y", loss: "binary_crossentropy", activation: "sigmoid")
    let (rows, assumed) = try Fixture.read(sigmoid, "x,y\n1,2\n2,1\n3,2\n")
    #expect(rows.targets == [1, 0, 1])
    #expect(assumed == ["The classes of “y” were numbered in this order: 0 = 1, 1 = 2."])
    #expect(try Fixture.read(sigmoid, "x,y\n1,0\n2,1\n3,1\n").assumed == [])
  }
}
