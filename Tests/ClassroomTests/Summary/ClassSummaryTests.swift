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
    points: Double? = nil
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
    var crowd = (1...10).map { record($0, points: Double($0)) }
    for index in crowd.indices { crowd[index].curve = [(60, 1), (120, Double(index))] }
    #expect(try summary(crowd).figures().map(\.name) == ["distribution.png", "envelope.png"])
  }
}
