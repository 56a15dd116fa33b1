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
    (ClassFixture.answers("5.61", bias: "5.45"), [.failed, .doubtful]),
    // Less than any line can have.
    (ClassFixture.answers("4.61", loss: "0.05"), [.passed, .failed]),
    // Rounded as far as the room for rounding goes.
    (ClassFixture.answers("4.62", weight: "1.43", bias: "4.45", loss: "0.15"), [.passed, .passed]),
    // Coarser: nobody can tell, so the teacher looks.
    (ClassFixture.answers("4.6", weight: "1.4", bias: "4.5", loss: "0.2"), [.doubtful, .doubtful]),
    (ClassFixture.answers("5", weight: "1", bias: "4", loss: "0"), [.doubtful, .doubtful]),
    (ClassFixture.answers("0e9"), [.doubtful, .doubtful]),
    (ClassFixture.answers("7"), [.failed, .failed]),
    // A line that agrees with itself and fits no training on these data.
    (ClassFixture.answers("4.6155", weight: "0.0001", bias: "4.6155"), [.passed, .doubtful]),
    // Written, and no number: not the same as not written.
    (ClassFixture.answers("no sé"), [.unreadable, .unreadable]),
    ("pregunta,respuesta\nprediccion,4.61\nprediccion,5.2\n", [.unreadable, .unreadable]),
    // Forms that people write a number in.
    (ClassFixture.answers("≈ 4.6155"), [.passed, .passed]),
    (ClassFixture.answers("0.46155 × 10^1"), [.passed, .passed]),
    (ClassFixture.answers("\"prediction = 4,6155 puntos\""), [.passed, .passed]),
    // What is not there is worth no zero.
    ("pregunta,respuesta\nprediccion,4.61\n", [.passed, .open]),
    ("pregunta,respuesta\n", [.open, .open]),
  ])
  func claims(answers: String, expected: [Outcome.Verdict]) throws {
    let outcomes = try outcomes(["datos.csv": ClassFixture.table, "respuestas.csv": answers])
    #expect(verdicts(Array(outcomes[3...4])) == expected)
    #expect(
      outcomes[3...4].map { $0.points == nil } == expected.map { $0 != .passed && $0 != .failed })
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

  @Test(arguments: [Slip.swapped, .notNormalized, .root, .percent])
  func knownSlipsAreNamedAndHavePoints(slip: Slip) throws {
    let fixture = ClassFixture([["datos.csv": ClassFixture.table, "respuestas.csv": "x"]])
    let inputs = try fixture.inputs()
    let loaded = inputs.input(of: inputs.roster.students[0]).load(base: "")
    let table = try #require(HandIn(loaded, plan: inputs.plan).readTable)
    let training = try #require(StudentTraining(table.lesson, plan: inputs.plan))
    func value(_ quantity: Criterion.Quantity) throws -> Double {
      try #require(training.value(of: quantity))
    }
    // 60 to 116 lpm in steps of 8: the deviation is the root of 336.
    let (quantity, number): (String, Double) =
      switch slip {
      case .swapped: ("bias", try value(.weight))
      case .notNormalized: ("weight", try value(.weight) / 336.0.squareRoot())
      case .root: ("loss", try value(.loss).squareRoot())
      case .percent: ("loss", try 100 * value(.loss))
      }
    let answers =
      "pregunta,respuesta\n\(["bias": "sesgo", "weight": "peso", "loss": "perdida"][quantity]!),\(number)\n"
    let outcomes = try outcomes(
      ["datos.csv": ClassFixture.table, "respuestas.csv": answers],
      criteria: "    - {id: x, points: 5, slip: 2.5, check: claim, of: \(quantity)}")
    #expect(outcomes[0].verdict == .failed)
    #expect(outcomes[0].sentence.hasSuffix(inputs.plan.phrases["say.slip.\(slip.rawValue)"]))
    #expect(outcomes[0].points == 2.5)
  }

  @Test func aTableWithOneInputGoesToTheTeacher() throws {
    let table = "ppm,stress\n" + (0..<8).map { "80,\(3 + $0 % 3)" }.joined(separator: "\n")
    let outcomes = try outcomes([
      "datos.csv": table, "respuestas.csv": ClassFixture.answers("4.61"),
    ])
    #expect(outcomes[3...4].map(\.verdict) == [.doubtful, .doubtful])
    #expect(outcomes[3].sentence.contains("la misma entrada"))
  }
}
