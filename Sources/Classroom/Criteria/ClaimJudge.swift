import Datasets
import Lessons
import Neural

/// Judges numbers that a student claims against what training on the student's own table gives.
///
/// Each judgement allows the criterion's own tolerance and, beside it, one room for rounding: half a
/// unit of the last decimal that was really written, at most the tolerance and at most a hundredth
/// of the spread of the targets. What a student writes can thus never widen the tolerance by more
/// than a fixed amount: `0e9` or `4` allows nothing beside the tolerance.
///
/// A number whose last digit is coarser than that room is never given points: it is `doubtful` if
/// rounding may explain it, and `failed` if not.
struct ClaimJudge {
  /// The largest room for rounding, as a share of the targets' spread.
  static let roundingShare = 0.01
  /// With `tolerance: seeds`, the share of the targets' spread that nobody can see in a plot.
  static let share = 0.005

  private let training: StudentTraining
  private let study: RegressionStudy?
  private let spread: Double

  init(_ training: StudentTraining) {
    self.training = training
    study = training.result.regression
    spread = Self.spread(study?.targets ?? [])
  }

  private static func spread(_ values: [Double]) -> Double {
    guard let least = values.min(), let greatest = values.max() else { return 0 }
    return greatest - least
  }

  /// Whether all rows have the same input, so that no slope can be learned from them.
  var hasConstantInput: Bool {
    guard let inputs = study?.inputs, let width = inputs.first?.count else { return false }
    return (0..<width).contains { column in Self.spread(inputs.map { $0[column] }) == 0 }
  }

  // MARK: Claims

  /// A claimed number near `own` or, with `tolerance: seeds`, between the results of the seeds.
  func verdict(
    _ claimed: WrittenNumber.Reading, _ quantity: Criterion.Quantity,
    _ tolerance: Exercise.Tolerance
  ) -> Outcome.Verdict {
    let own = training.value(of: quantity) ?? 0
    var range = own...own
    let allowed: Double
    let limit: Double
    switch tolerance {
    case .absolute(let distance): (allowed, limit) = (distance, distance)
    case .relative(let part): (allowed, limit) = (abs(own) * part, abs(own) * part)
    case .seeds:
      range = training.range(of: quantity) ?? range
      limit = Self.roundingShare * scale(of: quantity)
      // Two hundredths of what the seeds leave open.
      allowed = 0.02 * (range.upperBound - range.lowerBound) + slack(quantity, near: own)
    }
    let rounding = Rounding(
      claimed, limit: limit, largest: min(limit, Self.roundingShare * scale(of: quantity)))
    return rounding.verdict(distance(claimed.value, to: range), allowed: allowed)
  }

  private func distance(_ value: Double, to range: ClosedRange<Double>) -> Double {
    max(range.lowerBound - value, value - range.upperBound, 0)
  }

  private func slack(_ quantity: Criterion.Quantity, near value: Double) -> Double {
    switch quantity {
    case .prediction: Self.share * spread
    case .weight, .bias, .loss: Self.share * max(abs(value), 0.02 * spread)
    }
  }

  /// The size that a hundredth of the targets' spread has in the quantity's own unit.
  private func scale(of quantity: Criterion.Quantity) -> Double {
    switch quantity {
    case .prediction, .bias: return spread
    case .weight:
      let inputs = (study?.inputs ?? []).map { seen($0.first ?? 0) }
      let width = Self.spread(inputs)
      return width > 0 ? spread / width : 0
    case .loss:
      guard training.hasSquaredLoss, let targets = study?.targets, !targets.isEmpty else {
        return spread
      }
      // The variance: the loss of a network that always answers with the mean.
      let mean = targets.reduce(0, +) / Double(targets.count)
      return targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(targets.count)
    }
  }

  // MARK: Consistency

  /// Three claims that should describe one line.
  struct Consistency {
    /// The prediction that the claimed weight and bias give, through the lesson's layers.
    var computed: Double
    var verdict: Outcome.Verdict
    /// Whether the claims agree, but the line fits the student's data worse than training does.
    var isForeign = false
  }

