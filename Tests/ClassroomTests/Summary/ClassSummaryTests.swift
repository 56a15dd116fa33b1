import Testing

@testable import Classroom

@Suite struct ClassSummaryTests {
  private func summary(
    _ records: [StudentRecord], data: String = "own"
  ) throws -> ClassSummary {
    let works = records.map { _ in ["nota.txt": ""] }
    return ClassSummary(inputs: try ClassFixture(works, data: data).inputs(), records: records)
  }

  private func record(
    _ id: Int, digest: String? = nil, team: String? = nil, prediction: Double? = nil,
    points: Points? = nil
  ) -> StudentRecord {
    var record = StudentRecord(
      id: "\(id)", name: "Alguien \(id)", status: points == nil ? .partial : .graded)
    record.dataDigest = digest
    record.team = team
    record.prediction = prediction
    record.points = points
    record.maximum = 100
    record.grade = points
    record.gradeMaximum = 100
    return record
  }

  @Test func identicalDataAreAFlagForTheTeacher() throws {
    let records = [
      record(1, digest: "a"), record(2, digest: "b"), record(3, digest: "a"), record(4),
    ]
    let summary = try summary(records)
    #expect(summary.twins == [["1", "3"]])
    #expect(
      summary.records.map { $0.flags.map(\.text) } == [
        ["Mismos datos que 3; ¿equipo?"], [], ["Mismos datos que 1; ¿equipo?"], [],
      ])
    #expect(summary.records.map(\.points) == records.map(\.points))
    #expect(try self.summary(records, data: "shared").twins.isEmpty)
  }

  @Test func aTeamsDataMayBeEqual() throws {
    let team = [record(1, digest: "a", team: "x"), record(2, digest: "a", team: "x")]
    #expect(try summary(team).twins.isEmpty)
    let others = team + [record(3, digest: "a", team: "y"), record(4, digest: "a")]
    #expect(try summary(others).twins == [["1", "2", "3", "4"]])
  }

  @Test func outliersNeedACrowd() throws {
    let few = (1...9).map { record($0, prediction: $0 == 9 ? 100 : 5) }
    #expect(try summary(few).attention.isEmpty)
    let crowd = (1...12).map { record($0, prediction: $0 == 12 ? 8 : 5 + Double($0 % 3) / 10) }
    let attention = try summary(crowd).attention
    #expect(attention.map(\.id) == ["12"])
    #expect(
      attention[0].flags.map(\.text) == [
        "La predicción, 8, se aparta de la clase (mediana 5.1)."
      ])
  }

  @Test func theMostUrgentComesFirst() throws {
    var records = (1...5).map { record($0, points: 50) }
    records[0].flags = [StudentRecord.Flag(name: "late", text: "Llegó tarde.")]
    records[2].flags = [StudentRecord.Flag(name: "failed", text: "x")]
    records[3].flags = [StudentRecord.Flag(name: "broken", text: "y")]
    records[4] = record(5, points: 0)
    let summary = try summary(records)
    #expect(summary.attention.map(\.id) == ["3", "4", "5", "1"])
    #expect(summary.attention[2].flags.map(\.text) == ["Cero puntos."])
  }

  /// Full points are news only where they are rare.
  @Test func fullPointsAreSaidWhereFewHaveThem() throws {
    let rare = (1...20).map { record($0, points: $0 == 1 ? 100 : 50) }
    #expect(try summary(rare).attention.map { $0.flags.map(\.text) } == [["Puntuación completa."]])
    #expect(try summary((1...20).map { record($0, points: 100) }).attention.isEmpty)
  }

  @Test func picturesNeedEnoughPeople() throws {
    #expect(try summary([record(1, points: 50)]).figures().isEmpty)
    #expect(
      try summary([record(1, points: 50), record(2, points: 70)]).figures().map(\.name)
        == ["distribution.png"])
    var crowd = (1...10).map { record($0, points: Points(thousandths: 1_000 * $0)) }
    for index in crowd.indices { crowd[index].curve = [(60, 1), (120, Double(index))] }
    #expect(try summary(crowd).figures().map(\.name) == ["distribution.png", "envelope.png"])
  }
}

@Suite struct CriterionItemTests {
  @Test func correlationsArePearsons() {
    #expect(ClassSummary.correlation([1, 2, 3], [2, 4, 6]) == 1)
    #expect(ClassSummary.correlation([1, 2, 3], [3, 2, 1]) == -1)
    #expect(ClassSummary.correlation([0, 0, 10, 10], [1, 2, 1, 2]) == 0)
    #expect(ClassSummary.correlation([1, 1, 1], [1, 2, 3]) == nil)
  }

