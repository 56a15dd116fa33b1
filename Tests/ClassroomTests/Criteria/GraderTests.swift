import Testing

@testable import Classroom

@Suite struct GraderTests {
  private func outcomes(
    _ files: [String: String], criteria: String = ClassFixture.criteria
  ) throws -> [Outcome] {
    try ClassFixture([files], criteria: criteria).outcomes()
  }

  private func verdicts(_ outcomes: [Outcome]) -> [Outcome.Verdict] { outcomes.map(\.verdict) }

  @Test func honestWorkPasses() throws {
    let outcomes = try outcomes([
      "datos.csv": ClassFixture.table, "respuestas.csv": ClassFixture.answers("4.61"),
    ])
    #expect(verdicts(outcomes) == [.passed, .passed, .passed, .passed, .passed, .pending])
    #expect(outcomes.map(\.points) == [10, 15, 10, 20, 15, nil])
    #expect(
      outcomes.map(\.sentence) == [
        "Tu archivo «datos.csv» se leyó: 8 filas.", "Entregaste 8 filas; se pedían al menos 8.",
        "Todos los valores son posibles.",
        "Anotaste 4.61; con tus datos, 50 entrenamientos dan 4.6155.",
        "Tu predicción, 4.61, es lo que dan tu peso y tu sesgo.", "Falta la revisión a mano.",
      ])
  }

  @Test(arguments: [
    // A digit gone wrong, against the seeds and against the own weight and bias.
    (ClassFixture.answers("4.16"), [Outcome.Verdict.failed, .failed]),
    (ClassFixture.answers("46.1"), [.failed, .failed]),
    // What another table gives, though it follows from its own weight and bias.
    (ClassFixture.answers("5.61", bias: "5.45"), [.failed, .passed]),
    // Less than any line can have.
    (ClassFixture.answers("4.61", loss: "0.05"), [.passed, .failed]),
    // Nobody erred who rounds.
    (ClassFixture.answers("4.6", weight: "1.4", bias: "4.5", loss: "0.2"), [.passed, .passed]),
    (ClassFixture.answers("5", weight: "1", bias: "4", loss: "0"), [.passed, .passed]),
    // What is not there is worth no zero.
    ("pregunta,respuesta\nprediccion,4.61\n", [.passed, .open]),
    ("pregunta,respuesta\n", [.open, .open]),
  ])
  func claims(answers: String, expected: [Outcome.Verdict]) throws {
    let outcomes = try outcomes(["datos.csv": ClassFixture.table, "respuestas.csv": answers])
    #expect(verdicts(Array(outcomes[3...4])) == expected)
    #expect(outcomes[3...4].map { $0.points == nil } == expected.map { $0 == .open })
  }

  @Test func swappedColumnsAreOutOfRange() throws {
    let rows = ClassFixture.table.split(separator: "\n").dropFirst()
    let swapped = rows.map { $0.split(separator: ",").reversed().joined(separator: ",") }
    let outcomes = try outcomes([
      "datos.csv": "ppm,stress\n" + swapped.joined(separator: "\n"),
      "respuestas.csv": ClassFixture.answers("4.61"),
    ])
    #expect(verdicts(outcomes) == [.passed, .passed, .failed, .failed, .failed, .pending])
    #expect(
      outcomes[2].sentence
        == "Línea 2: Frecuencia cardiaca = 2.4 está fuera de 30–220. En total, 16 valores están fuera."
    )
  }

  @Test(arguments: [
    ["respuestas.csv": ClassFixture.answers("4.61")],
    ["datos.csv": "ppm,stress\n60,alto\n", "respuestas.csv": ClassFixture.answers("4.61")],
    ["datos 1.csv": ClassFixture.table, "datos 2.csv": ClassFixture.table],
    ["foto.jpg": "x"],
  ])
  func whatCannotBeReadIsLeftOpen(files: [String: String]) throws {
    let outcomes = try outcomes(files)
    #expect(verdicts(outcomes) == [.open, .open, .open, .open, .open, .pending])
    #expect(outcomes.allSatisfy { $0.points == nil })
  }

  @Test func aSentenceOfTheClassIsUsedWhereItsNamesHaveValues() throws {
    let criteria = """
        - {id: filas, points: 15, check: rows, at_least: 20, say: {es: "Filas: {{rows}} de {{at_least}}."}}
        - {id: claim, points: 5, check: claim, of: prediction, tolerance: {absolute: 0.1}, say: {es: "{{low}}"}}
      """
    let outcomes = try outcomes(["datos.csv": ClassFixture.table], criteria: criteria)
    #expect(
      outcomes.map(\.sentence) == ["Filas: 8 de 20.", "No anotaste la predicción."])
    #expect(verdicts(outcomes) == [.failed, .open])
  }
}
