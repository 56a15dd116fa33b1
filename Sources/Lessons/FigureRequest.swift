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

/// The figures that show other trainings of their lesson, and so decide what is trained.
public enum StudyFigure: String, CaseIterable, Sendable {
  case learningRates = "learning-rates"
  case seedSpread = "seed-spread"
  case reluSeeds = "relu-seeds"
  case rawAndNormalized = "raw-and-normalized"

  /// The keys of its parameters.
  var keys: [String] {
    switch self {
    case .learningRates: StudiedOptimizer.allCases.map(\.rawValue)
    case .seedSpread, .reluSeeds, .rawAndNormalized: ["seeds"]
    }
  }

  /// The trainings it shows.
  public func studies(_ parameters: FigureParameters) -> [StudyRequest] {
    let seeds = parameters.seeds ?? SeedStudy.standardSeeds.count
    switch self {
    case .learningRates:
      return (parameters.rates ?? OptimizerRates.standard).flatMap { sweep in
        sweep.rates.map { .rate(sweep.optimizer, $0) }
      }
    case .seedSpread: return [.seeds(.asWritten, count: seeds)]
    case .reluSeeds: return [.seeds(.asWritten, count: seeds), .seeds(.relu, count: seeds)]
    case .rawAndNormalized: return [.seeds(.raw, count: seeds), .seeds(.normalized, count: seeds)]
    }
  }
}
