import Lessons
import Testing

@testable import Classroom

/// Nobody gets points for numbers that do not come from the own data.
@Suite struct ClaimJudgeTests {
  /// Answers that somebody writes down who has not trained anything.
  private static let guesses = [
    "0e9", "1e1", "0e3", "5.e0", "1e9", "-1e9", "4", "5", "6", "4.5", "5.5", "5.25", "5.5000",
    "0", "3.9757",
  ]
  /// The largest share of random classes in which one guess may get the points.
  private static let share = 0.15

  /// A class of random data: another line, spread and noise for each student.
  private static func table(_ seed: Int) -> String {
    var state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678_9abc_def1
    func random() -> Double {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(1 << 53)
    }
    let (low, slope) = (1 + 3 * random(), 0.02 + 0.05 * random())
    return "ppm,stress\n"
      + (0..<20).map { row in
        let x = 60 + 60 * random()
        let y = min(10, max(1, low + slope * (x - 60) + random()))
        return "\((x * 10).rounded() / 10),\((y * 10).rounded() / 10)"
      }.joined(separator: "\n")
  }

  @Test func guessesSeldomPass() throws {
    let classes = 24
    let criteria = """
          - {id: a, points: 20, check: claim, of: prediction, tolerance: seeds}
          - {id: b, points: 20, check: claim, of: prediction, tolerance: {absolute: 0.05}}
          - {id: c, points: 20, check: claim, of: prediction, tolerance: {relative: 0.01}}
          - {id: d, points: 20, check: claim, of: loss, tolerance: seeds}
          - {id: e, points: 20, check: consistent}
      """
    var passed: [String: [Int]] = [:]
    let fixture = ClassFixture(
      (0..<classes).map { ["datos.csv": Self.table($0), "respuestas.csv": "x"] },
      criteria: criteria)
    let inputs = try fixture.inputs()
    for student in inputs.roster.students {
      let loaded = inputs.input(of: student).load(base: "")
      let training = HandIn(loaded, plan: inputs.plan).readTable.flatMap {
        StudentTraining($0.lesson, plan: inputs.plan)
      }
      for guess in Self.guesses {
        let answers = ClassFixture.answers(guess, weight: "0.0001", bias: guess, loss: guess)
        let handIn = HandIn(loaded, answers: answers, plan: inputs.plan)
        let outcomes = Grader(plan: inputs.plan, handIn: handIn, training: training).outcomes()
        for (index, outcome) in outcomes.enumerated() where outcome.verdict == .passed {
          passed[guess, default: [0, 0, 0, 0, 0]][index] += 1
        }
      }
    }
    for guess in Self.guesses {
      for (index, count) in (passed[guess] ?? []).enumerated()
      where Double(count) > Self.share * Double(classes) {
        Issue.record("\(guess) passes \(count) of \(classes) classes by criterion \(index)")
      }
    }
    // What is coarse by its exponent passes nowhere.
    for guess in ["0e9", "1e1", "0e3", "5.e0", "1e9", "4", "5", "6", "0"] {
      #expect(passed[guess] == nil, "\(guess)")
    }
  }
}

extension HandIn {
  /// A hand-in with other answers.
  init(_ loaded: LoadedInput, answers: String, plan: ClassPlan) {
    let bytes = Array(answers.utf8)
    let file = SubmittedFile(
      entry: SubmissionEntry(index: 0, parts: [Array("respuestas.csv".utf8)], size: 1, fault: nil),
      owner: SubmissionOwner(
        id: "1", isOnlineText: false, isLate: false, path: [Array("respuestas.csv".utf8)]),
      source: loaded.answers!.file.source)
    self.init(
      LoadedInput(
        input: loaded.input, table: loaded.table,
        answers: LoadedInput.File(file: file, loaded: LoadedFile(bytes), fault: nil),
        onlineTexts: [], key: ""), plan: plan)
  }
}