  /// One room for rounding is allowed: the largest of the three, not their sum.
  func consistency(
    weight: WrittenNumber.Reading, bias: WrittenNumber.Reading, prediction: WrittenNumber.Reading
  ) -> Consistency {
    let input = seen(training.result.predictions.first?.input.first ?? 0)
    let computed = input * weight.value + bias.value
    let limit = Self.roundingShare * spread
    let roundings = [
      Rounding(weight, by: abs(input), limit: limit), Rounding(bias, limit: limit),
      Rounding(prediction, limit: limit),
    ]
    let all = Rounding(
      room: roundings.map(\.room).max() ?? 0, unit: roundings.reduce(0) { $0 + $1.unit },
      isCoarse: roundings.contains(where: \.isCoarse))
    let verdict = all.verdict(
      abs(computed - prediction.value), allowed: Self.share * spread)
    guard verdict == .passed else { return Consistency(computed: computed, verdict: verdict) }
    let room = Self.share * spread + all.room
    guard isForeign(weight.value, bias.value, room: room) else {
      return Consistency(computed: computed, verdict: .passed)
    }
    return Consistency(computed: computed, verdict: .doubtful, isForeign: true)
  }

  /// Whether the claimed line misses the student's targets by more than training does with any seed:
  /// anybody can make up a weight, a bias and a prediction that agree.
  private func isForeign(_ weight: Double, _ bias: Double, room: Double) -> Bool {
    guard let study, !study.targets.isEmpty else { return false }
    func error(_ predicted: (Int) -> Double) -> Double {
      let sum = study.targets.indices.reduce(0.0) { sum, row in
        let miss = predicted(row) - study.targets[row]
        return sum + miss * miss
      }
      return (sum / Double(study.targets.count)).squareRoot()
    }
    let claimed = error { seen(study.inputs[$0][0]) * weight + bias }
    let ownWeight = training.value(of: .weight) ?? 0
    let ownBias = training.value(of: .bias) ?? 0
    var greatest = error { seen(study.inputs[$0][0]) * ownWeight + ownBias }
    if training.hasSquaredLoss, let losses = training.range(of: .loss) {
      greatest = max(greatest, losses.upperBound.squareRoot())
    }
    return !(claimed <= greatest + room)
  }

  /// An input as the neuron sees it: normalized if the lesson normalizes.
  private func seen(_ input: Double) -> Double {
    let arrays = training.result.weights.first?.arrays ?? []
    guard let mean = arrays.first(where: { $0.name == "mean" })?.values.first,
      let variance = arrays.first(where: { $0.name == "variance" })?.values.first
    else { return input }
    return (input - Double(mean)) / max(Double(variance).squareRoot(), 1e-7)
  }

  /// The smallest loss that any line can have on the student's data, if the claimed one is smaller;
  /// `isCertain` is false if rounding to fewer decimals than asked for may explain it.
  func impossiblyLow(_ loss: WrittenNumber.Reading) -> (least: Double, isCertain: Bool)? {
    guard training.hasSquaredLoss, let least = study?.leastSquares?.meanSquaredError
    else { return nil }
    let limit = Self.roundingShare * scale(of: .loss)
    let rounding = Rounding(loss, limit: limit)
    func isBelow(_ room: Double) -> Bool {
      loss.value + room < least * (1 - Self.share) - 1e-9
    }
    return isBelow(rounding.room) ? (least, isBelow(max(rounding.unit, rounding.room))) : nil
  }
}

/// What rounding a written number can have changed, and how much of it is allowed.
private struct Rounding {
  /// The allowed part.
  let room: Double
  /// Half a unit of the last digit, whatever is allowed.
  let unit: Double
  /// Whether half a unit is more than a judgement can allow.
  let isCoarse: Bool

  init(room: Double, unit: Double, isCoarse: Bool) {
    (self.room, self.unit, self.isCoarse) = (room, unit, isCoarse)
  }

  /// - Parameters:
  ///   - factor: what the number is multiplied by before it is compared.
  ///   - limit: a number with a larger half unit is coarse.
  ///   - largest: the largest room; `limit` by default.
  init(
    _ number: WrittenNumber.Reading, by factor: Double = 1, limit: Double, largest: Double? = nil
  ) {
    unit = number.halfUnit * factor
    isCoarse = unit > limit
    room = number.decimals > 0 ? min(unit, largest ?? limit) : 0
  }

  func verdict(_ distance: Double, allowed: Double) -> Outcome.Verdict {
    // A distance that is not a number is never within any room.
    guard distance <= allowed + max(unit, room) else { return .failed }
    if isCoarse { return .doubtful }
    return distance <= allowed + room ? .passed : .failed
  }
}
