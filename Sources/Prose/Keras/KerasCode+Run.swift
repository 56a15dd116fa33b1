import Diagnostics
import Lessons
import Neural

extension KerasCode {
  /// Whether one line per epoch is printed; long trainings print only the beginning and the end.
  private var printsEpochs: Bool { training.fit.epochs <= 20 }

  private static let bar = String(repeating: "━", count: 20)

  var fit: (code: [String], output: [String]) {
    let fit = training.fit
    var arguments = [names.inputs, names.targets, "epochs=\(fit.epochs)"]
    if fit.batchSize != 32 { arguments.append("batch_size=\(fit.batchSize)") }
    if !fit.shuffle { arguments.append("shuffle=False") }
    switch fit.validation {
    case .none: break
    case .test: arguments.append("validation_data=(\(names.testInputs), \(names.testTargets))")
    case .split(let part): arguments.append("validation_split=\(Python.float(part))")
    }
    var lines: [String] = []
    if let stopping = fit.earlyStopping {
      lines = [earlyStopping(stopping)]
      arguments.append("callbacks=[\(stoppingName)]")
    }
    arguments.append(printsEpochs ? "verbose=2" : "verbose=False")
    let call = "\(names.history) = \(names.model).fit("
    lines.append(printed("starting"))
    let oneLine = call + arguments.joined(separator: ", ") + ")"
    lines +=
      oneLine.count <= 88
      ? [oneLine]
      : [
        call, "    " + arguments.prefix(3).joined(separator: ", ") + ",",
        "    " + arguments.dropFirst(3).joined(separator: ", ") + ")",
      ]
    lines.append(printed("trained"))
    return (
      lines, [phrase("starting")] + (printsEpochs ? epochLines : []) + [phrase("trained")]
    )
  }

  private var stoppingName: String { study.phrases["keras.name.stopping"] }

  private func earlyStopping(_ stopping: EarlyStopping) -> String {
    var options = ["monitor=\(Python.string(stopping.monitor))", "patience=\(stopping.patience)"]
    if stopping.minDelta != 0 { options.append("min_delta=\(Python.float(stopping.minDelta))") }
    if stopping.restoreBestWeights { options.append("restore_best_weights=True") }
    return
      "\(stoppingName) = tf.keras.callbacks.EarlyStopping(\(options.joined(separator: ", ")))"
  }

