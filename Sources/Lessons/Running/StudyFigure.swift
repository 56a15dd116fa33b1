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
