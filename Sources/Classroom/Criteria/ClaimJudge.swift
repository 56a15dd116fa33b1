import Lessons
import Neural

/// How far a claimed number may be from what training gives without anybody having erred.
///
/// Everybody rounds, so half a unit of the last digit written is always allowed. Beside it, a two
/// hundredth of the spread of the targets, which no one can see in a plot; for weights and losses one
/// part in two hundred of the value.
struct ClaimJudge {
  static let share = 0.005

  private let training: StudentTraining
  private let study: RegressionStudy?

  init(_ training: StudentTraining) {
    self.training = training
    study = training.result.regression
  }

  /// Where a claim is accepted.
  func allowed(
    _ quantity: Criterion.Quantity, _ tolerance: Exercise.Tolerance, _ claimed: ClaimedNumber
  ) -> ClosedRange<Double> {
    let own = training.value(of: quantity) ?? 0
    var range = own...own
    var room = claimed.halfUnit
    switch tolerance {
    case .absolute(let distance): room += distance
    case .relative(let part): room += abs(own) * part
    case .seeds:
      range = training.range(of: quantity) ?? range
      // Two per cent of what the seeds leave open.
      room += 0.02 * (range.upperBound - range.lowerBound) + slack(quantity, near: own)
    }
    return range.lowerBound - room...range.upperBound + room
  }

  private func slack(_ quantity: Criterion.Quantity, near value: Double) -> Double {
    switch quantity {
    case .prediction: Self.share * spread
    case .weight, .bias, .loss: Self.share * max(abs(value), 0.02 * spread)
    }
  }

  private var spread: Double {
    let targets = study?.targets ?? []
    guard let least = targets.min(), let most = targets.max() else { return 0 }
    return most - least
  }

  /// What the claimed weight and bias give for the asked input, through the lesson's layers, and
  /// where the claimed prediction must be then: each number may be rounded.
  func computed(
    weight: ClaimedNumber, bias: ClaimedNumber, prediction: ClaimedNumber
  ) -> (value: Double, allowed: ClosedRange<Double>) {
    let scaled = scaledInput
    let value = scaled * weight.value + bias.value
    let room =
      prediction.halfUnit + abs(scaled) * weight.halfUnit + bias.halfUnit + Self.share * spread
    return (value, value - room...value + room)
  }

  /// The asked input as the neuron sees it: normalised where the lesson normalises.
  private var scaledInput: Double {
    let input = training.result.predictions.first?.input.first ?? 0
    let arrays = training.result.weights.first?.arrays ?? []
    guard let mean = arrays.first(where: { $0.name == "mean" })?.values.first,
      let variance = arrays.first(where: { $0.name == "variance" })?.values.first
    else { return input }
    return (input - Double(mean)) / max(Double(variance).squareRoot(), 1e-7)
  }

  /// The least loss that any line can have on the student's data, where the claimed one is below.
  func impossiblyLow(_ loss: ClaimedNumber) -> Double? {
    guard training.hasSquaredLoss, let least = study?.leastSquares?.meanSquaredError
    else { return nil }
    return loss.value + loss.halfUnit < least * (1 - Self.share) - 1e-9 ? least : nil
  }
}