  /// The output of `verbose=2`, with metrics in the alphabetical order of Keras 3.
  private var epochLines: [String] {
    let steps = study.result.stepsPerEpoch
    let series = study.result.history.series.sorted {
      Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8))
    }
    var lines: [String] = []
    for epoch in 0..<study.epochCount {
      // Keras prints no heading for a single epoch.
      if training.fit.epochs > 1 { lines.append("Epoch \(epoch + 1)/\(training.fit.epochs)") }
      let metrics = series.map { " - \($0.name): \(Self.logged($0.values[epoch]))" }
      lines.append("\(steps)/\(steps) - …\(metrics.joined())")
    }
    return lines
  }

  /// Formats like Keras' progress bar: four decimals above a thousandth, otherwise scientific.
  private static func logged(_ value: Double) -> String {
    guard value.magnitude <= 1e-3, value != 0 else {
      return python(value, decimals: 4)
    }
    var digits = ShortDigits(value)
    digits.round(toCount: 5)
    return digits.scientific(fraction: 4, exponentDigits: 2)
  }

  /// `f"{value:.2f}"`.
  static func python(_ value: Double, decimals: Int) -> String {
    let style = NumberStyle(decimalMark: ".", groupingMark: "", percentSpace: "")
    return style.string(value, decimals: decimals).replacing(NumberStyle.minus, with: "-")
  }

  var predict: (code: [String], output: [String]) {
    guard case .table(let source) = training.data else { return predictImage }
    guard let prediction = study.result.predictions.first else { return ([], []) }
    let row = prediction.input.map(Python.float).joined(separator: ", ")
    let bar = "1/1 \(Self.bar) …"
    let start = [
      printed("letUsPredict"),
      "\(names.result) = \(names.model).predict(np.array([[\(row)]]))",
    ]
    if study.outline.needs.contains(.classes) {
      let (code, output) = predictedClass(prediction, source)
      return (start + code, [phrase("letUsPredict"), bar] + output)
    }
    guard readsFile else {
      let unit = study.unit(source.target)
      let array = NumPyText.str(prediction.output, shape: [1, prediction.output.count])
      let tail = unit.isEmpty ? "" : ", \(Python.string(unit))"
      return (
        start + ["print(\(Python.string(phrase("theResult"))), \(names.result)\(tail))"],
        [
          phrase("letUsPredict"), bar,
          "\(phrase("theResult")) \(array)\(unit.isEmpty ? "" : " \(unit)")",
        ]
      )
    }
    let decimals = source.columns[source.target]?.decimals ?? 2
    let label = phrase("estimate", ["label": study.label(source.target)])
    let value = prediction.output.first.map(Double.init) ?? 0
    var lines =
      start + [
        "\(names.result) = float(\(names.result)[0, 0])",
        "print(\(Python.string(label)), f\"{\(names.result):.\(decimals)f}\")", "",
      ] + scatter(source)
    lines +=
      prediction.input.count == 1
      ? [
        "plt.scatter(\(row), \(names.result), color=\"red\", marker=\"x\", s=100)", "plt.show()",
      ] : ["plt.show()"]
    return (
      lines, [phrase("letUsPredict"), bar, "\(label) \(Self.python(value, decimals: decimals))"]
    )
  }

  /// The class of a row and the probability that the network gives it.
  private func predictedClass(_ prediction: Prediction, _ source: TableSource) -> (
    code: [String], output: [String]
  ) {
    let label = phrase("estimate", ["label": study.label(source.target)])
    let (result, text) = (names.result, Python.string(label))
    let code =
      prediction.output.count > 1
      ? ["print(\(text), int(np.argmax(\(result))), f\"{float(np.max(\(result))):.3f}\")"]
      : [
        "\(result) = float(\(result)[0, 0])",
        "print(\(text), int(\(result) > 0.5), f\"{max(\(result), 1 - \(result)):.3f}\")",
      ]
    guard let found = LessonStudy.predictedClass(prediction.output) else { return (code, []) }
    return (
      code, ["\(label) \(found.label) \(Self.python(found.probability, decimals: 3))"]
    )
  }

  /// The first test image and the class with the highest probability.
  private var predictImage: (code: [String], output: [String]) {
    guard let images = study.classification, let predicted = images.testPredicted.first,
      let confidence = images.testConfidence.first
    else { return ([], []) }
    let name = names.result
    return (
      [
        "\(name) = \(names.model).predict(test_images[:1])",
        "print(int(np.argmax(\(name))), f\"{float(np.max(\(name))):.3f}\")",
      ],
      [
        "1/1 \(Self.bar) …",
        "\(predicted) \(Self.python(Double(confidence), decimals: 3))",
      ]
    )
  }

  var weights: (code: [String], output: [String]) {
    let named = zip(study.outline.layers, names.layers).filter { $0.0.hasKernel && $0.1 != nil }
    let parameters = study.result.weights.flatMap(\.arrays).reduce(0) { $0 + $1.values.count }
    // NumPy abbreviates arrays of more than a thousand values.
    guard !named.isEmpty, parameters <= 1_000 else { return weightShapes }
    var lines = [printed("inside")]
    var output = [phrase("inside")]
    for (layer, name) in named {
      lines.append("print(\(name ?? "").get_weights())")
      let arrays = study.result.weights.first { $0.layer == layer.name }?.arrays ?? []
      let texts = arrays.map { NumPyText.repr($0.values, shape: $0.shape) }
      output += ("[" + texts.joined(separator: ", ") + "]").split(separator: "\n").map(String.init)
    }
    return (lines, output)
  }

  private var weightShapes: (code: [String], output: [String]) {
    let layers = study.result.weights
    let output = layers.map { layer in
      let shapes = layer.arrays.map { array in
        "(" + array.shape.map(String.init).joined(separator: ", ")
          + (array.shape.count == 1 ? ",)" : ")")
      }
      return "\(layer.layer) [\(shapes.joined(separator: ", "))]"
    }
    return (
      [
        "for layer in \(names.model).layers:", "    if layer.get_weights():",
        "        print(layer.name, [w.shape for w in layer.get_weights()])",
      ], output
    )
  }

  var evaluate: (code: [String], output: [String]) {
    let evaluation = study.result.evaluation
    let isTrained = study.testCount == 0
    let x = isTrained ? names.inputs : names.testInputs
    let y = isTrained ? names.targets : names.testTargets
    let loss = study.phrases["keras.name.loss"]
    if let accuracy = evaluation.accuracy {
      let name = study.phrases["keras.name.accuracy"]
      let tests = (study.evaluationCount + 31) / 32
      let text = phrase(isTrained ? "trainingAccuracy" : "testAccuracy")
      return (
        [
          "\(loss), \(name) = \(names.model).evaluate(\(x), \(y), verbose=2)",
          "print(\(Python.string(text)), f\"{\(name):.1%}\")",
        ],
        [
          "\(tests)/\(tests) - … - accuracy: \(Self.logged(accuracy))"
            + " - loss: \(Self.logged(evaluation.loss))",
          "\(text) \(Self.python(100 * accuracy, decimals: 1))%",
        ]
      )
    }
    let hasMetrics = !training.compile.metrics.isEmpty
    let text = phrase(isTrained ? "trainingLoss" : "testLoss")
    return (
      [
        "\(loss) = \(names.model).evaluate(\(x), \(y), verbose=0)\(hasMetrics ? "[0]" : "")",
        "print(\(Python.string(text)), f\"{\(loss):.3f}\")",
      ], ["\(text) \(Self.python(evaluation.loss, decimals: 3))"]
    )
  }
}
