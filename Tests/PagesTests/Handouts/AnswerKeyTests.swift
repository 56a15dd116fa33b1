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
    #expect(isNear(entry.accepted, 67.5, 82.5))
  }

  @Test func `what is no number has no range`() throws {
    let entry = try entry("depende")
    #expect(entry.value == nil && entry.accepted == nil && entry.text == "depende")
  }
}
