import Lanes

/// The constants of one Adam step, as `keras/src/optimizers/adam.py` has them.
///
/// `1 - beta` is taken in Double and rounded once; the powers of beta, the corrections and `alpha`
/// are Float throughout, as they are in Keras's graph.
public struct AdamStep: Sendable {
  public let oneMinusBeta1: Float
  public let oneMinusBeta2: Float
  public let epsilon: Float
  private let learningRate: Float
  private let beta1: Float
  private let beta2: Float
  /// `beta^t` of the Float32 beta: multiplied up in Double, so that its rounding to Float32 is that
  /// of a correctly rounded power.
  private var exactPower1 = 1.0
  private var exactPower2 = 1.0
  /// `learningRate * sqrt(1 - beta2^t) / (1 - beta1^t)`.
  public private(set) var alpha: Float = 0

  public init(learningRate: Float, beta1: Double, beta2: Double, epsilon: Float) {
    self.learningRate = learningRate
    self.beta1 = Float(beta1)
    self.beta2 = Float(beta2)
    self.epsilon = epsilon
    oneMinusBeta1 = Float(1 - beta1)
    oneMinusBeta2 = Float(1 - beta2)
  }

  public var power1: Float { Float(exactPower1) }
  public var power2: Float { Float(exactPower2) }

  /// Goes on to the next step; the first call makes step 1.
  public mutating func advance() {
    exactPower1 *= Double(beta1)
    exactPower2 *= Double(beta2)
    alpha = learningRate * (1 - power2).squareRoot() / (1 - power1)
  }
}

// Each update reads the weights from one buffer and writes them to another, so that a step whose
// result is not finite can be dropped; it returns zero if all new weights are finite, else NaN.

/// Kingma and Ba's Adam; `m` and `v` hold the moments.
@inline(never)
public func adamUpdate(
  from w: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, _ g: UnsafePointer<Float>,
  _ m: UnsafeMutablePointer<Float>, _ v: UnsafeMutablePointer<Float>, count: Int, step: AdamStep
) -> Float {
  let c1 = step.oneMinusBeta1
  let c2 = step.oneMinusBeta2
  let alpha = step.alpha
  let epsilon = step.epsilon
  for index in 0..<count {
    let gradient = g[index]
    let first = m[index] + (gradient - m[index]) * c1
    let second = v[index] + (gradient * gradient - v[index]) * c2
    m[index] = first
    v[index] = second
    result[index] = w[index] - first * alpha / (second.squareRoot() + epsilon)
  }
  return nonFinite(result, count: count)
}

/// `w -= rate * g`, with momentum `m = momentum * m - rate * g; w += m`, or Nesterov's
/// `w += momentum * m - rate * g`.
@inline(never)
public func sgdUpdate(
  from w: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, _ g: UnsafePointer<Float>,
  _ m: UnsafeMutablePointer<Float>, count: Int, learningRate: Float, momentum: Float,
  isNesterov: Bool
) -> Float {
  if momentum == 0 {
    for index in 0..<count { result[index] = w[index] - g[index] * learningRate }
  } else {
    for index in 0..<count {
      let move = g[index] * learningRate
      let velocity = m[index] * momentum - move
      m[index] = velocity
      result[index] = w[index] + (isNesterov ? velocity * momentum - move : velocity)
    }
  }
  return nonFinite(result, count: count)
}

/// `v = rho * v + (1 - rho) * g^2; w -= rate * g / sqrt(v + epsilon)`, by way of a momentum if
/// there is one.
@inline(never)
public func rmspropUpdate(
  from w: UnsafePointer<Float>, to result: UnsafeMutablePointer<Float>, _ g: UnsafePointer<Float>,
  _ m: UnsafeMutablePointer<Float>, _ v: UnsafeMutablePointer<Float>, count: Int,
  learningRate: Float, rho: Float, oneMinusRho: Float, momentum: Float, epsilon: Float
) -> Float {
  for index in 0..<count {
    let gradient = g[index]
    let mean = rho * v[index] + oneMinusRho * (gradient * gradient)
    v[index] = mean
    var move = learningRate * gradient / (mean + epsilon).squareRoot()
    if momentum > 0 {
      move = momentum * m[index] + move
      m[index] = move
    }
    result[index] = w[index] - move
  }
  return nonFinite(result, count: count)
}

/// Zero if every value is finite, else NaN.
@inline(__always)
private func nonFinite(_ values: UnsafePointer<Float>, count: Int) -> Float {
  var lanes = Lane()
  var index = 0
  while index &+ 8 <= count {
    lanes += load(values + index) * 0
    index &+= 8
  }
  var found: Float = 0
  for lane in 0..<8 { found += lanes[lane] }
  while index < count {
    found += values[index] * 0
    index &+= 1
  }
  return found
}
