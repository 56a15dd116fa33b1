import Lessons

extension ValueRules {
  /// Weights after training and during it, and predictions.
  static let weights: [ValueRule] = [
    ValueRule("weight.L.R.C", [.training]) { study, arguments in
      single(study.kernel(arguments.layer, arguments.indices[0], arguments.indices[1]))
    },
    ValueRule("bias.L.I", [.training]) { study, arguments in
      single(study.bias(arguments.layer, arguments.indices[0]))
    },
    ValueRule("weight.at.E.L.R.C", [.trajectory]) { study, arguments in
      single(
        study.kernel(
          arguments.layer, arguments.indices[0], arguments.indices[1], at: arguments.epoch))
    },
    ValueRule("bias.at.E.L.I", [.trajectory]) { study, arguments in
      single(study.bias(arguments.layer, arguments.indices[0], at: arguments.epoch))
    },
    ValueRule("glorot.L", [.training]) { study, arguments in
      number(study.glorotLimit(arguments.layer))
    },
    ValueRule("normalization.mean", [.normalization]) { study, _ in
      number(study.normalization?.mean)
    },
    ValueRule("normalization.deviation", [.normalization]) { study, _ in
      number(study.normalization?.deviation)
    },
    ValueRule("predict.INPUT", [.regression]) { study, arguments in
      single(study.prediction(arguments.input)?.output.first)
    },
    ValueRule("predict.INPUT", [.classes]) { study, arguments in
      study.predictedClass(arguments.input).map { .category($0.label, probability: $0.probability) }
    },
    ValueRule("predict.probability.INPUT", [.classes]) { study, arguments in
      number(study.predictedClass(arguments.input)?.probability)
    },
    ValueRule("predict.at.E.INPUT", [.linear, .trajectory]) { study, arguments in
      number(study.line(at: arguments.epoch)?(arguments.input).first)
    },
  ]

  /// Models that are one straight line, calculated in displayed digits.
  static let lines: [ValueRule] =
    [
      ValueRule("line.slope", [.linear, .singleInput]) { study, _ in
        number(study.line()?.kernel.first?.first)
      },
      ValueRule("line.intercept", [.linear]) { study, _ in number(study.line()?.bias.first) },
      ValueRule("line.slope.at.E", [.linear, .singleInput, .trajectory]) { study, arguments in
        number(study.line(at: arguments.epoch)?.kernel.first?.first)
      },
      ValueRule("line.intercept.at.E", [.linear, .trajectory]) { study, arguments in
        number(study.line(at: arguments.epoch)?.bias.first)
      },
    ]
    + walk("weight") { $0.weight } + walk("product") { $0.product } + walk("bias") { $0.bias }
    + walk("sum") { $0.sum } + walk("mean", [.normalization]) { $0.mean }
    + walk("deviation", [.normalization]) { $0.deviation }
    + walk("normalized", [.normalization]) { $0.normalized }

  private static func walk(
    _ part: String, _ needs: Set<LessonOutline.Need> = [],
    _ number: @escaping @Sendable (Walk) -> FixedNumber?
  ) -> [ValueRule] {
    [
      ValueRule("walk.INPUT.\(part)", needs.union([.linear, .singleInput])) { study, arguments in
        study.walk(arguments.input).flatMap(number).map { .text($0.text(study.numbers)) }
      }
    ]
  }

  /// The worked example of a single neuron before training.
  static let untrained: [ValueRule] =
    [
      example("input") { .number($0.input) }, example("weight") { .number($0.weight) },
      example("bias") { .number($0.bias) },
      example("product") { .number($0.weight * $0.input) },
      example("output") { .number($0.output($0.input)) },
      example("loss") { number($0.loss) }, example("rmse") { root($0.loss) },
      example("gradient.weight") { number($0.gradient?.weight) },
      example("gradient.bias") { number($0.gradient?.bias) },
      example("step.weight") { number($0.step?.weight) },
      example("step.bias") { number($0.step?.bias) },
      example("step.loss") { number($0.step?.loss) },
      ValueRule("untrained.true", [.neuron, .untrained, .reference]) { study, _ in
        UntrainedStudy(study).flatMap { number(study.reference([$0.input])) }
      },
      ValueRule("untrained.error", [.neuron, .untrained, .reference]) { study, _ in
        guard let example = UntrainedStudy(study), let truth = study.reference([example.input])
        else { return nil }
        return .number(example.output(example.input) - truth)
      },
      row("output") { example, row in example.output(row.input) },
      row("error") { example, row in example.output(row.input) - row.target },
      ValueRule("bias.updates_needed", [.neuron, .reference]) { study, _ in
        guard let bias = study.training.reference?.bias.first,
          let rate = Double(study.training.compile.optimizer.learningRate.description), rate > 0,
          (bias / rate).magnitude < 1e15
        else { return nil }
        return .count(Int((bias.magnitude / rate).rounded(.up)))
      },
    ]

  /// A row of the table, counted from 0 in file order.
  private static func row(
    _ name: String,
    _ work: @escaping @Sendable (UntrainedStudy, (input: Double, target: Double)) -> Double
  ) -> ValueRule {
    ValueRule("untrained.row.I.\(name)", [.neuron, .untrained]) { study, arguments in
      guard let example = UntrainedStudy(study), let table = study.regression,
        table.targets.indices.contains(arguments.indices[0])
      else { return nil }
      let place = arguments.indices[0]
      return number(work(example, (table.inputs[place][0], table.targets[place])))
    }
  }

  private static func example(
    _ name: String, _ work: @escaping @Sendable (UntrainedStudy) -> ProseValue?
  ) -> ValueRule {
    ValueRule("untrained.\(name)", [.neuron, .untrained]) { study, _ in
      UntrainedStudy(study).flatMap(work)
    }
  }
}

extension LessonStudy {
  /// `sqrt(6 / (fan_in + fan_out))`: Keras draws the kernel between minus and plus this.
  func glorotLimit(_ layer: Int) -> Double? {
    let layers = outline.kernelLayers
    guard layers.indices.contains(layer), let shape = layers[layer].weights.first?.shape,
      shape.count >= 2
    else { return nil }
    let window = shape.dropLast(2).reduce(1, *)
    let fans = window * (shape[shape.count - 2] + shape[shape.count - 1])
    return (6 / Double(fans)).squareRoot()
  }

  func walk(_ input: [Double]) -> Walk? {
    guard input.count == 1, let prediction = predicted(input) else { return nil }
    if let normalization {
      // The line after the normalization: in the layer's own input, not in the data's units.
      guard let found = arrays(), found.count > 1,
        let line = Self.line(Array(found.dropFirst())), let weight = line.kernel.first?.first,
        let bias = line.bias.first
      else { return nil }
      return Walk(
        input: input[0], weight: weight, bias: bias, prediction: prediction,
        normalization: normalization)
    }
    guard let line = line(), let weight = line.kernel.first?.first, let bias = line.bias.first
    else { return nil }
    return Walk(input: input[0], weight: weight, bias: bias, prediction: prediction)
  }
}
