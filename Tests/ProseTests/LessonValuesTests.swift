import Lessons
import Neural
import TestSupport
import Testing

@testable import Prose

@Suite struct LessonValuesTests {
  /// Names with their text on the Spanish page of Mexico, for the results of `Fixture`.
  @Test(arguments: [
    ("lesson.title", "Lección"), ("seed", "7"), ("rows", "7"), ("rows.training", "7"),
    ("rows.test", "0"), ("parameters", "2"), ("epochs", "4"), ("steps", "1"),
    ("steps.test", "1"), ("steps.last_batch", "7"), ("updates", "4"), ("batch_size", "32"),
    ("learning_rate", "0.1"), ("layer.0.parameters", "2"), ("layer.0.shape", "1"),
    ("layer.0.name", "dense"), ("layer.5.name", "–"), ("loss.first", "3,000"),
    ("loss.last", "0.064"), ("loss.at.2", "10"), ("loss.at.900", "0.064"),
    ("loss.settles", "2"), ("loss.settles.90", "2"), ("loss.settles.999", "3"),
    ("loss.below.1", "3"), ("loss.below.0.01", "–"), ("rmse.last", "0.253"),
    ("evaluation.loss", "0.064"), ("predict.100", "211.7"), ("predict.36.5", "97.54"),
    ("weight.0.0.0", "1.798"), ("weight.dense.0.0", "1.798"), ("weight.0.1.0", nil),
    ("bias.0.0", "31.9"), ("bias.0.1", nil), ("weight.at.1.0.0.1", nil),
    ("weight.at.1.0.0.0", "0.6"), ("bias.at.2.0.0", "29.14"),
    ("bias.at.99.0.0", "31.9"), ("glorot.0", "1.732"), ("predict.at.2.100", "209.1"),
    ("line.slope", "1.798"), ("line.intercept", "31.9"), ("line.intercept.at.2", "29.14"),
    ("walk.100.weight", "1.79838"), ("walk.100.product", "179.838"),
    ("walk.100.bias", "31.9025"), ("walk.100.sum", "211.7405"),
    ("untrained.input", "15"), ("untrained.weight", "1.8"), ("untrained.bias", "4.5"),
    ("untrained.product", "27"), ("untrained.output", "31.5"), ("untrained.true", "59"),
    ("untrained.error", "−27.5"), ("untrained.loss", "753.2"), ("untrained.rmse", "27.44"),
    ("untrained.gradient.weight", "−256.5"), ("untrained.gradient.bias", "−54.89"),
    ("untrained.step.weight", "1.9"), ("untrained.step.bias", "4.6"),
    ("untrained.step.loss", "727.7"), ("bias.updates_needed", "320"),
    ("least_squares.slope", "1.798"), ("least_squares.intercept", "31.95"),
    ("least_squares.mse", "0.06305"), ("least_squares.rmse", "0.2511"),
    ("least_squares.predict.100", "211.7"), ("reference.slope", "1.8"),
    ("reference.intercept", "32"), ("reference.predict.100", "212"),
    ("reference.output", "59"), ("error.100", "−0.2592"), ("gap.total.100", "0.2592"),
    ("gap.data.100", "0.2526"), ("gap.training.100", "0.006673"), ("gap.rest.100", "0.006"),
    ("deviation.100", "3.151 × 10⁻⁵"),
    ("rounded.count", "3"), ("rounded.list", "46 (46.4), 72 (71.6) y 100 (100.4)"),
    ("column.celsius.min", "−40"), ("column.fahrenheit.max", "100"),
    ("column.celsius.mean", "4.714"), ("column.celsius.deviation", "23.18"),
    ("correlation", "1"), ("baseline.mse", "1,900"), ("baseline.mean", "40.43"),
    ("input.label", "Temperatura"), ("input.unit", "°C"), ("target.unit", "°F"),
    ("evaluation.mae", "0.1996"), ("residual.deviation", "0.2558"),
    ("of.celsius-hidden.parameters", "7"), ("of.celsius-hidden.line.slope", "1.798"),
    ("of.celsius-hidden.line.intercept", "31.95"), ("of.normal.parameters", "5"),
    ("of.normal.normalization.mean", "5"), ("of.normal.normalization.deviation", "20"),
    ("of.normal.rows.training", "5"), ("of.normal.rows.test", "2"),
    ("of.normal.walk.100.normalized", "4.75"), ("of.normal.walk.100.product", "171"),
    ("of.normal.walk.100.sum", "212"), ("of.normal.line.slope", "1.8"),
    ("of.fashion.rows", "60,000"), ("of.fashion.rows.test", "4"),
    ("of.fashion.steps.test", "1"), ("of.fashion.updates", "5,625"),
    ("of.fashion.val_loss.best", "0.31"), ("of.fashion.val_loss.best_epoch", "2"),
    ("of.fashion.val_accuracy.at_best", "0.85"), ("of.fashion.gap.accuracy", "9"),
    ("of.fashion.gap.loss", "0.15"), ("of.fashion.layer.0.shape", "26 × 26 × 2"),
    ("of.fashion.evaluation.correct", "3"), ("of.fashion.evaluation.wrong", "1"),
    ("of.fashion.evaluation.margin", "32.69"), ("of.fashion.chance", "0.3333"),
    ("of.fashion.class.0.name", "Playera/top"), ("of.fashion.class.9.name", "–"),
    ("of.fashion.class.count.min", "20,000"), ("of.fashion.worst_class.name", "Camisa"),
    ("of.fashion.worst_class.recall", "0.5"),
    ("of.fashion.worst_class.confused_with", "Playera/top"),
    ("of.fashion.best_class.name", "Playera/top y Pantalón"), ("of.fashion.best_class.recall", "1"),
    ("of.fashion.predict.100", nil), ("of.fashion.weight.0.0.0", nil), ("of.intro.seed", "7"),
    ("of.intro.loss.last", nil),
  ])
  func valuesReadAsTheRuleSays(name: String, text: String?) throws {
    let values = try Fixture.values()
    #expect(values.names.isValue(name, in: "celsius") == (text != nil))
    guard let text else { return }
    #expect(values.text(name, format: nil, in: "celsius") == text)
  }

