import Lessons

extension ValueRules {
  /// What the same training gives from other seeds.
  static let seeds: [ValueRule] =
    [
      ValueRule("seeds.count", [.table]) { study, _ in count(study.result.seedStudy?.seeds.count) },
      ValueRule("seeds.diverged", [.table]) { study, _ in
        count(study.result.seedStudy?.divergedCount)
      },
      ValueRule("seeds.near_least_squares.INPUT", [.regression]) { study, arguments in
        count(study.seedsNearLeastSquares(arguments.input))
      },
    ]
    + ends("seeds.loss", .table) { study, _ in study.result.seedStudy?.losses }
    + ends("seeds.predict.INPUT", .regression) { study, arguments in
      study.seedPredictions(arguments.input)
    }

  private static func ends(
    _ name: String, _ need: LessonOutline.Need,
    _ values: @escaping @Sendable (LessonStudy, NameArguments) -> [Double]?
  ) -> [ValueRule] {
    [
      ValueRule("\(name).low", [need]) { number(values($0, $1)?.filter(\.isFinite).min()) },
      ValueRule("\(name).median", [need]) {
        number(values($0, $1).flatMap { Statistics.median($0.filter(\.isFinite)) })
      },
      ValueRule("\(name).high", [need]) { number(values($0, $1)?.filter(\.isFinite).max()) },
    ]
  }
}

extension FactRules {
  static let seeds: [FactRule] = [
    FactRule("seed_study", [.table]) { study, _ in study.result.seedStudy != nil },
    FactRule("seeds_at_least_squares.INPUT", [.regression]) { study, arguments in
      guard let values = study.seedPredictions(arguments.input), !values.isEmpty,
        let best = study.leastSquares(arguments.input)
      else { return nil }
      return values.allSatisfy { ($0 - best).magnitude <= study.closeness }
    },
    FactRule("seeds_agree.INPUT", [.regression]) { study, arguments in
      guard let values = study.seedPredictions(arguments.input), values.count > 1,
        let least = values.min(), let most = values.max()
      else { return nil }
      guard values.allSatisfy(\.isFinite) else { return false }
      return most - least <= 0.01 * study.spread
    },
  ]
}

extension LessonStudy {
  /// The first output of every seed for an input.
  func seedPredictions(_ input: [Double]) -> [Double]? {
    guard let seeds = result.seedStudy,
      let index = result.predictions.firstIndex(where: { $0.input == input })
    else { return nil }
    return seeds.predictions.compactMap { $0[index].first.map(Double.init) }
  }

  /// Number of seeds whose prediction is as close to least squares as `near_least_squares`
  /// requires.
  func seedsNearLeastSquares(_ input: [Double]) -> Int? {
    guard let best = leastSquares(input), best != 0 else { return nil }
    return seedPredictions(input)?.count { ($0 - best).magnitude <= 0.005 * best.magnitude }
  }
}
