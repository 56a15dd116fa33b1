import Neural
import Testing

@testable import Lessons

@Suite struct LessonStudiesTests {
  private func result(_ lesson: PreparedLesson, threads: Int = 2) throws -> LessonResult {
    try #require(LessonRunner.run(lesson, seed: 7, threads: threads)).result
  }

  private static func figures(_ yaml: String) -> (old: String, new: String) {
    ("figures: [network, loss]", "figures: \(yaml)")
  }

  @Test func aRateIsTheLessonWithThatOptimizer() throws {
    let studied = try result(
      SampleNotebook.prepared([Self.figures("[{learning-rates: {sgd: [0.0001], adam: [1, 0.1]}}]")])
    )
    #expect(studied.rateStudies.map(\.optimizer) == [.sgd, .adam, .adam])
    #expect(studied.rateStudies.map(\.rate) == [0.0001, 1, 0.1])
    // The lesson's own optimizer is Adam(0.1).
    #expect(studied.rateStudies[2].losses == studied.history["loss"])
    let plain = try result(
      SampleNotebook.prepared([("{Adam: {learning_rate: 0.1}}", "{SGD: {learning_rate: 0.0001}}")]))
    #expect(studied.rateStudies[0].losses == plain.history["loss"])
    #expect(plain.rateStudies.isEmpty && plain.variantStudies.isEmpty)
  }

  @Test func whatAFigureAsksForChangesNothingElse() throws {
    let plain = try result(SampleNotebook.prepared())
    var studied = try result(
      SampleNotebook.prepared([Self.figures("[learning-rates, raw-and-normalized]")]))
    #expect(
      studied.rateStudies.count == 8
        && studied.variantStudies.map(\.variant) == [.raw, .normalized])
    (studied.rateStudies, studied.variantStudies) = ([], [])
    #expect(studied == plain)
  }

  @Test func aDivergenceThatIsAskedForIsNone() throws {
    let lesson = try SampleNotebook.prepared([
      Self.figures("[{learning-rates: {sgd: [10]}}]"), ("epochs: 10", "epochs: 200"),
    ])
    let studied = try result(lesson)
    #expect(studied.history.divergence == nil)
    let rate = try #require(studied.rateStudies.first)
    #expect(rate.divergence != nil && rate.losses.allSatisfy { $0.isFinite })
  }

  @Test func variantsChangeOneThing() throws {
    let model = [("units: 1}", "units: 3}\n      - Dense: {units: 1}"), Self.noUntrained]
    let lesson = try SampleNotebook.prepared(model + [Self.figures("[{relu-seeds: {seeds: 3}}]")])
    let relu = try SampleNotebook.prepared([
      ("units: 1}", "units: 3, activation: relu}\n      - Dense: {units: 1}"), Self.noUntrained,
    ])
    let seeds = try #require(SeedStudy.run(relu, seeds: [1, 2, 3]))
    let own = try #require(SeedStudy.run(lesson, seeds: [1, 2, 3]))
    let studied = try result(lesson)
    #expect(studied.seeds(.relu, count: 3) == seeds)
    #expect(studied.seeds(.asWritten, count: 3) == own)
    #expect(studied.seeds(.asWritten, count: 20) == studied.seedStudy && studied.seedStudy != nil)
    #expect(studied.seeds(.relu, count: 20) == nil)
    #expect(seeds != own)
  }

  private static let noUntrained = (
    old: "    untrained: {weights: [[[1.8]], [4.5]], predict: [15]}\n", new: ""
  )

  @Test func normalizationIsAddedOrTakenAway() throws {
    let raw = try SampleNotebook.prepared([Self.noUntrained])
    let normalized = try SampleNotebook.prepared([
      ("- Dense", "- Normalization\n      - Dense"), Self.noUntrained,
    ])
    let types = { (model: [LayerDeclaration]) in model.map { type(of: $0.layer).className } }
    #expect(types(ModelVariant.normalized.model(of: raw.training)) == ["Normalization", "Dense"])
    #expect(types(ModelVariant.raw.model(of: raw.training)) == ["Dense"])
    #expect(
      types(ModelVariant.normalized.model(of: normalized.training)) == ["Normalization", "Dense"])
    #expect(types(ModelVariant.raw.model(of: normalized.training)) == ["Dense"])
    #expect(
      SeedStudy.run(ModelVariant.normalized.applied(to: raw), seeds: [5])
        == SeedStudy.run(normalized, seeds: [5]))
  }

  @Test func threadsChangeNothing() throws {
    let lesson = try SampleNotebook.prepared([Self.figures("[learning-rates, raw-and-normalized]")])
    #expect(try result(lesson, threads: 1) == result(lesson, threads: 3))
  }

  @Test func itEndsWhenTold() throws {
    let lesson = try SampleNotebook.prepared([
      Self.figures("[{seed-spread: {seeds: 50}}]"), ("epochs: 10", "epochs: 1000000"),
    ])
    var count = 0
    let studies = LessonStudies(lesson, seed: 7, threads: 1) { _, all in
      count = all
      return false
    }
    #expect(studies == nil && count == 50)
  }

  @Test func parametersArePartOfTheKeyPlacesAreNot() throws {
    let plain = try SampleNotebook.prepared().key
    func key(_ figures: String) throws -> ResultKey {
      try SampleNotebook.prepared([Self.figures(figures)]).key
    }
    let standard = try key("[learning-rates]")
    #expect(ResultKey.changes(from: plain.parts, to: standard.parts) == ["figures"])
    #expect(try key("[loss, {learning-rates: {}}]") == standard)
    let other = try key("[{learning-rates: {adam: [0.5]}}]")
    #expect(ResultKey.changes(from: standard.parts, to: other.parts) == ["figures"])
    #expect(try key("[fit, loss]") == plain)
  }
}
