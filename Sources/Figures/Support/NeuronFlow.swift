import Diagnostics
import Drawing
import Glibc
import Lessons

/// The calculation of one neuron: 15, times 1.8, plus 4.5, is 31.5.
struct NeuronFlow {
  private(set) var panels: [any Panel] = []
  /// The same in one or two sentences.
  private(set) var words = ""

  init(_ context: FigureContext) {
    let study = context.study
    let trained = context.trained
    let example =
      [
        trained.untrained.first?.input, trained.predictions.first?.input, study.inputs.first,
      ].compactMap { $0?[0] }.first ?? 0
    var sentences: [String] = []
    if let untrained = context.lesson.training?.untrained, untrained.weights.count == 2 {
      let chain = Chain(
        context, input: example, scaling: nil, weight: untrained.weights[0][0],
        bias: untrained.weights[1][0])
      panels.append(
        chain.panel(
          context, context.phrase("network.untrained"), Self.truth(context, example, chain.output)))
      sentences.append(context.phrase("network.insight.untrained", ["flow": chain.words]))
    }
    let weights = trained.weights
    let dense = weights.last?.arrays ?? []
    let scaling = weights.count > 1 ? weights.first?.arrays : nil
    if dense.count == 2 {
      let chain = Chain(
        context, input: example, scaling: scaling, weight: dense[0].values[0],
        bias: dense[1].values[0])
      panels.append(
        chain.panel(
          context, context.phrase("network.trained"), Self.truth(context, example, chain.output)))
      sentences.append(context.phrase("network.insight.trained", ["flow": chain.words]))
    }
    words = sentences.joined(separator: " ")
  }

  /// The value of the exact law; nil without one.
  private static func truth(_ context: FigureContext, _ input: Double, _ output: Double)
    -> String?
  {
    guard let law = context.trained.reference else { return nil }
    let value = law.kernel[0][0] * input + law.bias[0]
    return context.phrase(
      "network.truth",
      [
        "label": law.label[context.language],
        "input": context.quantity(input, context.study.inputNames[0]),
        "value": context.quantity(value, context.study.targetName),
        "error": context.quantity(
          Chain.sum(output, -value), context.study.targetName),
      ])
  }

  private struct Chain {
    var values: [Double]
    var steps: [String]
    var captions: [String]
    let context: FigureContext

    /// Every value is computed from the digits shown before it, so that a calculator confirms it.
    init(
      _ context: FigureContext, input: Double, scaling: [LayerWeights.Array]?, weight: Float,
      bias: Float
    ) {
      self.context = context
      values = [input]
      steps = []
      let study = context.study
      captions = [context.axisLabel(study.inputNames[0])]
      var value = input
      if let mean = scaling?.first(where: { $0.name == "mean" })?.values.first,
        let variance = scaling?.first(where: { $0.name == "variance" })?.values.first
      {
        let shownMean = Self.rounded(Double(mean), 4)
        let deviation = Self.rounded(Double(variance).squareRoot(), 4)
        let centred = Self.sum(input, -shownMean)
        value = Self.rounded(centred / deviation, 4)
        steps += [added(-shownMean), "÷ \(Self.shown(deviation, context))"]
        values += [centred, value]
        captions += [context.phrase("network.centred"), context.phrase("network.scaled")]
      }
      let shownWeight = Self.rounded(Double(weight), 5)
      let shownBias = Self.rounded(Double(bias), 4)
      let product = Self.rounded(value * shownWeight, 4)
      steps += ["× \(Self.shown(shownWeight, context))", added(shownBias)]
      values += [product, Self.sum(product, shownBias)]
      captions += [context.phrase("network.product"), context.axisLabel(study.targetName)]
    }

    /// Rounds to a number of decimals, or to five significant digits if nothing would be left.
    private static func rounded(_ value: Double, _ decimals: Int) -> Double {
      let isTiny = (1e-300..<1e-3).contains(value.magnitude)
      let places = isTiny ? 4 - Int(log10(value.magnitude).rounded(.down)) : decimals
      let unit = pow(10, Double(places))
      return (value * unit).rounded() / unit
    }

    /// A sum of numbers with few digits: a result below a billionth of them is a rounding error and
    /// becomes zero.
    fileprivate static func sum(_ a: Double, _ b: Double) -> Double {
      let value = a + b
      return value.magnitude < 1e-9 * max(a.magnitude, b.magnitude) ? 0 : rounded(value, 4)
    }

    private static func shown(_ value: Double, _ context: FigureContext) -> String {
      context.numbers.significant(value, digits: 12)
    }

    private func added(_ value: Double) -> String {
      "\(value < 0 ? NumberStyle.minus : "+") \(Self.shown(value.magnitude, context))"
    }

    func panel(_ context: FigureContext, _ title: String, _ note: String?) -> ChainDiagram {
      ChainDiagram(
        title: title,
        nodes: values.indices.map {
          ChainDiagram.Node(
            Self.shown(values[$0], context), caption: captions[$0],
            isEnd: $0 == 0 || $0 == values.count - 1)
        }, steps: steps, note: note)
    }

    var output: Double { values[values.count - 1] }

    var words: String {
      var text = Self.shown(values[0], context)
      for (step, value) in zip(steps, values.dropFirst()) {
        text += " → (\(step)) → \(Self.shown(value, context))"
      }
      return text
    }
  }
}