  @Test(arguments: [
    (ValueFormat.fixed(2), "1,234.57", "1.234,57"), (.fixed(0), "1,235", "1.235"),
    (.signed(1), "+1,234.6", "+1.234,6"), (.percent(1), "123,456.7%", "123.456,7\u{A0}%"),
    (.float32, "1234.567", "1234.567"), (.plain, "1234.567", "1234.567"),
  ])
  func formatsFollowThePagesLanguage(format: ValueFormat, mexico: String, spain: String) {
    let value = ProseValue.number(1234.567)
    #expect(value.text(format, .mexican) == mexico)
    #expect(value.text(format, .spanish) == spain)
  }

  @Test func countsAreWholeAndPlainOnesForCode() {
    #expect(ProseValue.count(93_322).text(nil, .english) == "93,322")
    #expect(ProseValue.count(1875).text(.plain, .english) == "1875")
    #expect(ProseValue.single(211.74353).text(.float32, .spanish) == "211.74353")
    #expect(ProseValue.single(0.1).text(.fixed(6), .english) == "0.100000")
    #expect(ProseValue.number(-2).text(.signed(1), .english) == "−2.0")
    #expect(ProseValue.text("a").text(.fixed(2), .english) == "a")
  }

  @Test func englishJoinsListsItsOwnWay() throws {
    let values = try Fixture.values(language: .en)
    #expect(
      values.text("rounded.list", format: nil, in: "celsius")
        == "46 (46.4), 72 (71.6) and 100 (100.4)")
  }

  /// `input * weight = product` and `product + bias = sum`, in the digits that are shown.
  @Test func walksHoldInTheDigitsShown() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let weight = Double.random(in: -5...5, using: &random)
      let bias = Double.random(in: -50...50, using: &random)
      let input = Double(Int.random(in: -400...400, using: &random)) / 4
      let exact = weight * input + bias
      let walk = try #require(
        Walk(input: input, weight: weight, bias: bias, prediction: exact))
      let product = try #require(
        FixedNumber(exactly: input)?.times(walk.weight), "\(input) \(weight)")
      #expect(product == walk.product)
      #expect(product.plus(walk.bias) == walk.sum)
      #expect(FixedNumber(walk.sum.value, decimals: 3) == FixedNumber(exact, decimals: 3))
    }
  }

  @Test func aResultWithoutATrajectoryOrFitShowsDashes() throws {
    var result = Fixture.celsiusResult()
    result.trajectory = nil
    result.regression?.leastSquares = nil
    let values = try Fixture.values([result])
    for name in ["bias.at.2.0.0", "least_squares.slope", "gap.data.100", "of.normal.loss.last"] {
      #expect(values.text(name, format: .fixed(2), in: "celsius") == "–")
    }
  }

  @Test func whatOtherSeedsGive() throws {
    var result = Fixture.celsiusResult()
    let before = try Fixture.values([result])
    #expect(before.text("seeds.count", format: nil, in: "celsius") == "–")
    result.seedStudy = Fixture.seedStudy
    let values = try Fixture.values([result])
    for (name, text) in [
      ("seeds.count", "3"), ("seeds.diverged", "1"), ("seeds.loss.low", "0.0631"),
      ("seeds.loss.median", "0.064"), ("seeds.loss.high", "0.0652"),
      ("seeds.predict.100.low", "211.7"), ("seeds.predict.100.median", "211.8"),
      ("seeds.predict.36.5.high", "97.6"),
      // Within 0.5 % of 211.747 are 211.7 and 211.8 but not 212.9.
      ("seeds.near_least_squares.100", "2"),
    ] {
      #expect(values.names.isValue(name, in: "celsius"), "\(name)")
      #expect(values.text(name, format: nil, in: "celsius") == text, "\(name)")
    }
  }
}
