import Lessons
import Testing

/// The bundled notebook's lessons as they are shipped.
@Suite struct BundledNotebookTests {
  private static let prepared: PreparedNotebook = {
    do {
      return try Notebook.load(folder: Messages.root + "/templates/notebooks/practica-tensorflow")
        .prepare()
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  private func run(_ id: String, seed: UInt64? = nil) throws -> LessonResult {
    let lesson = try #require(Self.prepared.lessons.first { $0.lesson.id == id })
    let run = LessonRunner.run(lesson, seed: seed ?? Self.prepared.notebook.seed, threads: 2)
    return try #require(run).result
  }

  @Test func aSingleNeuronLearnsTheLine() throws {
    let result = try run("celsius")
    #expect((211.5...212.0).contains(result.predictions[0].output[0]))
    #expect((1.79...1.81).contains(result.weights[0].arrays[0].values[0]))
    #expect((31.7...32.0).contains(result.weights[0].arrays[1].values[0]))
    #expect(result.history["loss"]?.count == 1000)
    #expect(result.trajectory?.count == 1001)
  }

  @Test func hiddenLayersComeCloserWithAlmostEverySeed() throws {
    let outputs = try (1...20).map { try run("celsius-hidden", seed: $0).predictions[0].output[0] }
    #expect(outputs.filter { (211.70...211.80).contains($0) }.count >= 17)
    let bundled = try run("celsius-hidden").predictions[0].output[0]
    #expect((211.70...211.80).contains(bundled))
  }

  @Test func normalisedStressLandsOnLeastSquares() throws {
    let result = try run("stress-normalized")
    let line = try #require(result.regression?.leastSquares)
    let expected = line([90])
    #expect(abs(Double(result.predictions[0].output[0]) / expected - 1) < 0.005)
  }
}
