import Tensors

/// An optimizer with its state: one rule over ranges of the parameter buffer, which knows no layer.
final class ParameterUpdate {
  private enum Rule {
    case adam(AdamStep)
    case sgd(SGD)
    case rmsprop(RMSprop)
  }

  private var rule: Rule
  private let moments: FloatBuffer
  private let squares: FloatBuffer

  init(_ optimizer: any Optimizer, parameterCount: Int) {
    switch optimizer.rule {
    case .adam(let adam):
      rule = .adam(
        AdamStep(
          learningRate: adam.learningRate, beta1: adam.beta1, beta2: adam.beta2,
          epsilon: adam.epsilon))
    case .sgd(let sgd): rule = .sgd(sgd)
    case .rmsprop(let rmsprop): rule = .rmsprop(rmsprop)
    }
    moments = FloatBuffer(count: parameterCount)
    squares = FloatBuffer(count: parameterCount)
  }

  /// Once a step, before `apply`.
  func advance() {
    if case .adam(var step) = rule {
      step.advance()
      rule = .adam(step)
    }
  }

  /// Writes the new weights of a range; returns NaN if one of them is not finite, else zero.
  func apply(
    from: UnsafePointer<Float>, to: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>,
    offset: Int, count: Int
  ) -> Float {
    let w = from + offset
    let result = to + offset
    let g = gradients + offset
    let m = moments.base + offset
    let v = squares.base + offset
    switch rule {
    case .adam(let step):
      return adamUpdate(from: w, to: result, g, m, v, count: count, step: step)
    case .sgd(let sgd):
      return sgdUpdate(
        from: w, to: result, g, m, count: count, learningRate: sgd.learningRate,
        momentum: sgd.momentum, isNesterov: sgd.nesterov)
    case .rmsprop(let rule):
      return rmspropUpdate(
        from: w, to: result, g, m, v, count: count, learningRate: rule.learningRate,
        rho: Float(rule.rho), oneMinusRho: Float(1 - rule.rho), momentum: rule.momentum,
        epsilon: rule.epsilon)
    }
  }
}

/// A range of the parameters that is updated as one piece, and the rows of a kernel it covers.
struct UpdateRange {
  var offset: Int
  var count: Int
  /// Index of the operation whose repacked rows must be updated.
  var operation: Int?
  var rows: Range<Int> = 0..<0

  /// Approximate number of parameters in a range.
  private static let size = 4096

  /// All trainable parameters: kernels by rows, in pieces that copies can be made from.
  static func cut(_ network: Network) -> [UpdateRange] {
    var ranges: [UpdateRange] = []
    for slot in network.slots where slot.isTrainable {
      guard slot.name == "kernel" else {
        ranges.append(UpdateRange(offset: slot.offset, count: slot.count))
        continue
      }
      let operation = network.operations.firstIndex { $0.layer == slot.layer }
      let columns = slot.storedColumns
      let rows = slot.storedRows
      let step = max(size / columns / 16 * 16, 16)
      var row = 0
      while row < rows {
        let count = min(step, rows - row)
        ranges.append(
          UpdateRange(
            offset: slot.offset + row * columns, count: count * columns, operation: operation,
            rows: row..<row + count))
        row += count
      }
    }
    return ranges
  }
}
