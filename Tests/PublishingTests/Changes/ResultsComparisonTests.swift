import Testing

@testable import Publishing

@Suite struct ResultsComparisonTests {
  private func results(
    _ id: String = "recta", loss: String = "[0.5, 0.25]", output: String = "211.5",
    extra: String = ""
  ) -> [UInt8] {
    Array(
      """
      {"schema": 1, "notebook": "n", "seed": 7, "lessons": [{"id": "intro", "figures": []},
      {"id": "\(id)", "history": {"loss": \(loss)\(extra)},
      "predictions": [{"input": [100], "output": [\(output)]},
      {"input": [0.5, -1], "output": [1, 2]}],
      "evaluation": {"loss": 0.125}, "figures": []}]}
      """.utf8)
  }

  private func compare(_ a: [UInt8], _ b: [UInt8]) throws -> ResultsComparison {
    try #require(ResultsComparison(a, b))
  }

  @Test func theSameResultsDidNotMove() throws {
    let comparison = try compare(results(), results())
    #expect(!comparison.hasMoved(beyond: 0))
    #expect(comparison.lessons.map(\.id) == ["intro", "recta"])
    #expect(
      comparison.lessons[1].metrics.map(\.name) == [
        "loss", "evaluation.loss", "predictions[100]", "predictions[0.5, -1][0]",
        "predictions[0.5, -1][1]",
      ])
    #expect(comparison.lessons[1].metrics.map(\.a) == [0.25, 0.125, 211.5, 1, 2])
  }

  @Test func aMetricMovesByMoreThanTheTolerance() throws {
    let comparison = try compare(results(), results(loss: "[0.5, 0.75]"))
    #expect(comparison.lessons[1].metrics[0].difference == 0.5)
    #expect(comparison.hasMoved(beyond: 0.49))
    #expect(!comparison.hasMoved(beyond: 0.5))
    // To the other side as well.
    #expect(try compare(results(loss: "[0.75]"), results()).hasMoved(beyond: 0.49))
  }

  @Test func whatOneSideLacksHasMoved() throws {
    let accuracy = results(extra: ", \"accuracy\": [0.5]")
    let comparison = try compare(results(), accuracy)
    let metric = try #require(comparison.lessons[1].metrics.last)
    #expect(metric == .init(name: "accuracy", a: nil, b: 0.5))
    #expect(comparison.hasMoved(beyond: 1e300))
    #expect(try compare(accuracy, results()).hasMoved(beyond: 1e300))
    let renamed = try compare(results(), results("otra"))
    #expect(renamed.lessons.map(\.id) == ["intro", "recta", "otra"])
    #expect(renamed.lessons.map(\.isInA) == [true, true, false])
    #expect(renamed.lessons.map(\.isInB) == [true, false, true])
    #expect(renamed.hasMoved(beyond: 1e300))
  }

  @Test(arguments: [
    "", "{}", "[]", "{\"schema\": 2, \"notebook\": \"n\", \"lessons\": []}",
    "{\"schema\": 1, \"lessons\": []}",
    "{\"schema\": 1, \"notebook\": \"n\", \"lessons\": [{\"history\": {}}]}",
  ])
  func whatIsNoResultsFileIsRefused(text: String) {
    #expect(ResultsComparison(results(), Array(text.utf8)) == nil)
    #expect(ResultsComparison(Array(text.utf8), results()) == nil)
  }

  private func files(_ files: String, seed: Int = 7) -> [UInt8] {
    Array(
      """
      {"schema": 1, "notebook": "n", "seed": \(seed), "lessons": [{"id": "a", "data": {"kind":
      "table", "files": {\(files)}}, "figures": []}]}
      """.utf8)
  }

  /// A file with another name and the same bytes has not changed.
  @Test func filesAreToldThatAreNewGoneOrRenamed() throws {
    let before = files("\"d.csv\": \"1\", \"p.csv\": \"2\", \"q.csv\": \"3\"")
    let after = files("\"datos.csv\": \"1\", \"p.csv\": \"5\", \"r.csv\": \"4\"", seed: 8)
    let lesson = try compare(before, after).lessons[0]
    #expect(lesson.renamedFiles == [.init(before: "d.csv", after: "datos.csv")])
    #expect(lesson.files == ["p.csv", "r.csv"])
    #expect(lesson.newFiles == ["r.csv"])
    #expect(lesson.goneFiles == ["q.csv"])
    #expect(lesson.changed == ["p.csv", "r.csv", "q.csv", "datos.csv"])
    #expect(lesson.otherSeed?.before == 7 && lesson.otherSeed?.after == 8)
    #expect(try compare(before, before).lessons[0].changed == [])
  }

  @Test func theJSONSaysWhatMoved() throws {
    let comparison = try compare(results(), results(output: "212.5"))
    let json = comparison.json(tolerance: 0.5)
    #expect(json["tolerance"] == .double(0.5))
    #expect(json["moved"] == .boolean(true))
    let metrics = try #require(json["lessons"]?.elements[1]["metrics"]?.elements)
    #expect(metrics.map { $0["moved"] == .boolean(true) } == [false, false, true, false, false])
    #expect(
      metrics[2]
        == .object([
          "name": .string("predictions[100]"), "a": .double(211.5), "b": .double(212.5),
          "difference": .double(1), "moved": .boolean(true),
        ]))
    let alone = try compare(results(), results("otra")).json(tolerance: 0)
    #expect(alone["lessons"]?.elements[1]["in"] == .array([.string("a")]))
    #expect(JSONReader.value(JSONWriter.bytes(json)) != nil)
  }
}
