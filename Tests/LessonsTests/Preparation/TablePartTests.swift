import Datasets
import Diagnostics
import Neural
import Testing

@testable import Lessons

private typealias Fixture = TableLessonFixture

/// Which columns and rows of a table are taken, and how files are read for lessons.
@Suite struct TablePartTests {
  @Test func everyColumnButSome() throws {
    let table = "id,a,b,y\nx1,1,2,3\nx2,4,5,6\n"
    #expect(
      Fixture.refusals(Fixture.notebook("input: all, target: y"), table) == [
        "-: “input: all” would take columns that identify rows, hold no value, or have more than 20 different words: id. Leave them out: “input: {all: true, except: [id]}”."
      ])
    let cured = Fixture.notebook("input: {all: true, except: [id]}, target: y")
    #expect(try Fixture.read(cured, table).table.inputs == [[1, 2], [4, 5]])
    let range = Fixture.notebook("input: [a..b], target: y")
    #expect(try Fixture.read(range, table).table.inputs == [[1, 2], [4, 5]])
  }

  @Test func theTestPartKeepsTheSharesOfClasses() throws {
    let table = "x,y\n" + (0..<40).map { "\($0),\($0 < 10 ? "sí" : "no")\n" }.joined()
    let yaml = Fixture.notebook(
      "input: x, target: y, test: {fraction: 0.2, stratify: true}", loss: "binary_crossentropy",
      activation: "sigmoid")
    let rows = try Fixture.read(yaml, table).table
    let test = rows.targets.indices.filter { rows.isTest[$0] }
    #expect(test.count == 8)
    #expect(test.count { rows.targets[$0] == 1 } == 2)
  }

  /// Rows of one patient validate together, behind all that train; the share is what was asked for as
  /// nearly as groups allow.
  @Test func groupsStayTogetherInValidation() throws {
    let table = "p,x,y\n" + (0..<40).map { "p\($0 % 8),\($0),\($0)\n" }.joined()
    let lesson = try Fixture.lesson(
      Fixture.notebook(
        "input: x, target: y, group: p, test: 0.25", fit: "{epochs: 1, validation_split: 0.3}"),
      table)
    guard case .table(let rows) = lesson.data.source,
      case .split(let share) = lesson.training.fit.validation
    else { preconditionFailure("no table") }
    let training = rows.inputs.indices.filter { !rows.isTest[$0] }
    let first = Int((Double(training.count) * (1 - share)).rounded(.down))
    func groups(_ rows: [Double]) -> Set<Int> { Set(rows.map { Int($0) % 8 }) }
    let own = groups(training.prefix(first).map { rows.inputs[$0][0] })
    let validation = groups(training.dropFirst(first).map { rows.inputs[$0][0] })
    let test = groups(rows.inputs.indices.filter { rows.isTest[$0] }.map { rows.inputs[$0][0] })
    #expect(validation.count == 2 && test.count == 2 && own.count == 4)
    #expect(own.isDisjoint(with: validation) && own.isDisjoint(with: test))
    #expect(Set(rows.lines) == Set(2...41))
    #expect(lesson.data.assumptions.map(\.key) == ["data.groupedValidation"])
  }

  @Test func aShareThatLeavesSoManyIsFound() {
    for count in 2...60 {
      for training in 1..<count {
        let share = LabelledSamples.fraction(leaving: training, of: count)
        #expect(LabelledSamples.trainingCount(of: count, splitting: share) == training)
      }
    }
    #expect(LabelledSamples.fraction(leaving: 20, of: 30) == 0.32)
  }

  @Test func groupsStayTogether() throws {
    let table = "p,x,y\n" + (0..<30).map { "p\($0 / 3),\($0),\($0)\n" }.joined()
    let rows = try Fixture.read(
      Fixture.notebook("input: x, target: y, test: 0.2, group: p"), table
    ).table
    #expect(rows.isTest.count { $0 } == 6)
    for start in stride(from: 0, to: 30, by: 3) {
      #expect(Set(rows.isTest[start..<start + 3]).count == 1)
    }
  }

  @Test func theTestPartStandsInTheTableOrInAnother() throws {
    let column = try Fixture.read(
      Fixture.notebook("input: x, target: y, test: {column: parte, value: prueba}"),
      "x,y,parte\n1,2,a\n2,3,prueba\n3,4,a\n"
    ).table
    #expect(column.isTest == [false, true, false])
    let other = try Fixture.read(
      Fixture.notebook("input: x, target: y, test: {table: prueba.csv}"), "x,y\n1,2\n2,3\n",
      [("prueba.csv", "y,x\n9,8\n")]
    ).table
    #expect(other.inputs == [[1], [2], [8]])
    #expect(other.isTest == [false, false, true])
    #expect(other.lines == [2, 3, 2])
  }

  @Test func datesAreNumbersWhereTheLessonSaysSo() throws {
    let table = "f,y\n2024-01-05,1\n2024-01-01,2\n2024-02-01,3\n"
    func column(_ reading: String) throws -> [[Double]] {
      try Fixture.read(
        Fixture.notebook("input: f, target: y, columns: {f: {read: \(reading)}}"), table
      ).table.inputs
    }
    #expect(try column("days") == [[4], [0], [31]])
    #expect(try column("month") == [[1], [1], [2]])
    let split = Fixture.notebook(
      #"input: [s, d], target: y, columns: {p: {read: {split: "/", names: [s, d]}}}"#)
    #expect(
      try Fixture.read(split, "p,y\n120/80,1\n130/85,2\n").table.inputs == [[120, 80], [130, 85]])
    let doubt = Fixture.notebook("input: f, target: y, columns: {f: {read: days}}")
    #expect(
      Fixture.refusals(doubt, "f,y\n01/02/2024,1\n03/04/2024,2\n") == [
        "2: In column “f”, “01/02/2024” can be read with the day or with the month first, and no date of the column tells which. Write the dates as 2024-05-31."
      ])
  }

  @Test func limitsOfDetection() throws {
    let table = "a,y\n<0.5,1\n2,2\n>200,3\n"
    func inputs(_ policy: String) throws -> [[Double]] {
      try Fixture.read(
        Fixture.notebook("input: a, target: y, columns: {a: {limits: \(policy)}}"), table
      ).table.inputs
    }
    #expect(try inputs("value") == [[0.5], [2], [200]])
    #expect(try inputs("half") == [[0.25], [2], [200]])
    #expect(
      Fixture.refusals(Fixture.notebook("input: a, target: y"), table) == [
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
    let rows = try Fixture.read(Fixture.notebook("input: a, target: y"), table).table
    #expect(rows.inputs.prefix(2) == [[1], [3]], "\(what)")
    #expect(rows.targets.prefix(2) == [2, 4], "\(what)")
  }

  @Test func filesWithoutNames() throws {
    let table = "1,2\n3,4\n"
    #expect(
      try Fixture.read(Fixture.notebook("header: false, input: c1, target: c2"), table).table.inputs
        == [[1], [3]])
    #expect(
      try Fixture.read(Fixture.notebook("names: [a, y], input: a, target: y"), table).table.targets
        == [2, 4])
    #expect(
      Fixture.refusals(Fixture.notebook("names: [a], input: a, target: y"), table).count == 1)
    #expect(
      Fixture.refusals(Fixture.notebook("input: a, target: y"), table) == [
        "1: The first line has only numbers (“1”…), and the names of the columns were expected. If the file has none, write “header: false” under “data” (the columns are then c1, c2, …) or their names in “names: […]”."
      ])
  }

  @Test func whoSomebodyIsIsNotPublishedUnasked() throws {
    let table = "CURP,x,y\n" + "GODE561231HDFRRN09,1,2\nGODE561231HDFRRN08,2,3\n"
    #expect(
      Fixture.refusals(Fixture.notebook("input: x, target: y"), table) == [
        "7: The table has columns that seem to tell who somebody is: CURP. Take them out of the file; or write under “data” “privacy: public” or “privacy: invented” if that is so."
      ])
    #expect(
      try Fixture.read(Fixture.notebook("input: x, target: y, privacy: invented"), table).table
        .inputs
        == [[1], [2]])
    #expect(
      Fixture.refusals(Fixture.notebook("input: x, target: y, privacy: restricted"), table).count
        == 1)
  }

  @Test func thousandsAreDeclaredOrEvident() throws {
    let declared = Fixture.notebook("decimal: point, input: a, target: y")
    #expect(
      try Fixture.read(declared, "a,y\n\"1,005\",2\n900,3\n").table.inputs == [[1005], [900]])
    let evident = "a,y\n900,1\n" + (0..<20).map { "\"1,\(100 + $0)\",1\n" }.joined()
    #expect(
      try Fixture.read(Fixture.notebook("input: a, target: y"), evident).table.inputs.prefix(2)
        == [[900], [1100]])
    // Temperatures beside decimal commas are not thousands.
    let weak = "a;y\n36.500;1,5\n36.625;2,5\n37.000;3,5\n"
    #expect(
      Fixture.refusals(Fixture.notebook("input: a, target: y"), weak) == [
        "2: In column “a”, “36.500” can be 36.5 or 36500, and nothing in the table tells which. Write thousands without a mark, or all decimals with another number of digits."
      ])
    let cured = Fixture.notebook(
      "input: a, target: y, columns: {a: {decimal: point}}")
    #expect(try Fixture.read(cured, weak).table.inputs == [[36.5], [36.625], [37]])
  }
}
