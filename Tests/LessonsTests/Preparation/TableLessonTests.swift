import Datasets
import Diagnostics
import Testing

@testable import Lessons

@Suite struct TableLessonTests {
  /// A notebook with one lesson on `data.csv` whose `data` has `data` besides the file.
  private static func notebook(
    _ data: String, units: Int = 1, loss: String = "mean_squared_error",
    activation: String = "linear",
    fit: String = "{epochs: 1}", predict: String? = nil
  ) -> String {
    """
    schema: 1
    id: n
    title: {es: "N", en: "N"}
    lessons:
      - id: l
        title: {es: "R", en: "L"}
        data: {table: data.csv, \(data)}
        model: [Dense: {units: \(units), activation: \(activation)}]
        compile: {optimizer: adam, loss: \(loss)}
        fit: \(fit)
        \(predict.map { "predict: \($0)" } ?? "")
        figures: []
    """
  }

  private func lesson(
    _ yaml: String, _ table: String, _ more: [(name: String, text: String)] = []
  ) throws -> PreparedLesson {
    let folder = NotebookFolderFixture([("notebook.yaml", yaml), ("data.csv", table)] + more)
    return try Notebook.load(folder: folder.path).prepare().lessons[0]
  }

  private func read(
    _ yaml: String, _ table: String, _ more: [(name: String, text: String)] = []
  ) throws -> (table: PreparedTable, assumed: [String]) {
    let lesson = try lesson(yaml, table, more)
    guard case .table(let rows) = lesson.data.source else { preconditionFailure("no table") }
    return (rows, lesson.data.assumptions.map { Messages.catalogue(.en)[$0.key, $0.arguments] })
  }

  /// The sentences that refuse a table, as `LINE: sentence`.
  private func refusals(
    _ yaml: String, _ table: String, _ language: Language = .en
  ) -> [String] {
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    do {
      _ = try Notebook.load(folder: folder.path).prepare()
      return []
    } catch {
      return error.errors.map {
        let line = $0.place?.line.map(String.init) ?? "-"
        return "\(line): \(Messages.catalogue(language)[$0.message.key, $0.message.arguments])"
      }
    }
  }

  private static let gaps = "a,b,y\n1,2,3\n,4,5\n3,NA,7\n5,6,11\n7,8,15\n9,10,19\n"

