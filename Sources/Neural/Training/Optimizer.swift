/// How a gradient becomes a step. Defaults are Keras 3's.
public protocol Optimizer: Sendable {
  static var className: String { get }
  var learningRate: Float { get }
}

/// Kingma and Ba, "Adam", 2015, with epsilon added to the uncorrected root as Keras does
/// (`keras/src/optimizers/adam.py`).
public struct Adam: Optimizer, Hashable, Codable {
  public static let className = "Adam"
  public var learningRate: Float
  /// Double, because Keras takes `1 - beta` in Double before it rounds.
  public var beta1: Double
  public var beta2: Double
  public var epsilon: Float

  public init(
    learningRate: Float = 0.001, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Float = 1e-7
  ) {
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
  }
}

/// Gradient descent with optional (Nesterov) momentum (`keras/src/optimizers/sgd.py`).
public struct SGD: Optimizer, Hashable, Codable {
  public static let className = "SGD"
  public var learningRate: Float
  public var momentum: Float
  public var nesterov: Bool

  public init(learningRate: Float = 0.01, momentum: Float = 0, nesterov: Bool = false) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
  }
}

/// Hinton's RMSprop (`keras/src/optimizers/rmsprop.py`).
public struct RMSprop: Optimizer, Hashable, Codable {
  public static let className = "RMSprop"
  public var learningRate: Float
  /// Double, because Keras takes `1 - rho` in Double before it rounds.
  public var rho: Double
  public var momentum: Float
  public var epsilon: Float

  public init(
    learningRate: Float = 0.001, rho: Double = 0.9, momentum: Float = 0, epsilon: Float = 1e-7
  ) {
    self.learningRate = learningRate
    self.rho = rho
    self.momentum = momentum
    self.epsilon = epsilon
  }
}
