import Neural
import YAML

/// Compares the shapes of a model with its data, loss and metrics, and with the initial values of
/// the lesson file.
struct ShapeCheck {
  struct Finding {
    var problem: NotebookProblem
    var mark: Mark?
  }

  let training: Training

  private var marks: TrainingMarks { training.marks }

  func findings(inputShape: [Int]) -> [Finding] {
    let shapes = ModelShapes(inputShape: inputShape, layers: training.model.map(\.layer))
    var findings: [Finding] = []
    var parameters = 0
    func report(_ problem: ShapeProblem, at layer: Int) {
      findings.append(Finding(problem: .shape(problem), mark: marks.layers[layer]))
    }
    for (index, placed) in shapes.layers.enumerated() {
      if placed.layer is Normalization, index > 0 { report(.normalizationNotFirst, at: index) }
      parameters += placed.parameterCount
      guard parameters <= NotebookLimits.parameters else {
        report(.tooManyParameters(limit: NotebookLimits.parameters), at: index)
        return findings
      }
      findings += initialFindings(of: index, expected: placed.weights)
    }
    if let misfit = shapes.misfit {
      report(misfit.problem, at: shapes.layers.count)
      return findings
    }
    let weights = shapes.layers.flatMap(\.weights)
    if !weights.contains(where: \.isTrainable) {
      findings.append(Finding(problem: .shape(.nothingToTrain), mark: marks.model))
    }
    findings += untrainedFindings(expected: weights)
    return findings + outputFindings(shapes.layers.last?.output ?? inputShape)
  }

  // MARK: Values of the lesson file

  private func initialFindings(of layer: Int, expected: [WeightShape]) -> [Finding] {
    guard let initial = marks.initial[layer] else { return [] }
    return shapeFindings(initial, expected: expected.filter { $0.initializer != .counter })
  }

  private func untrainedFindings(expected: [WeightShape]) -> [Finding] {
    guard let example = training.untrained else { return [] }
    guard example.weights.count == expected.count else {
      return [
        Finding(
          problem: .weightCount(
            key: "untrained", expected: expected.count, found: example.weights.count),
          mark: marks.untrainedList)
      ]
    }
    return shapeFindings(marks.untrained, expected: expected)
  }

  private func shapeFindings(
    _ found: TrainingMarks.Initial, expected: [WeightShape]
  ) -> [Finding] {
    expected.indices.compactMap { index in
      guard found.shapes[index] != expected[index].shape else { return nil }
      return Finding(
        problem: .weightShape(
          key: expected[index].name, expected: expected[index].shape, found: found.shapes[index]),
        mark: found.marks[index])
    }
  }

  // MARK: Output

  private func outputFindings(_ output: [Int]) -> [Finding] {
    let last = marks.layers.last ?? nil
    guard output.count == 1 else {
      return [Finding(problem: .shape(.outputIsImage(shape: output)), mark: last)]
    }
    let units = output[0]
    let loss = training.compile.loss
    var findings: [Finding] = []
    func report(_ problem: ShapeProblem, at mark: Mark?) {
      findings.append(Finding(problem: .shape(problem), mark: mark))
    }
    let activation = training.model.last?.layer.ownActivation ?? .linear
    switch loss.kind {
    case .numbers, .yesOrNo:
      if case .images = training.data {
        report(.lossOfNumbers(loss: loss.rawValue), at: marks.loss)
      } else if loss.kind == .yesOrNo {
        if units != 1 {
          report(.lossNeedsOneUnit(found: units), at: last)
        } else if activation != .sigmoid {
          report(.lossNeedsSigmoid(activation: activation.rawValue), at: last)
        }
      } else if units != 1 {
        report(.outputWidth(expected: 1, found: units), at: last)
      } else if activation == .softmax {
        report(.softmaxOfOne, at: last)
      }
    case .classes:
      if units == 1 {
        report(.lossNeedsUnits(loss: loss.rawValue), at: marks.loss)
      } else if activation != .softmax {
        report(
          .lossNeedsSoftmax(loss: loss.rawValue, activation: activation.rawValue), at: last)
      } else if let expected = namedClasses, units != expected {
        report(.classUnits(expected: expected, found: units), at: last)
      } else if units > NotebookLimits.classes {
        findings.append(Finding(problem: .tooManyClasses(found: units), mark: last))
      }
    }
    for (metric, mark) in zip(training.compile.metrics, marks.metrics)
    where !metric.suits(loss.kind) {
      switch metric {
      case .accuracy:
        report(.metricNeedsClasses(metric: metric.rawValue, loss: loss.rawValue), at: mark)
      case .meanAbsoluteError:
        report(.metricNeedsNumbers(metric: metric.rawValue, loss: loss.rawValue), at: mark)
      }
    }
    return findings
  }

  /// The number of classes that have names; nil if they are only numbered.
  private var namedClasses: Int? {
    guard case .images(let source) = training.data else { return nil }
    return source.classes?.count ?? (source.isFashionMNIST ? 10 : nil)
  }
}

extension ShapeError {
  fileprivate var problem: ShapeProblem {
    switch self {
    case .rank(let layer, .vector, let shape): .needsVector(layer: layer, shape: shape)
    case .rank(let layer, .image, let shape): .needsImage(layer: layer, shape: shape)
    case .windowTooLarge(let layer, let window, let shape):
      .windowTooLarge(
        layer: layer, window: [window.height, window.width], image: Array(shape.prefix(2)))
    case .tooLarge(let layer, _): .tooLarge(layer: layer, limit: ModelShapes.sizeLimit)
    }
  }
}
