import Diagnostics
import Testing

@testable import Classroom

@Suite struct DecisionsTests {
  private static let header =
    "id,nombre,archivo,criterio,puntos,comentario,exento,equipo,prórroga\n"

  private func decisions(_ rows: String, students: Int = 3) throws -> Decisions {
    let fixture = ClassFixture(
      (0..<students).map { _ in ["datos.csv": ClassFixture.table] })
    fixture.folder.write("decisiones.csv", Self.header + rows)
    return try fixture.inputs().decisions
  }

  private func faults(_ rows: String) throws -> [(line: Int?, fault: DecisionError.Fault)] {
    do {
      _ = try decisions(rows)
      return []
    } catch let error as UserErrors {
      return error.errors.compactMap { $0 as? DecisionError }.map { ($0.location.line, $0.fault) }
    }
  }

  @Test func pointsStayInsideOfTheirCriterion() throws {
    let found = try faults(
      """
      1,,,conclusion,300,,,,
      2,,,conclusion,-5,,,,
      3,,,conclusion,12.3456,,,,
      1,,,rango,ocho,,,,
      1,,,,200,,,,
      2,,,,-3,,,,

      """)
    #expect(found.map(\.line) == [2, 3, 4, 5, 6, 7])
    #expect(
      found.map(\.fault) == [
        .outOfBounds(value: "300", criterion: "conclusion", minimum: "0", maximum: "30"),
        .outOfBounds(value: "-5", criterion: "conclusion", minimum: "0", maximum: "30"),
        .notThousandths(value: "12.3456"), .notPoints(value: "ocho"),
        .extraOutOfBounds(value: "200", maximum: "100"),
        .extraOutOfBounds(value: "-3", maximum: "100"),
      ])
    let good = try decisions("1,,,conclusion,\"12,5\",,,,\n1,,,,5,,,,\n2,,,conclusion,0,,,,\n")
    #expect(good.byStudent["1"]?.points(of: "conclusion") == 12.5)
    #expect(good.byStudent["1"]?.points(of: "") == 5)
    #expect(good.byStudent["2"]?.points(of: "conclusion") == 0)
  }

  @Test func twoAssistantsAreNamed() throws {
    let found = try faults(
      "1,,,conclusion,10,,,,\n1,,,conclusion,25,,,,\n2,,,,1,,,,\n2,,,,2,,,,\n")
    #expect(found.map(\.line) == [3, 5])
    #expect(
      found.map(\.fault) == [
        .twoPoints(criterion: "conclusion", first: "10", firstLine: 2, second: "25"),
        .twoPoints(criterion: "", first: "1", firstLine: 4, second: "2"),
      ])
    // The same decision twice is one.
    let same = try decisions("1,,,conclusion,10,Bien,,,\n1,,,conclusion,10.0,Claro,,,\n")
    #expect(same.byStudent["1"]?.points(of: "conclusion") == 10)
    #expect(same.byStudent["1"]?.comment(on: "conclusion") == "Bien Claro")
  }

  @Test func aTeamsRowCountsForAllMembers() throws {
    let shared = try decisions("1,,,conclusion,20,Bien,,Azul,\n2,,,,,,,azul,\n")
    #expect(shared.byStudent["2"]?.points(of: "conclusion") == 20)
    #expect(shared.byStudent["2"]?.comment(on: "conclusion") == "Bien")
    #expect(shared.byStudent["2"]?.team == "Azul")
    // A row of one's own comes first; a member without one cannot choose between two.
    let own = try decisions("1,,,conclusion,20,,,A,\n2,,,conclusion,5,,,A,\n")
    #expect(own.byStudent["2"]?.points(of: "conclusion") == 5)
    let found = try faults("1,,,conclusion,20,,,A,\n2,,,conclusion,5,,,A,\n3,,,,,,,A,\n")
    #expect(
      found.map(\.fault) == [
        .teamDisagrees(team: "A", criterion: "conclusion", firstLine: 2, id: "3")
      ])
  }

  @Test func otherContradictions() throws {
    let found = try faults("1,,a.csv,,,,,,\n1,,b.csv,,,,,,\n2,,,,,,,,mañana\n")
    #expect(
      found.map(\.fault) == [
        .twoValues(column: "archivo", first: "a.csv", firstLine: 2, second: "b.csv"),
        .notATime(value: "mañana"),
      ])
    #expect(try decisions("1,,,,,,,,36 h\n").byStudent["1"]?.extensionMinutes == 2_160)
    let strange = try faults("8,,,,,,,,\n9,,,,,,,,\n")
    #expect(strange.map(\.fault) == [.unknownStudent(id: "8"), .unknownStudent(id: "9")])
  }
}
