import Diagnostics
import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

/// The numbers in pictures and words are the data's.
@Suite struct FigureNumbersTests {
  private func figure(
    _ name: String, _ sample: (lesson: Lesson, result: LessonResult), _ language: Language = .en
  ) throws -> Figure {
    FigureCatalogue.figure(
      named: name,
      try SampleLessons.context(sample, language, others: ["celsius": SampleLessons.neuron.result]))
  }

  private func texts(_ figure: Figure) throws -> [String] {
    try PictureRenderer().recording(figure.picture).texts.map(\.text)
  }

  @Test func lossBeginsSettlesAndEnds() throws {
    let figure = try figure("loss", SampleLessons.neuron)
    // From w = 0.5, b = 0: 99 % of the drop by epoch 415.
    #expect(figure.alt.contains("from 2,355 °F² to 0.06372 °F² in 1,000 epochs"))
    #expect(figure.alt.contains("from epoch 415 on, 99% of the drop has happened"))
    #expect(figure.data.rows.count == 1000)
    #expect(figure.data.rows[0][0] == .integer(1))
    let texts = try texts(figure)
    #expect(texts.contains("Epoch") && texts.contains("Loss magnitude (°F²)"))
    #expect(texts.contains("99%: from 415 on"))
  }

  @Test func aShortLossMarksTheLeastValidation() throws {
    let figure = try figure("loss", SampleLessons.garments, .es)
    #expect(figure.alt.contains("su mínimo es 0.259, en la época 8"))
    #expect(try texts(figure).contains("mínimo de validación: época 8"))
  }

  @Test func aLossThatDivergedSaysSo() throws {
    var sample = SampleLessons.neuron
    sample.result.history = History(
      series: [.init(name: "loss", values: [10, 20, 40])],
      divergence: Divergence(epoch: 4, step: 1))
    let figure = try figure("loss", sample)
    #expect(
      figure.alt.contains("rises from 10 °F² to 40 °F² in 3 epochs.")
        && figure.alt.contains("epoch 4, step 1"))
    sample.result.history.series[0].values = []
    #expect(try self.figure("loss", sample).data.rows.isEmpty)
  }

  @Test func theUntrainedNeuronIsOffByTwentySevenAndAHalf() throws {
    let texts = try texts(figure("network", SampleLessons.neuron, .es))
    for text in ["15", "× 1.8", "27", "+ 4.5", "31.5", "Antes de entrenar", "Después de entrenar"] {
      #expect(texts.contains(text), "\(text) in \(texts)")
    }
    #expect(texts.contains("Fórmula exacta: 15 °C son 59 °F. Error: −27.5 °F."))
  }

  /// What is shown can be worked out again from what is shown.
  @Test func numbersThatFlowAddUp() throws {
    let texts = try texts(figure("network", SampleLessons.neuron))
    let weight = try #require(texts.last { $0.hasPrefix("× ") }.flatMap { Double($0.dropFirst(2)) })
    let bias = try #require(texts.last { $0.hasPrefix("+ ") }.flatMap { Double($0.dropFirst(2)) })
    let product = (15 * weight * 1e4).rounded() / 1e4
    #expect(texts.contains(NumberStyle.english.significant(product, digits: 12)))
    let sum = ((product + bias) * 1e4).rounded() / 1e4
    #expect(texts.contains(NumberStyle.english.significant(sum, digits: 12)))
  }

  @Test func oneStepByHand() throws {
    let context = try SampleLessons.context(SampleLessons.neuron, .en)
    let step = try #require(HandStep(context))
    #expect(
      step.errors.map { ($0 * 10).rounded() / 10 } == [
        -27.5, -27.5, -27.5, -27.1, -27.5, -27.9, -27.1,
      ])
    #expect(abs(step.meanSquare - 753.18) < 0.01)
    #expect(abs(step.nextMeanSquare - 727.73) < 0.01)
    #expect(abs(step.next.weight - 1.9) < 1e-6 && abs(step.next.bias - 4.6) < 1e-6)
    #expect(abs(step.gradient.weight - -256.5) < 0.1 && abs(step.gradient.bias - -54.9) < 0.05)
    let texts = try texts(figure("one-step", SampleLessons.neuron))
    for text in ["753.2", "727.7", "−256.5", "−54.9", "1.9", "4.6"] {
      #expect(texts.contains(text), "\(text)")
    }
  }

  @Test func predictionsOutsideTheDataAreHollowAndNamed() throws {
    let figure = try figure("prediction", SampleLessons.stress, .es)
    #expect(figure.alt.contains("90 lpm → 4.426") && figure.alt.contains("es una extrapolación."))
    let texts = try texts(figure)
    #expect(texts.contains("Predicción fuera de los datos") && texts.contains("140 lpm → 10.9"))
    let output = try #require(SampleLessons.stress.result.predictions.first).output[0]
    #expect(
      figure.data.rows[0] == [.term("predict", label: "predicción"), .number(90), .single(output)])
  }

  @Test func residualsAreDataMinusPrediction() throws {
    let figure = try figure("residuals", SampleLessons.neuron)
    for row in figure.data.rows {
      guard case .number(let target) = row[2], case .single(let fitted) = row[3],
        case .number(let residual) = row[4]
      else { return #expect(Bool(false), "cells of \(row)") }
      #expect(abs(target - Double(fitted) - residual) < 1e-9)
    }
  }

  @Test func accuracyHasTheWholeAxisAndAnEnlargedOne() throws {
    let figure = try figure("accuracy", SampleLessons.garments, .es)
    let texts = try texts(figure)
    #expect(texts.filter { $0 == "Época" }.count == 2 && texts.contains("Azar: 10%"))
    #expect(texts.contains("0.0") && texts.contains("1.0") && texts.contains("0.95"))
    #expect(figure.alt.contains("90.7%") && figure.alt.contains("en la época 8"))
  }

  @Test func confusionCountsTheTestImages() throws {
    let figure = try figure("confusion", SampleLessons.garments)
    let counts = figure.data.rows.flatMap { row in
      row.compactMap { if case .integer(let count) = $0 { count } else { nil } }
    }
    #expect(counts.reduce(0, +) == 1000)
    #expect(figure.alt.contains("1,000 test images"))
  }

  @Test func theLossComparisonNamesBothLessons() throws {
    let texts = try texts(figure("loss-comparison", SampleLessons.hidden))
    #expect(texts.contains("A single neuron") && texts.contains("Hidden layers"))
  }

  @Test func spanishOfSpainWritesCommas() throws {
    var context = try SampleLessons.context(SampleLessons.neuron, .es)
    context.numbers = .spanish
    let texts = try texts(FigureCatalogue.figure(named: "weights", context))
    #expect(texts.contains { $0.contains("1,79") })
  }
}
