import Neural

@testable import Lessons

/// Samples whose data went another way.
enum OddSamples {
  typealias Sample = (lesson: Lesson, result: LessonResult)

  enum Kind: String, CaseIterable {
    /// Every target the same; the only row; every input the same.
    case constant, single, alike
    case tiny, huge
    /// No loss at all, or none above zero; losses, outputs and weights in the middle that are no numbers.
    case nothing, broken
    /// Nothing is predicted.
    case silent
    /// One epoch.
    case brief
    /// Every seed but one, and every rate, diverged.
    case diverged
  }

  static func changed(_ original: Sample, _ kind: Kind) -> Sample {
    var sample = original
    switch kind {
    case .constant:
      let count = original.result.regression?.targets.count ?? 0
      sample.result.regression?.targets = Array(repeating: 5, count: count)
      sample.result.regression?.leastSquares = nil
    case .single:
      sample.result.regression?.inputs = [[3]]
      sample.result.regression?.targets = [7]
      sample.result.regression?.fitted = [7]
      sample.result.regression?.isTest = [false]
      sample.result.regression?.leastSquares = nil
    case .alike:
      let count = original.result.regression?.targets.count ?? 0
      sample.result.regression?.inputs = Array(repeating: [4], count: count)
      sample.result.regression?.leastSquares = nil
    case .tiny: scale(&sample, 1e-9)
    case .huge: scale(&sample, 1e12)
    case .silent:
      sample.lesson.training?.predict = []
      sample.result.predictions = []
      sample = SampleStudies.added(to: sample)
    case .nothing:
      sample.result.history.series[0].values = []
      sample.result.seedStudy?.losses = Array(repeating: 0, count: 20)
      sample.result.seedStudy?.lossBand = SeedStudy.LossBand()
      for index in sample.result.rateStudies.indices {
        sample.result.rateStudies[index].losses = [0]
      }
      for index in sample.result.variantStudies.indices {
        sample.result.variantStudies[index].seeds.losses = Array(repeating: 0, count: 20)
      }
    case .broken: breakUp(&sample)
    case .brief:
      for index in sample.result.history.series.indices {
        sample.result.history.series[index].values = [sample.result.history.series[index].values[0]]
      }
      sample.result.trajectory = sample.result.trajectory.map { Array($0.prefix(2)) }
    case .diverged: diverge(&sample)
    }
    return sample
  }

  /// The targets and everything that follows them.
  private static func scale(_ sample: inout Sample, _ factor: Double) {
    guard let study = sample.result.regression else { return }
    sample.result.regression?.targets = study.targets.map { $0 * factor }
    sample.result.regression?.fitted = study.fitted.map { $0 * Float(factor) }
    sample.result.regression?.leastSquares?.coefficients[0] *= factor
    sample.result.regression?.leastSquares?.intercept *= factor
    for index in sample.result.predictions.indices {
      sample.result.predictions[index].output = sample.result.predictions[index].output.map {
        $0 * Float(factor)
      }
    }
    for index in sample.result.weights.indices {
      for array in sample.result.weights[index].arrays.indices {
        sample.result.weights[index].arrays[array].values = sample.result.weights[index]
          .arrays[array].values.map { $0 * Float(factor) }
      }
    }
    sample = SampleStudies.added(to: sample)
  }

  private static func breakUp(_ sample: inout Sample) {
    for index in sample.result.history.series.indices {
      let middle = sample.result.history.series[index].values.count / 2
      sample.result.history.series[index].values[middle] = .nan
    }
    if let count = sample.result.regression?.fitted.count {
      sample.result.regression?.fitted[count / 2] = .nan
    }
    if let path = sample.result.trajectory {
      sample.result.trajectory?[path.count / 2] = path[0].map { _ in .nan }
    }
    sample.result.seedStudy?.losses[3] = .nan
    if sample.result.seedStudy != nil { sample.result.seedStudy?.lossBand.median[9] = .nan }
  }

  private static func diverge(_ sample: inout Sample) {
    for index in sample.result.rateStudies.indices {
      sample.result.rateStudies[index].losses = index == 0 ? [] : [5]
      sample.result.rateStudies[index].divergence = Divergence(epoch: 1, step: 1)
    }
    func lost(_ study: inout SeedStudy) {
      for seed in study.seeds.indices.dropFirst() {
        study.losses[seed] = seed % 2 == 0 ? .infinity : 3e38
        study.divergences[seed] = Divergence(epoch: 2, step: 1)
        study.predictions[seed] = study.predictions[seed].map { _ in [-3e38] }
        study.weights[seed] = study.weights[seed].map { _ in 1e30 }
      }
    }
    if sample.result.seedStudy != nil { lost(&sample.result.seedStudy!) }
    for index in sample.result.variantStudies.indices {
      lost(&sample.result.variantStudies[index].seeds)
    }
    sample.result.history.divergence = Divergence(epoch: 3, step: 2)
    for index in sample.result.history.series.indices {
      let values = sample.result.history.series[index].values
      sample.result.history.series[index].values = Array(values.prefix(2))
    }
    sample.result.trajectory = sample.result.trajectory.map { Array($0.prefix(3)) }
  }
}
