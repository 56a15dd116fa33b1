import Diagnostics
import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

/// The figures of other trainings: their numbers are the studies'.
@Suite struct StudyFigureTests {
  private typealias Sample = (lesson: Lesson, result: LessonResult)

  private func figure(_ name: String, _ sample: Sample, _ language: Language = .en) throws -> Figure
  {
    FigureCatalogue.figure(
      named: name,
      try SampleLessons.context(
        sample, language, others: ["celsius": SampleLessons.neuron.result]))
  }

  private func texts(_ figure: Figure) throws -> [String] {
    try PictureRenderer().recording(figure.picture).texts.map(\.text)
  }

  // MARK: Learning rates

  @Test func ratesHaveAPanelAnOptimizerAndNamesAtTheirEnds() throws {
    let figure = try figure("learning-rates", SampleLessons.neuron)
    let texts = try texts(figure)
    for text in ["Adam", "SGD", "0.001", "0.01", "0.1", "1", "0.0001", "0.0017", "0.002 diverges"] {
      #expect(texts.contains(text), "\(text) in \(texts)")
    }
    #expect(figure.alt.contains("8 learning rates (Adam, SGD)"))
    #expect(figure.alt.contains("SGD 0.002 diverges (cross)."))
    #expect(figure.longDescription.contains("SGD 0.002 stops being a number in epoch 186"))
    #expect(
      figure.data.columns.map(\.name) == [
        "epoch", "adam_0.001", "adam_0.01", "adam_0.1", "adam_1.0", "sgd_0.0001", "sgd_0.001",
        "sgd_0.0017", "sgd_0.002",
      ])
    #expect(figure.data.rows.count == 1000)
    #expect(figure.data.rows[184][8] != .empty && figure.data.rows[185][8] == .empty)
  }

  @Test func onlyTheRatesAskedForAreShown() throws {
    var sample = SampleLessons.neuron
    sample.lesson.figures = [
      FigureRequest(
        name: "learning-rates", parameters: FigureParameters(rates: [.init(.adam, [0.1, 1])]))
    ]
    let figure = try figure("learning-rates", sample, .es)
    #expect(figure.data.columns.count == 3)
    #expect(
      figure.alt.contains("2 tasas de aprendizaje (Adam)")
        && figure.alt.contains("Ninguna diverge."))
    #expect(try !texts(figure).contains("SGD"))
  }

  @Test func trainingsThatAllDivergeAreDrawn() throws {
    var sample = SampleLessons.neuron
    for index in sample.result.rateStudies.indices {
      sample.result.rateStudies[index].losses = index == 0 ? [] : [5]
      sample.result.rateStudies[index].divergence = Divergence(epoch: 1, step: 1)
    }
    let figure = try figure("learning-rates", sample)
    #expect(!figure.alt.contains("Lowest final loss"))
    #expect(try texts(figure).contains("0.1 diverges"))
  }

  // MARK: Seeds

  @Test func theSpreadIsTheSeeds() throws {
    let sample = SampleLessons.stress
    let study = try #require(sample.result.seedStudy)
    let figure = try figure("seed-spread", sample)
    let texts = try texts(figure)
    #expect(texts.contains { $0.hasPrefix("90 bpm → ") } && texts.contains("This lesson"))
    #expect(figure.data.rows.count == 20 + 100)
    #expect(
      figure.data.columns.map(\.name).prefix(4) == ["seed", "loss", "predict_90", "predict_140"])
    #expect(
      figure.data.rows[3].prefix(3) == [
        .integer(4), .number(study.losses[3]), .single(study.predictions[3][0][0]),
      ])
    #expect(
      figure.alt.contains("20 runs") && figure.alt.contains("differ from one run to the next"))
  }

  @Test func seedsThatAgreeSaySo() throws {
    var sample = SampleLessons.neuron
    let outputs = sample.result.predictions.map(\.output)
    sample.result.seedStudy?.predictions = Array(repeating: outputs, count: 20)
    sample.result.seedStudy?.divergences[4] = Divergence(epoch: 2, step: 1)
    let figure = try figure("seed-spread", sample, .es)
    #expect(figure.caption.contains("Las semillas que no divergieron llegan casi a lo mismo."))
    #expect(figure.caption.contains("Entrenamientos que divergieron: 1."))
    #expect(figure.caption.contains("para 100 °C, 211.7 °F"))
    // Only rounding apart: the axis shows no noise.
    #expect(try texts(figure).contains("−0.01"))
  }

  @Test func reluIsHeldAgainstTheSingleNeuron() throws {
    let sample = SampleLessons.hidden
    let relu = try #require(sample.result.seeds(.relu, count: 20))
    let reference = try #require(Statistics.median(SampleLessons.neuron.result.seedStudy!.losses))
    let worse = relu.losses.filter { $0 > 1.05 * reference }.count
    let figure = try figure("relu-seeds", sample)
    #expect(figure.alt.contains("\(worse) of 20 seeds end worse than “One neuron”"))
    #expect(figure.alt.contains("2 dead networks give the same answer"))
    let texts = try texts(figure)
    for text in ["One neuron", "This network", "With ReLU", "Dead: the same answer for everything"]
    {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(figure.data.rows.filter { $0[4] == .empty }.count == 60)
  }

  @Test func rawAndNormalizedShowBothFans() throws {
    let sample = SampleLessons.stress
    let figure = try figure("raw-and-normalized", sample)
    let raw = try #require(sample.result.seeds(.raw, count: 20)).predictions.map { $0[1][0] }
    let low = NumberStyle.english.significant(Double(raw.min()!))
    #expect(figure.alt.contains("Prediction for 140 bpm: \(low) to "))
    #expect(figure.alt.contains("every seed arrives at nearly the same"))
    #expect(figure.data.rows.count == 2 * 20 * 2)
    let texts = try texts(figure)
    #expect(texts.contains("Input as it comes") && texts.contains("Input normalized"))
  }

  @Test func rangesHaveAsManyDecimalsAsTellTheirEndsApart() throws {
    let context = try SampleLessons.context(SampleLessons.neuron, .es)
    #expect(context.range([211.74399, 211.73999], unit: "°F") == "de 211.740 a 211.744 °F")
    #expect(context.range([31.9, 31.93], unit: nil) == "de 31.90 a 31.93")
    #expect(context.range([-40.041, -39.995], unit: nil) == "de −40.04 a −40.00")
    #expect(context.range([9.929191, 9.929192], unit: "lpm") == "9.929 lpm")
    #expect(context.range([0.06305, 1737.2], unit: "°F²") == "de 0.06305 a 1,737 °F²")
    #expect(context.range([0, 12345678], unit: nil) == "de 0 a 12,345,678")
    #expect(context.range([0, 2e-9], unit: nil) == "de 0 a 2 × 10⁻⁹")
    #expect(context.range([.nan], unit: nil) == "–")
  }

  // MARK: Layers and lines

  /// A calculator that multiplies the digits shown finds the digits shown.
  @Test func productsHoldAsShown() throws {
    let figure = try figure("product", SampleLessons.hidden)
    func values(_ part: String, _ array: String) -> [Double] {
      figure.data.rows.compactMap { row in
        guard case .term(part, _) = row[0], case .term(array, _) = row[1],
          case .number(let value) = row[4]
        else { return nil }
        return value
      }
    }
    let weights = values("layers_1_to_2", "kernel")
    let biases = values("layers_1_to_2", "bias")
    let last = values("layer_3", "kernel")
    let bias = values("layer_3", "bias")
    #expect(weights.count == 3 && last.count == 3)
    func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
    let weight = rounded(zip(weights, last).reduce(0) { $0 + $1.0 * $1.1 })
    let sum = rounded(zip(biases, last).reduce(bias[0]) { $0 + $1.0 * $1.1 })
    #expect(values("layers_1_to_3", "kernel") == [weight])
    #expect(values("layers_1_to_3", "bias") == [sum])
    let texts = try texts(figure)
    #expect(texts.contains(NumberStyle.english.string(weight, decimals: 4)))
    #expect(texts.contains("= one weight and one bias"))
  }
}
