import Neural
import Testing

@testable import Lessons

@Suite struct SeedStudyTests {
  private static let hidden: [(old: String, new: String)] = [
    ("units: 1}", "units: 3, activation: relu}\n      - Dense: {units: 1}"),
    ("    untrained: {weights: [[[1.8]], [4.5]], predict: [15]}\n", ""),
  ]

  @Test func aSeedGivesWhatTheLessonGivesWithThatSeed() throws {
    let lesson = try SampleNotebook.prepared(Self.hidden)
    let study = try #require(SeedStudy.run(lesson, seeds: [3, 9], threads: 2))
    #expect(study.seeds == [3, 9])
    for (index, seed) in study.seeds.enumerated() {
      let result = try #require(LessonRunner.run(lesson, seed: seed, threads: 1)).result
      #expect(study.losses[index] == result.evaluation.loss)
      #expect(study.predictions[index] == result.predictions.map(\.output))
      #expect(study.weights[index] == result.weights.flatMap { $0.arrays.flatMap(\.values) })
      #expect(study.divergences[index] == nil)
    }
    #expect(study.weights[0] != study.weights[1])
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let lesson = try SampleNotebook.prepared(Self.hidden)
    let one = SeedStudy.run(lesson, threads: 1)
    #expect(one?.seeds == Array(1...20))
    #expect(SeedStudy.run(lesson, threads: 3) == one)
  }

  @Test func aResultCarriesTheStudyAndIsTheSameWithoutIt() throws {
    let lesson = try SampleNotebook.prepared()
    let result = try #require(LessonRunner.run(lesson, seed: 7, threads: 2)).result
    #expect(result.seedStudy == SeedStudy.run(lesson))
    let range = try #require(result.seedStudy?.range(ofPrediction: 0))
    #expect(range.contains(result.predictions[0].output[0]))
    #expect(result.seedStudy?.lossBand.median.count == 10)
    #expect(
      result.history["loss"]?.first.map { $0 <= result.seedStudy!.lossBand.greatest[0] } == true)
  }

  @Test(arguments: [
    // 7 rows x 2 parameters in two updates of at most 4 rows: 2,014 an epoch.
    ("epochs: 4965", "", true), ("epochs: 4966", "", false),
    ("epochs: 4966", ", tolerance: seeds", true),
  ])
  func onlyACheapLessonIsStudiedUnasked(epochs: String, tolerance: String, isPart: Bool) throws {
    let lesson = try SampleNotebook.prepared([
      ("epochs: 10", epochs), ("kind: number", "kind: number\(tolerance)"),
    ])
    #expect(SeedStudy.isPart(of: lesson) == isPart)
  }

  @Test func imagesHaveNoStudy() throws {
    let folder = NotebookFolderFixture(notebook: SampleNotebook.yaml)
    folder.writeImages("fashion-mnist", train: 100, test: 50)
    let lesson = try Notebook.load(folder: folder.path).prepare().lessons[1]
    #expect(!SeedStudy.isPart(of: lesson))
  }

  @Test func divergedAndDeadTrainingsAreCounted() throws {
    let wild = try SampleNotebook.prepared([
      ("{Adam: {learning_rate: 0.1}}", "{SGD: {learning_rate: 10}}"), ("epochs: 10", "epochs: 200"),
    ])
    let study = try #require(SeedStudy.run(wild, seeds: [1, 2]))
    #expect(study.divergedCount == 2)
    #expect(study.losses.allSatisfy { $0.isFinite })
    #expect(study.weights.allSatisfy { $0.allSatisfy(\.isFinite) })
    let constant = try SampleNotebook.prepared(
      table: "celsius,fahrenheit\n" + String(repeating: "5,1\n", count: 7))
    #expect(SeedStudy.run(constant, seeds: [1])?.isConstant == [true])
    let plain = try SampleNotebook.prepared()
    #expect(SeedStudy.run(plain, seeds: [1])?.isConstant == [false])
  }

  @Test func theBandCoversTheSeedsThatGotSoFar() {
    let band = SeedStudy.LossBand([[4, 3, 2], [8, 1], [6, 2, 1]])
    #expect(band.least == [4, 1, 1])
    #expect(band.median == [6, 2, 1.5])
    #expect(band.greatest == [8, 3, 2])
  }

  @Test func itEndsWhenTold() throws {
    let lesson = try SampleNotebook.prepared([("epochs: 10", "epochs: 1000000")])
    #expect(SeedStudy.run(lesson, threads: 2) { _ in false } == nil)
  }

  /// Before the first seed it is asked, and having said no it is not asked again, however long the
  /// others take to hear of it.
  @Test(arguments: [1, 2])
  func progressTellsOfTheSeeds(threads: Int) throws {
    var told: [[Int]] = []
    let run = LessonRunner.run(try SampleNotebook.prepared(), seed: 7, threads: threads) { event in
      guard case .studying(let done, let count) = event else { return true }
      told.append([done, count])
      return false
    }
    #expect(run == nil)
    #expect(told == [[0, 20]])
  }

  @Test func whatAsksForSeedsIsPartOfTheKey() throws {
    let plain = try SampleNotebook.prepared()
    let asked = try SampleNotebook.prepared([
      ("figures: [network, loss]", "figures: [network, seed-spread]")
    ])
    #expect(ResultKey.changes(from: plain.key.parts, to: asked.key.parts) == ["seeds"])
  }
}