  @Test func whatTheClassMadeOfACriterion() throws {
    let fixture = ClassFixture(
      (0..<12).map { _ in [:] }, criteria: "    - {id: a, points: 10, check: claim, of: prediction}"
    )
    let records = (1...12).map { id in
      var record = StudentRecord(id: "\(id)", name: "", status: .graded)
      let points: Points = id <= 3 ? 0 : 10
      record.points = points + Points(thousandths: 1_000 * (id <= 3 ? 1 : 2))
      record.criteria = [
        StudentRecord.Criterion(
          id: "a", points: id == 12 ? nil : points, maximum: 10,
          verdict: id <= 3 ? "failed" : "passed", text: "")
      ]
      record.claims = [id <= 2 ? "4.16" : "4.61", "", "", ""]
      return record
    }
    fixture.folder.write("entregas/Alguien 1_1_assignsubmission_file_/nota.txt", "")
    let items = ClassSummary(inputs: try fixture.inputs(), records: records).items
    #expect(items.count == 1)
    #expect(items[0].count == 11 && items[0].full == 8)
    #expect(abs(items[0].mean - 80.0 / 11) < 1e-12)
    #expect(abs((items[0].discrimination ?? 0) - 1) < 1e-12)
    #expect(items[0].commonestWrong?.answer == "4.16" && items[0].commonestWrong?.count == 2)
  }
}

@Suite struct CopySearchTests {
  private func made(_ tables: [String]) throws -> [StudentRecord] {
    try ClassFixture(
      tables.map { ["datos.csv": $0, "respuestas.csv": ClassFixture.answers("4.61")] },
      criteria: "    - {id: a, points: 1, check: readable}"
    ).made().map(\.record)
  }

  private func pairs(_ tables: String...) throws -> [CopySearch.Pair] {
    try CopySearch(made(tables), isShared: false).pairs
  }

  private static let rows = ClassFixture.table.split(separator: "\n").dropFirst().map(String.init)

  private func table(_ rows: [String]) -> String {
    "ppm,stress\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test func oneChangedValueHidesNoCopy() throws {
    var rows = Self.rows
    rows[3] = "84,3.9"
    #expect(
      try pairs(table(Self.rows), table(rows.reversed()))
        == [CopySearch.Pair(first: "1", second: "2", kind: .nearlyEqual(shared: 7, of: 8))])
    // Another student's honest table, and one with three other rows.
    let other = (0..<8).map { "\(61 + 7 * $0),\(2 + $0 % 5)" }
    #expect(try pairs(table(Self.rows), table(other)).isEmpty)
    rows[0] = "61,2.4"
    rows[7] = "117,6.5"
    #expect(try pairs(table(Self.rows), table(rows)).isEmpty)
  }

  @Test func otherUnitsHideNoCopy() throws {
    let scaled = (0..<8).reversed().map { row in
      let stress = 24 + 7 * row - (row % 2) * 8
      return "\(Double(60 + 8 * row) + 4),\(Double(stress) / 20 + 1)"
    }
    #expect(
      try pairs(table(Self.rows), table(scaled))
        == [CopySearch.Pair(first: "1", second: "2", kind: .rescaled)])
  }

  /// Records of a class whose predictions are spread; the first two are the same to the last digit.
  private func records(_ count: Int) -> [StudentRecord] {
    (0..<count).map { index in
      var record = StudentRecord(id: "\(index)", name: "", status: .graded)
      record.dataDigest = "d\(index)"
      let value = index == 1 ? 0 : index
      record.claims = ["\(3 + value % 7).\(1_000 + 37 * value)", "", "", ""]
      return record
    }
  }

  @Test func sameAnswersOverOtherDataComeWithTheirChance() {
    var records = records(20)
    let found = CopySearch(records, isShared: false).pairs
    #expect(found.map(\.first) == ["0"] && found.map(\.second) == ["1"])
    guard case .answers(["3.1000"], let chance)? = found.first?.kind else {
      Issue.record("\(found)")
      return
    }
    // 190 pairs, a unit of 0.0001 over 2 sqrt(pi) standard deviations of about 2.
    #expect(chance > 0.001 && chance < 0.01)
    #expect(CopySearch(records, isShared: true).pairs.isEmpty)
    for index in records.indices { records[index].team = "a" }
    #expect(CopySearch(records, isShared: false).pairs.isEmpty)
    // Answers with few possible values agree by chance.
    for index in records.indices { records[index].claims = ["\(index % 5)", "", "", ""] }
    for index in records.indices { records[index].team = nil }
    #expect(CopySearch(records, isShared: false).pairs.isEmpty)
  }
}
