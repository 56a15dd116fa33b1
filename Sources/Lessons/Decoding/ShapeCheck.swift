import Neural
import YAML

/// Follows the shape of one sample through a model, and holds the result against data, loss,
/// metrics, and the initial values of the lesson file.
struct ShapeCheck {
  struct Finding {
    var problem: NotebookProblem
    var mark: Mark?
  }

  let training: Training

  private var marks: TrainingMarks { training.marks }

  func findings(inputShape: [Int]) -> [Finding] {
    var findings: [Finding] = []
    var shape: [Int]? = inputShape
    var weights: [WeightShape] = []
    var parameters = 0
    for (index, declaration) in training.model.enumerated() {
      guard let input = shape else { break }
      func report(_ problem: ShapeProblem) {
        findings.append(Finding(problem: .shape(problem), mark: marks.layers[index]))
      }
      let layer = declaration.layer
      if layer is Normalization, index > 0 { report(.normalizationNotFirst) }
      do throws(ShapeError) {
        let output = try layer.outputShape(for: input)
        let size = product(output)
        let own = layer.weightShapes(for: input)
        let count = own.reduce(0) { $0 + product($1.shape) }
        parameters += count
        if size > NotebookLimits.activations {
          report(.tooLarge(layer: type(of: layer).className, limit: NotebookLimits.activations))
          shape = nil
        } else if parameters > NotebookLimits.parameters {
          report(.tooManyParameters(limit: NotebookLimits.parameters))
          shape = nil
        } else {
          findings += initialFindings(of: index, expected: own)
          weights += own
          shape = output
        }
      } catch {
        report(error.problem)
        shape = nil
      }
    }
    guard let output = shape else { return findings }
    if !weights.contains(where: \.isTrainable) {
      findings.append(Finding(problem: .shape(.nothingToTrain), mark: marks.model))
    }
    findings += untrainedFindings(expected: weights)
    return findings + outputFindings(output)
  }

  /// All arrays in get_weights() order; precondition: there are no findings for that input.
  func weightShapes(inputShape: [Int]) -> [WeightShape] {
    var shape = inputShape
    return training.model.flatMap { declaration in
      let own = declaration.layer.weightShapes(for: shape)
      do throws(ShapeError) {
        shape = try declaration.layer.outputShape(for: shape)
      } catch {
        preconditionFailure("\(error) in a model that was checked")
      }
      return own
    }
  }

  /// At most 2^31 at every factor, so that limits are compared before anything can overflow.
  private func product(_ shape: [Int]) -> Int {
    shape.reduce(1) { min($0, 1 << 31) * min($1, 1 << 31) }
  }

  // MARK: Values of the lesson file

  private func initialFindings(of layer: Int, expected: [WeightShape]) -> [Finding] {
    guard let initial = marks.initial[layer] else { return [] }
    return shapeFindings(initial, expected: expected)
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

  // MARK: What comes out

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
    for (metric, mark) in zip(training.compile.metrics, marks.metrics) {
      switch metric {
      case .accuracy where loss.kind == .numbers:
        report(.metricNeedsClasses(metric: metric.rawValue, loss: loss.rawValue), at: mark)
      case .meanAbsoluteError where loss.kind == .classes:
        report(.metricNeedsNumbers(metric: metric.rawValue, loss: loss.rawValue), at: mark)
      default: break
      }
    }
    return findings
  }

  /// How many classes have names; nil where they are just numbered.
  private var namedClasses: Int? {
    guard case .images(let source) = training.data else { return nil }
    return source.classes?.count ?? (source.isFashionMNIST ? 10 : nil)
  }
}

extension ShapeError {
  fileprivate var problem: ShapeProblem {
    switch self {
    case .rank(let layer, let expected, let shape):
      expected == 1
        ? .needsVector(layer: layer, shape: shape) : .needsImage(layer: layer, shape: shape)
    case .windowTooLarge(let layer, let window, let shape):
      .windowTooLarge(
        layer: layer, window: [window.height, window.width], image: Array(shape.prefix(2)))
    case .tooLarge(let layer, _): .tooLarge(layer: layer, limit: NotebookLimits.activations)
    }
  }
}

extension Loss {
  package enum Kind: Sendable {
    case numbers, yesOrNo, classes
  }

  /// What the targets are.
  package var kind: Kind {
    switch self {
    case .meanSquaredError, .meanAbsoluteError, .huber: .numbers
    case .binaryCrossentropy: .yesOrNo
    case .categoricalCrossentropy, .sparseCategoricalCrossentropy: .classes
    }
  }
}

extension Layer {
  /// The function after the layer's sum; nil where it has none.
  var ownActivation: Activation? {
    (self as? Dense)?.activation ?? (self as? Conv2D)?.activation
  }
}
