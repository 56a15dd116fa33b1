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
    switch optimizer {
    case let adam as Adam:
      rule = .adam(
        AdamStep(
          learningRate: adam.learningRate, beta1: adam.beta1, beta2: adam.beta2,
          epsilon: adam.epsilon))
    case let sgd as SGD: rule = .sgd(sgd)
    case let rmsprop as RMSprop: rule = .rmsprop(rmsprop)
    default: preconditionFailure("no rule for \(type(of: optimizer))")
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

  /// New weights of a range; NaN where one is not finite, else zero.
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
