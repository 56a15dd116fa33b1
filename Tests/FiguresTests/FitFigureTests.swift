import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

@Suite struct FitFigureTests {
  static func title(_ sample: (lesson: Lesson, result: LessonResult)) throws -> (Bool, Double) {
    let context = try SampleLessons.context(sample, .en)
    let picture = FitFigure().figure(context).picture
    let texts = try PictureRenderer().recording(picture).texts.map(\.0)
    return (texts.contains { $0.hasPrefix("Difference from") }, picture.height)
  }

  @Test func linesThatDifferHaveAPanelOfDifferences() throws {
    #expect(try Self.title(SampleLessons.stress) == (true, 620))
  }

  @Test func linesThatAreTheSameHaveNone() throws {
    var sample = SampleLessons.stress
    let slope = 0.13
    let intercept = -7.3
    sample.result.weights = [
      LayerWeights(
        layer: "normalization",
        arrays: [
          .init(name: "mean", shape: [1], values: [0]),
          .init(name: "variance", shape: [1], values: [1]),
          .init(name: "count", shape: [], values: [0]),
        ]),
      LayerWeights(
        layer: "dense",
        arrays: [
          .init(name: "kernel", shape: [1, 1], values: [Float(slope)]),
          .init(name: "bias", shape: [1], values: [Float(intercept)]),
        ]),
    ]
    sample.result.regression?.leastSquares = LinearFit(
      coefficients: [slope], intercept: intercept, meanSquaredError: 0.5)
    #expect(try Self.title(sample) == (false, 460))
  }
}
