import Lessons
import Neural

/// What training on a student's own data gives: ours, and what other seeds give.
struct StudentTraining {
  static let seedCount = 50

  let result: LessonResult
  /// nil if no criterion needs it.
  let seeds: SeedStudy?
  /// The loss is a mean squared error, which least squares bounds from below.
  let hasSquaredLoss: Bool

  init?(_ prepared: PreparedLesson, plan: ClassPlan) {
    let run = LessonRunner.run(
      prepared, seed: plan.notebook.seed, threads: 1, makesStudies: false)
    guard let run else { return nil }
    result = run.result
    hasSquaredLoss = prepared.training.compile.loss == .meanSquaredError
    seeds = plan.asksForSeeds ? SeedStudy.run(prepared, seeds: Self.seeds, threads: 1) : nil
  }

  private static let seeds = (1...UInt64(seedCount)).map { $0 }

  /// The value that training with the notebook's seed gives.
  func value(of quantity: Criterion.Quantity) -> Double? {
    let arrays = result.weights.last?.arrays ?? []
    switch quantity {
    case .prediction: return result.predictions.first.flatMap { $0.output.first }.map(Double.init)
    case .weight: return arrays.first { $0.name == "kernel" }?.values.first.map(Double.init)
    case .bias: return arrays.first { $0.name == "bias" }?.values.first.map(Double.init)
    case .loss: return result.evaluation.loss
    }
  }

  /// The smallest and greatest value over the seeds whose training stayed finite.
  func range(of quantity: Criterion.Quantity) -> ClosedRange<Double>? {
    guard let seeds else { return nil }
    var values: [Double] = []
    for index in seeds.seeds.indices where seeds.divergences[index] == nil {
      switch quantity {
      case .prediction: seeds.predictions[index].first?.first.map { values.append(Double($0)) }
      // Of a single neuron: its kernel and bias end the list of all arrays.
      case .weight: seeds.weights[index].dropLast().last.map { values.append(Double($0)) }
      case .bias: seeds.weights[index].last.map { values.append(Double($0)) }
      case .loss: values.append(seeds.losses[index])
      }
    }
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }
}

extension ClassPlan {
  var asksForSeeds: Bool {
    description.criteria.contains {
      switch $0.check {
      case .claim(_, .seeds), .consistent: true
      case .claim, .readable, .rows, .ranges, .columns, .manual: false
      }
    }
  }
}