  @Test func everyFaultIsNamedAtOnce() {
    let table = "a,y\n1,2\nNA,3\n3,sin dato\n4 kg,5\n5 kg,5\ntreinta,6\n,7\n2024-01-05,8\n9,9\n"
    #expect(
      refusals(Self.notebook("input: a, target: y"), table) == [
        "8: Column “a”: empty cells: 1 (lines 8). Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them; or complete the table.",
        "3: Column “a”: cells that say that there is no value: 1 (lines 3) “NA”. Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them.",
        "7: In column “a”, “treinta” is not a number. Write the number alone, without units or text.",
        "5: Column “a”: numbers with something behind them: 2 (lines 5, 6): “4 kg”, “5 kg”. Write the numbers alone; a unit that is the same in all rows goes under “unit” of the column.",
        "9: In column “a”, “2024-01-05” is a date where a number was expected. Write “read: days”, “read: hours” or “read: month” for the column in notebook.yaml; if the spreadsheet turned a number into a date, format the cell as a number and type it again.",
        "4: Column “y”: cells that say that there is no value: 1 (lines 4) “sin dato”. Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them.",
      ])
  }

  @Test func rowsWithoutAValueAreLeftOut() throws {
    let (table, assumed) = try read(
      Self.notebook("input: [a, b], target: y, missing: drop"), Self.gaps)
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
    let yaml = Self.notebook(
      "input: [a, b], target: y, missing: median", fit: "{epochs: 1, validation_split: 0.34}")
    let (table, assumed) = try read(yaml, Self.gaps)
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
    let yaml = Self.notebook(
      "input: a, target: y, missing: drop, columns: {a: {missing_values: [-999, 0]}}")
    #expect(try read(yaml, table).table.inputs == [[1], [3]])
    let without = Self.notebook("input: a, target: y, columns: {a: {missing_values: [-999, 0]}}")
    #expect(
      refusals(without, table) == [
        "-: Column “a”: cells with a code of “missing_values”: 2. Write what becomes of them under “data”: “missing: drop” leaves the rows out, “missing: median” fills them."
      ])
  }

  @Test func moreGapsThanAllowedAreNotFilled() throws {
    let table = "a,y\n1,2\n,3\n,4\n4,5\n"
    let refused = refusals(Self.notebook("input: a, target: y, missing: mean"), table)
    #expect(
      refused == [
        "-: Column “a” has no value in 2 of 4 rows (50 %), and at most 30 % are filled without being asked. Take it out of “input”, or write “missing: {fill: median, allow: 0.5}” for the column."
      ])
    let cured = Self.notebook(
      "input: a, target: y, columns: {a: {missing: {fill: mean, allow: 0.5, indicator: true}}}")
    #expect(try read(cured, table).table.inputs == [[1, 0], [2.5, 1], [2.5, 1], [4, 0]])
  }

  @Test func wordsGoInAsNumbers() throws {
    let table = "sexo,edad,y\nM,1,2\nF,2,3\nM,3,4\n"
    let lesson = try lesson(
      Self.notebook(
        "input: [sexo, edad], target: y, columns: {sexo: {encoding: one_hot}}",
        predict: "[[F, 9]]"), table)
    guard case .table(let rows) = lesson.data.source, case .table(let source) = lesson.training.data
    else { preconditionFailure("no table") }
    #expect(source.inputs == ["sexo=F", "sexo=M", "edad"])
    #expect(rows.inputs == [[0, 1, 1], [1, 0, 2], [0, 1, 3]])
    #expect(lesson.training.predict == [[1, 0, 9]])
    let ordinal = Self.notebook(
      "input: sexo, target: y, columns: {sexo: {categories: [M, F], encoding: ordinal}}")
    #expect(try read(ordinal, table).table.inputs == [[0], [1], [0]])
    let unlisted = Self.notebook("input: sexo, target: y, columns: {sexo: {categories: [M]}}")
    #expect(
      refusals(unlisted, table) == [
        "3: Column “sexo” has values that are not among the known ones: F. Known: M. Correct them, or add them to “classes” or “categories” of the column."
      ])
  }

  @Test func wordsAreClasses() throws {
    let table = "x,y\n1,virginica\n2,setosa\n3,versicolor\n4,setosa\n"
    let softmax = Self.notebook(
      "input: x, target: y", units: 3, loss: "sparse_categorical_crossentropy",
      activation: "softmax")
    let (rows, assumed) = try read(softmax, table)
    #expect(rows.targets == [2, 0, 1, 0])
    #expect(
      assumed == [
        "The classes of “y” were numbered in this order: 0 = setosa, 1 = versicolor, 2 = virginica."
      ])
    let merged = Self.notebook(
      "input: x, target: y, columns: {y: {classes: [setosa, {values: [virginica, versicolor], es: Otra, en: Other}]}}",
      loss: "binary_crossentropy", activation: "sigmoid")
    let lesson = try lesson(merged, table)
    guard case .table(let source) = lesson.training.data, case .table(let two) = lesson.data.source
    else { preconditionFailure("no table") }
    #expect(two.targets == [1, 0, 1, 0])
    #expect(source.plan?.positive == 1)
    #expect(source.plan?.classes?[1].label == LocalizedText(es: "Otra", en: "Other"))
    let few = Self.notebook(
      "input: x, target: y", loss: "binary_crossentropy", activation: "sigmoid")
    #expect(
      refusals(few, table) == [
        "-: The target “y” has 3 classes (setosa, versicolor, virginica), and the model tells 2 apart. Give the last layer one unit for each class with “softmax”, or merge classes with “classes” of the column."
      ])
  }

  @Test func numbersThatAreClassesCountFromTheSmallest() throws {
    let sigmoid = Self.notebook(
      "input: x, target: y", loss: "binary_crossentropy", activation: "sigmoid")
    let (rows, assumed) = try read(sigmoid, "x,y\n1,2\n2,1\n3,2\n")
    #expect(rows.targets == [1, 0, 1])
    #expect(assumed == ["The classes of “y” were numbered in this order: 0 = 1, 1 = 2."])
    #expect(try read(sigmoid, "x,y\n1,0\n2,1\n3,1\n").assumed == [])
  }

  @Test func everyColumnButSome() throws {
    let table = "id,a,b,y\nx1,1,2,3\nx2,4,5,6\n"
    #expect(
      refusals(Self.notebook("input: all, target: y"), table) == [
        "-: “input: all” would take columns that identify rows, hold no value, or have more than 20 different words: id. Leave them out: “input: {all: true, except: [id]}”."
      ])
    let cured = Self.notebook("input: {all: true, except: [id]}, target: y")
    #expect(try read(cured, table).table.inputs == [[1, 2], [4, 5]])
    let range = Self.notebook("input: [a..b], target: y")
    #expect(try read(range, table).table.inputs == [[1, 2], [4, 5]])
  }

  @Test func theTestPartKeepsTheSharesOfClasses() throws {
    let table = "x,y\n" + (0..<40).map { "\($0),\($0 < 10 ? "sí" : "no")\n" }.joined()
    let yaml = Self.notebook(
      "input: x, target: y, test: {fraction: 0.2, stratify: true}", loss: "binary_crossentropy",
      activation: "sigmoid")
    let rows = try read(yaml, table).table
    let test = rows.targets.indices.filter { rows.isTest[$0] }
    #expect(test.count == 8)
    #expect(test.count { rows.targets[$0] == 1 } == 2)
  }

  @Test func groupsStayTogether() throws {
    let table = "p,x,y\n" + (0..<30).map { "p\($0 / 3),\($0),\($0)\n" }.joined()
    let rows = try read(
      Self.notebook("input: x, target: y, test: 0.2, group: p"), table
    ).table
    #expect(rows.isTest.count { $0 } == 6)
    for start in stride(from: 0, to: 30, by: 3) {
      #expect(Set(rows.isTest[start..<start + 3]).count == 1)
    }
  }

  @Test func theTestPartStandsInTheTableOrInAnother() throws {
    let column = try read(
      Self.notebook("input: x, target: y, test: {column: parte, value: prueba}"),
      "x,y,parte\n1,2,a\n2,3,prueba\n3,4,a\n"
    ).table
    #expect(column.isTest == [false, true, false])
    let other = try read(
      Self.notebook("input: x, target: y, test: {table: prueba.csv}"), "x,y\n1,2\n2,3\n",
      [("prueba.csv", "y,x\n9,8\n")]
    ).table
    #expect(other.inputs == [[1], [2], [8]])
    #expect(other.isTest == [false, false, true])
    #expect(other.lines == [2, 3, 2])
  }

  @Test func datesAreNumbersWhereTheLessonSaysSo() throws {
    let table = "f,y\n2024-01-05,1\n2024-01-01,2\n2024-02-01,3\n"
    func column(_ reading: String) throws -> [[Double]] {
      try read(
        Self.notebook("input: f, target: y, columns: {f: {read: \(reading)}}"), table
      ).table.inputs
    }
    #expect(try column("days") == [[4], [0], [31]])
    #expect(try column("month") == [[1], [1], [2]])
    let split = Self.notebook(
      #"input: [s, d], target: y, columns: {p: {read: {split: "/", names: [s, d]}}}"#)
    #expect(try read(split, "p,y\n120/80,1\n130/85,2\n").table.inputs == [[120, 80], [130, 85]])
    let doubt = Self.notebook("input: f, target: y, columns: {f: {read: days}}")
    #expect(
      refusals(doubt, "f,y\n01/02/2024,1\n03/04/2024,2\n") == [
        "2: In column “f”, “01/02/2024” can be read with the day or with the month first, and no date of the column tells which. Write the dates as 2024-05-31."
      ])
  }

  @Test func limitsOfDetection() throws {
    let table = "a,y\n<0.5,1\n2,2\n>200,3\n"
    func inputs(_ policy: String) throws -> [[Double]] {
      try read(
        Self.notebook("input: a, target: y, columns: {a: {limits: \(policy)}}"), table
      ).table.inputs
    }
    #expect(try inputs("value") == [[0.5], [2], [200]])
    #expect(try inputs("half") == [[0.25], [2], [200]])
    #expect(
      refusals(Self.notebook("input: a, target: y"), table) == [
        "2: Column “a”: limits of detection: 2 (lines 2, 4): “<0.5”, “>200”. Write “limits: value”, “limits: half” or “limits: missing” for the column, under “columns”."
      ])
  }

  @Test(arguments: [
    ("a preamble", "Equipo: X\nSerie: 7\n\na,y\n1,2\n3,4\n"),
    ("a comment with a comma", "# one, two\na,y\n1,2\n3,4\n"),
    ("names behind a mark", "# a,y\n1,2\n3,4\n"),
    ("a comment among the rows", "a,y\n1,2\n# pause\n3,4\n"),
    ("blanks", "a   y\n1   2\n 3     4\n"),
    ("a source below", "a,y\n1,2\n3,4\nFuente: INEGI\n"),
    ("R's names of rows", "\"a\" \"y\"\n\"1\" 1 2\n\"2\" 3 4\n"),
    ("a row of units", "a,y\nkg,cm\n1,2\n3,4\n1,2\n3,4\n"),
    ("unused columns of one name", "f,f,a,,y\n1,1,1,1,2\n1,1,3,1,4\n"),
    ("an unused cell lacks", "a,y,z\n1,2\n3,4,5\n"),
    ("Fortran's exponents", "a,y\n1D+00,2\n3.0D0,4\n"),
    ("powers of ten", "a,y\n0.001x10^3,2\n3 × 10^0,4\n"),
  ])
  func filesAsTheyAre(what: String, table: String) throws {
    let rows = try read(Self.notebook("input: a, target: y"), table).table
    #expect(rows.inputs.prefix(2) == [[1], [3]], "\(what)")
    #expect(rows.targets.prefix(2) == [2, 4], "\(what)")
  }

  @Test func filesWithoutNames() throws {
    let table = "1,2\n3,4\n"
    #expect(
      try read(Self.notebook("header: false, input: c1, target: c2"), table).table.inputs
        == [[1], [3]])
    #expect(
      try read(Self.notebook("names: [a, y], input: a, target: y"), table).table.targets == [2, 4])
    #expect(
      refusals(Self.notebook("names: [a], input: a, target: y"), table).count == 1)
    #expect(
      refusals(Self.notebook("input: a, target: y"), table) == [
        "1: The first line has only numbers (“1”…), and the names of the columns were expected. If the file has none, write “header: false” under “data” (the columns are then c1, c2, …) or their names in “names: […]”."
      ])
  }

  @Test func whoSomebodyIsIsNotPublishedUnasked() throws {
    let table = "CURP,x,y\n" + "GODE561231HDFRRN09,1,2\nGODE561231HDFRRN08,2,3\n"
    #expect(
      refusals(Self.notebook("input: x, target: y"), table) == [
        "7: The table has columns that seem to tell who somebody is: CURP. Take them out of the file; or write under “data” “privacy: public” or “privacy: invented” if that is so."
      ])
    #expect(
      try read(Self.notebook("input: x, target: y, privacy: invented"), table).table.inputs
        == [[1], [2]])
    #expect(
      refusals(Self.notebook("input: x, target: y, privacy: restricted"), table).count == 1)
  }

  @Test func thousandsAreDeclaredOrEvident() throws {
    let declared = Self.notebook("decimal: point, input: a, target: y")
    #expect(try read(declared, "a,y\n\"1,005\",2\n900,3\n").table.inputs == [[1005], [900]])
    let evident = "a,y\n900,1\n" + (0..<20).map { "\"1,\(100 + $0)\",1\n" }.joined()
    #expect(
      try read(Self.notebook("input: a, target: y"), evident).table.inputs.prefix(2)
        == [[900], [1100]])
    // Temperatures beside decimal commas are not thousands.
    let weak = "a;y\n36.500;1,5\n36.625;2,5\n37.000;3,5\n"
    #expect(
      refusals(Self.notebook("input: a, target: y"), weak) == [
        "2: In column “a”, “36.500” can be 36.5 or 36500, and nothing in the table tells which. Write thousands without a mark, or all decimals with another number of digits."
      ])
    let cured = Self.notebook(
      "input: a, target: y, columns: {a: {decimal: point}}")
    #expect(try read(cured, weak).table.inputs == [[36.5], [36.625], [37]])
  }
}
