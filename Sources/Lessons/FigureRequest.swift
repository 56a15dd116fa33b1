/// A figure that a lesson asks for: its name, its parameters, and its place in the lesson file.
public struct FigureRequest: Hashable, Sendable {
  public var name: String
  public var parameters: FigureParameters
  public var line: Int
  public var column: Int

  public init(
    name: String, parameters: FigureParameters = FigureParameters(), line: Int = 1, column: Int = 1
  ) {
    self.name = name
    self.parameters = parameters
    self.line = line
    self.column = column
  }
}

/// What a lesson file may say of a figure beside its name; nil where it does not.
public struct FigureParameters: Hashable, Sendable {
  /// Learning rates by optimizer, in the file's order.
  public var rates: [OptimizerRates]?
  /// So many seeds, from 1.
  public var seeds: Int?

  public init(rates: [OptimizerRates]? = nil, seeds: Int? = nil) {
    self.rates = rates
    self.seeds = seeds
  }
}

/// The learning rates of one optimizer, in the file's order.
public struct OptimizerRates: Hashable, Sendable {
  public var optimizer: StudiedOptimizer
  public var rates: [Float]

  public init(_ optimizer: StudiedOptimizer, _ rates: [Float]) {
    self.optimizer = optimizer
    self.rates = rates
  }

  /// For one neuron on degrees Celsius every one of Adam's converges, and SGD's last one diverges.
  public static let standard = [
    OptimizerRates(.adam, [0.001, 0.01, 0.1, 1]),
    OptimizerRates(.sgd, [0.0001, 0.001, 0.0017, 0.002]),
  ]
}
