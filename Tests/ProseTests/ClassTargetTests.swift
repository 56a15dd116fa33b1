import Figures
import Lessons
import Neural
import TestSupport
import Testing

@testable import Prose

/// Lessons on tables whose target is a class: nothing of them is a number to calculate with.
@Suite struct ClassTargetTests {
  private static func lesson(_ units: Int, _ loss: Loss) -> Lesson {
    Fixture.lesson(
      "clases",
      model: [Dense(units: units, activation: units == 1 ? .sigmoid : .softmax)],
      predict: [[100], [0]], reference: nil, compile: Compile(optimizer: Adam(), loss: loss))
  }

  private static let several = lesson(3, .sparseCategoricalCrossentropy)
  private static let yesOrNo = lesson(1, .binaryCrossentropy)

  private func values(_ lesson: Lesson, _ outputs: [[Float]]) throws -> LessonValues {
    var result = Fixture.celsiusResult()
    result.lesson = lesson.id
    result.regression?.leastSquares = nil
    result.predictions = zip(lesson.training!.predict, outputs).map {
      Prediction(input: $0, output: $1, extrapolates: false)
    }
    return try Fixture.values([result], notebook: Fixture.notebook([lesson]))
  }

  @Test func `a prediction is the class and its probability`() throws {
    let found = try values(Self.several, [[0.00041, 0.970, 0.029], [0.5, 0.1, 0.5]])
    #expect(found.text("predict.100", format: .fixed(2), in: "clases") == "1 (97.0%)")
    #expect(found.text("predict.probability.100", format: nil, in: "clases") == "0.97")
    // The first of equals, as for Keras's argmax.
    #expect(found.text("predict.0", format: nil, in: "clases") == "0 (50.0%)")
    let lost = try values(Self.several, [[.nan, .nan, .nan], [0, 0, 1]])
    #expect(lost.text("predict.100", format: nil, in: "clases") == "–")
  }

  @Test func `one output is the probability of class 1`() throws {
    let found = try values(Self.yesOrNo, [[0.83], [0.5]])
    #expect(found.text("predict.100", format: nil, in: "clases") == "1 (83.0%)")
    #expect(found.text("predict.0", format: nil, in: "clases") == "0 (50.0%)")
  }

  @Test func `the table of predictions has a class and its probability`() throws {
    let found = try values(Self.several, [[0, 0.97, 0.03], [0.8, 0.1, 0.1]])
    let html = ProseRenderer(values: found).block(.table("predictions"), lesson: "clases")
    #expect(html.contains("Clase predicha: Temperatura") && html.contains("97.0%"))
    #expect(!html.contains("Red (°F)") && !html.contains("0.970"))
  }

  @Test func `the code prints the class`() throws {
    let several = try #require(
      values(Self.several, [[0, 0.97, 0.03], [0.8, 0.1, 0.1]]).study("clases"))
    let cell = KerasCode(several).cell(.predict)
    #expect(cell.code.last?.contains("int(np.argmax(resultado))") == true)
    #expect(cell.output.last == "Temperatura, según la red: 1 0.970")
    let one = try #require(values(Self.yesOrNo, [[0.17], [0.5]]).study("clases"))
    #expect(KerasCode(one).cell(.predict).output.last == "Temperatura, según la red: 0 0.830")
  }

  @Test(arguments: [
    "{{baseline.mse}}", "{{residual.deviation}}", "{{correlation}}", "{{evaluation.mae}}",
    "{{least_squares.mse}}", "{{rmse.last}}", "{{evaluation.rmse}}",
    "{{#facts.beats_baseline}}a{{/facts.beats_baseline}}",
    "{{#facts.correlates}}a{{/facts.correlates}}",
  ])
  func `arithmetic on classes is refused by name`(_ text: String) throws {
    for lesson in [Self.several, Self.yesOrNo] {
      let errors = try ProseTemplate.parse(text, path: "prosa.md")
        .check(lesson, in: Fixture.notebook([lesson])).compactMap { $0 as? ProseError }
      guard case .numbersOnly(let place, let name)? = errors.first, errors.count == 1 else {
        Issue.record("\(errors)")
        continue
      }
      #expect(place.line == 1 && text.contains(name))
    }
  }

  @Test func `figures of numbers are not drawn of classes`() {
    for lesson in [Self.several, Self.yesOrNo] {
      let defaults = FigureCatalogue.defaults(for: lesson)
      for name in ["residuals", "fit", "prediction"] { #expect(!defaults.contains(name)) }
    }
  }
}
