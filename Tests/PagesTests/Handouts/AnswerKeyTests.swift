import Neural
import TestSupport
import Testing

@testable import Lessons
@testable import Pages

@Suite struct AnswerKeyTests {
  private func entry(
    _ answer: String, _ tolerance: Exercise.Tolerance? = nil, lesson: String = "celsius",
    seeds: SeedStudy? = Fixture.seedStudy
  ) throws -> AnswerKey.Entry {
    var result = Fixture.celsiusResult()
    result.seedStudy = seeds
    let values = try Fixture.values([result, Fixture.fashionResult()])
    let exercise = Exercise(
      id: "a", ask: LocalizedText([.es: "¿?", .en: "?"]), kind: .number,
      answer: LocalizedText([.es: answer, .en: answer]), tolerance: tolerance)
    return try #require(AnswerKey(values: values).entries(exercise, lesson: lesson).first)
  }

  private func isNear(_ range: ClosedRange<Double>?, _ low: Double, _ high: Double) -> Bool {
    guard let range else { return false }
    return abs(range.lowerBound - low) < 1e-4 && abs(range.upperBound - high) < 1e-4
  }

  @Test func `tolerances`() throws {
    #expect(isNear(try entry("4.5", .absolute(0.25)).accepted, 4.25, 4.75))
    #expect(isNear(try entry("−200", .relative(0.02)).accepted, -204, -196))
    #expect(isNear(try entry("200").accepted, 199.8, 200.2))
    // Without other seeds two per cent count.
    #expect(isNear(try entry("200", .seeds).accepted, 196, 204))
    #expect(isNear(try entry("{{predict.0}}", .seeds, seeds: nil).accepted, 31.26445, 32.54055))
  }

  @Test func `seeds give a range for what they can tell`() throws {
    let zero = try entry("{{predict.0}}", .seeds)
    #expect(zero.seeds?.count == 3 && zero.seeds?.range == 31...33)
    #expect(isNear(zero.accepted, 31 - 0.04, 33 + 0.04))
    #expect(zero.text == "31.9")
    let loss = try entry("{{loss.last}}", .seeds).seeds?.range
    #expect(loss == 0.0631...0.0652)
    let weight = try #require(try entry("{{weight.0.0.0}}", .seeds).seeds?.range)
    #expect(isNear(weight, 1.79, 1.8))
    let bias = try #require(try entry("{{bias.0.0}}", .seeds).seeds?.range)
    #expect(isNear(bias, 31.8, 32))
    #expect(try entry("{{rows}}", .seeds).seeds == nil)
    #expect(
      try entry("{{of.celsius.predict.0}}", .seeds, lesson: "fashion").seeds?.range == 31...33)
  }

  @Test func `a percentage is one of hundred`() throws {
    let entry = try entry("{{percent1(evaluation.accuracy)}}", .relative(0.1), lesson: "fashion")
    #expect(entry.text == "75.0%")
    // One of four images is 25 points.
    #expect(isNear(entry.accepted, 50, 100))
  }

  @Test func `what page and code show is accepted`() throws {
    // Seeds that agree leave a thousandth; 31.9 is shown for 31.902498.
    var study = Fixture.seedStudy
    study.predictions = study.seeds.map { _ in [[211.74], [31.902498], [-40], [97.54]] }
    let entry = try entry("{{fixed1(predict.0)}}", .seeds, seeds: study)
    let accepted = try #require(entry.accepted)
    #expect(accepted.contains(31.9) && accepted.contains(31.86) && !accepted.contains(31.84))
    #expect(entry.decimals == 1)
    #expect(try self.entry("{{rows}}", .absolute(0)).decimals == nil)
    #expect(try self.entry("{{fixed2(loss.last)}}", .absolute(0)).accepted?.contains(0.06) == true)
  }

  @Test func `what is no number has no range`() throws {
    let entry = try entry("depende")
    #expect(entry.value == nil && entry.accepted == nil && entry.text == "depende")
  }

  @Test func `of a lesson with classes the class alone is right`() throws {
    let lesson = Fixture.lesson(
      "clases", model: [Dense(units: 3, activation: .softmax)], predict: [[100]], reference: nil,
      compile: Compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy))
    var result = Fixture.celsiusResult()
    result.lesson = "clases"
    result.predictions = [
      Prediction(input: [100], output: [0.04, 0.93, 0.03], extrapolates: false)
    ]
    result.seedStudy = Fixture.seedStudy
    let values = try Fixture.values([result], notebook: Fixture.notebook([lesson]))
    let exercise = Exercise(
      id: "a", ask: LocalizedText([.es: "¿Qué clase?"]), kind: .number,
      answer: LocalizedText([.es: "{{predict.100}}"]), tolerance: .seeds)
    let entry = try #require(AnswerKey(values: values).entries(exercise, lesson: "clases").first)
    #expect(entry.text == "1 (93.0%)" && entry.value == 1)
    #expect(entry.accepted == 1...1 && entry.decimals == nil)
  }
}
