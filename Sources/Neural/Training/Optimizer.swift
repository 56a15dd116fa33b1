/// How a gradient becomes a step. Defaults are Keras 3's.
public protocol Optimizer: Configurable {
  static var kind: OptimizerKind { get }
  var learningRate: Float { get }
  var rule: UpdateRule { get }
}

/// Every optimizer there is, by its class name in Keras, in the order of the reference.
public enum OptimizerKind: String, CaseIterable, Sendable {
  case adam = "Adam"
  case sgd = "SGD"
  case rmsprop = "RMSprop"

  public var type: any Optimizer.Type {
    switch self {
    case .adam: Adam.self
    case .sgd: SGD.self
    case .rmsprop: RMSprop.self
    }
  }
}

/// An optimizer by its type, for code that treats each differently.
public enum UpdateRule: Sendable {
  case adam(Adam)
  case sgd(SGD)
  case rmsprop(RMSprop)
}

extension Optimizer {
  public static var className: String { kind.rawValue }
}

extension Setting where Owner: Optimizer {
  static func learningRate(_ path: WritableKeyPath<Owner, Float> & Sendable) -> Setting {
    Setting("learning_rate", path, .positive, "Step size.", argument: .byName)
  }

  static func momentum(_ path: WritableKeyPath<Owner, Float> & Sendable) -> Setting {
    Setting("momentum", path, .fraction, "Share of the last step kept.")
  }

  static func epsilon(_ path: WritableKeyPath<Owner, Float> & Sendable) -> Setting {
    Setting("epsilon", path, .positive, "Added to the root.")
  }
}

/// Kingma and Ba, "Adam", 2015, with epsilon added to the uncorrected root as Keras does
/// (`keras/src/optimizers/adam.py`).
public struct Adam: Optimizer, Hashable, Codable {
  public static let kind = OptimizerKind.adam
  public static let summary =
    "Steps by the mean of the gradients over the root of their mean square."
  public static let prototype = Adam()
  public static let settings: [Setting<Adam>] = [
    .learningRate(\.learningRate),
    Setting("beta_1", \.beta1, .fraction, "Decay of the mean gradient."),
    Setting("beta_2", \.beta2, .fraction, "Decay of the mean squared gradient."),
    .epsilon(\.epsilon),
  ]
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

  public var rule: UpdateRule { .adam(self) }
}

/// Gradient descent with optional (Nesterov) momentum (`keras/src/optimizers/sgd.py`).
public struct SGD: Optimizer, Hashable, Codable {
  public static let kind = OptimizerKind.sgd
  public static let summary = "Steps against the gradient, with or without momentum."
  public static let prototype = SGD()
  public static let settings: [Setting<SGD>] = [
    .learningRate(\.learningRate), .momentum(\.momentum),
    Setting("nesterov", \.nesterov, .boolean, "Nesterov's momentum."),
  ]
  public var learningRate: Float
  public var momentum: Float
  public var nesterov: Bool

  public init(learningRate: Float = 0.01, momentum: Float = 0, nesterov: Bool = false) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
  }

  public var rule: UpdateRule { .sgd(self) }
}

/// Hinton's RMSprop (`keras/src/optimizers/rmsprop.py`).
public struct RMSprop: Optimizer, Hashable, Codable {
  public static let kind = OptimizerKind.rmsprop
  public static let summary = "Steps by the gradient over the root of its mean square."
  public static let prototype = RMSprop()
  public static let settings: [Setting<RMSprop>] = [
    .learningRate(\.learningRate),
    Setting("rho", \.rho, .fraction, "Decay of the mean squared gradient."),
    .momentum(\.momentum), .epsilon(\.epsilon),
  ]
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

  public var rule: UpdateRule { .rmsprop(self) }
}
