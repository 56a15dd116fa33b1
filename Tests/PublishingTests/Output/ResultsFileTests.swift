import TestSupport
import Testing

@testable import Lessons
@testable import Publishing

@Suite struct ResultsFileTests {
  private func text(_ result: LessonResult) -> String {
    let file = ResultsFile(
      notebook: "n", seed: 7, lessons: [.init(id: result.lesson, result: result, figures: [])])
    let text = String(decoding: JSONWriter.bytes(file.json), as: UTF8.self)
    return text.filter { !$0.isWhitespace }
  }

  @Test func seedsStandBehindTheEvaluation() {
    var result = Fixture.celsiusResult()
    #expect(!text(result).contains("seeds"))
    result.predictions = Array(result.predictions.prefix(1))
    result.seedStudy = Fixture.seedStudy
    let diverged = text(result)
    #expect(
      diverged.contains(
        #""seeds":{"count":3,"diverged":1,"loss":{"least":0.0631,"greatest":0.0652},"#
          + #""predictions":[{"input":[100.0],"least":[211.7],"greatest":[212.9]}]},"figures""#),
      "\(diverged)")
    #expect(
      diverged.contains(#""evaluation":{"part":"training","loss":0.064},"seeds""#), "\(diverged)")
    result.seedStudy?.divergences = [nil, nil, nil]
    #expect(text(result).contains(#""seeds":{"count":3,"loss""#))
  }
}
