import Glibc
import Neural

@testable import Figures
@testable import Lessons

/// Other trainings of the sample lessons, as they might have gone: near the final weights, a little
/// apart by seed.
enum SampleStudies {
  static func added(
    to sample: (lesson: Lesson, result: LessonResult)
  ) -> (lesson: Lesson, result: LessonResult) {
    var sample = sample
    let own = sample
    sample.result.seedStudy = seeds(own, .asWritten)
    sample.result.variantStudies = [.relu, .raw, .normalized].map {
      VariantStudy(variant: $0, seeds: seeds(own, $0))
    }
    let first = sample.result.history["loss"]?.first ?? 1000
    sample.result.rateStudies = OptimizerRates.standard.flatMap { sweep in
      sweep.rates.map { curve(sweep.optimizer, $0, from: first) }
    }
    return sample
  }

  /// Decays by rate, but for the largest one of SGD: that one grows until it overflows.
  private static func curve(
    _ optimizer: StudiedOptimizer, _ rate: Float, from first: Double
  ) -> RateStudy {
    guard optimizer != .sgd || rate < 0.002 else {
      return RateStudy(
        optimizer: optimizer, rate: rate,
        losses: (0..<185).map { min(first * pow(1.6, Double($0)), 3e38) },
        divergence: Divergence(epoch: 186, step: 1))
    }
    let speed = Double(rate) * (optimizer == .adam ? 0.1 : 4)
    return RateStudy(
      optimizer: optimizer, rate: rate,
      losses: (0..<1000).map { first * exp(-Double($0) * speed) + 0.0638 })
  }

  private static func seeds(
    _ sample: (lesson: Lesson, result: LessonResult), _ variant: ModelVariant
  ) -> SeedStudy {
    var lesson = sample.lesson
    let training = sample.lesson.training!
    lesson.training?.model = variant.model(of: training)
    let center = weights(sample, variant)
    let spread: Float = variant == .normalized ? 1e-6 : 0.02
    let weights = (1...20).map { seed in
      center.enumerated().map { index, value in
        value * (1 + spread * Float(sin(Double(seed * 7 + index * 3))))
      }
    }
    return SeedStudy(
      seeds: Array(1...20),
      losses: (1...20).map { seed in
        let base = 0.0638 * (1 + 0.02 * cos(Double(seed)))
        return variant == .relu && seed % 3 != 0 ? base * pow(10, Double(seed % 5)) : base
      },
      predictions: weights.map { weights in
        let function = DenseFunction(lesson, sample.result, parameters: weights)
        return training.predict.map { [Float(function?($0[0]) ?? 0)] }
      }, weights: weights,
      isConstant: (1...20).map { variant == .relu && $0 % 10 == 4 },
      lossBand: SeedStudy.LossBand(
        least: (1...100).map { 900 / Double($0 * $0) }, median: (1...100).map { 1000 / Double($0) },
        greatest: (1...100).map { 4000 / Double($0) }))
  }

  /// The final weights as the variant's layers hold them.
  private static func weights(
    _ sample: (lesson: Lesson, result: LessonResult), _ variant: ModelVariant
  ) -> [Float] {
    let own = sample.result.weights.flatMap { $0.arrays.flatMap(\.values) }
    let isNormalized = sample.lesson.layers.first is Normalization
    switch variant {
    case .raw where isNormalized && own.count == 5:
      let slope = own[3] / own[1].squareRoot()
      return [slope, own[4] - slope * own[0]]
    case .normalized where !isNormalized && own.count == 2:
      return [5, 600, 0, own[0] * Float(600).squareRoot(), own[1] + own[0] * 5]
    case .normalized where !isNormalized: return [5, 600, 0] + own
    default: return own
    }
  }
}
