import Datasets
import Lessons

/// A mistake that a wrong number gives away.
///
/// A slip is named to the student and to the teacher; `slip: 5` in class.yaml gives it points.
enum Slip: String, CaseIterable {
  /// Weight and bias in each other's place.
  case swapped
  /// The weight and bias of the line through the table's own values, where the network sees
  /// normalized ones; or the prediction for an input that was not normalized.
  case notNormalized
  /// The root of a mean squared error.
  case root
  /// A share in percent, or the reverse.
  case percent

  /// How near a number must be to what the slip gives, as a share of it.
  private static let share = 0.01

  /// Returns nil if no known slip gives the claimed number.
  init?(
    _ quantity: Criterion.Quantity, _ claimed: WrittenNumber.Reading, _ training: StudentTraining
  ) {
    func isNear(_ value: Double?) -> Bool {
      guard let value, value.isFinite, value != 0 else { return false }
      let room = claimed.decimals > 0 ? min(claimed.halfUnit, Self.share * abs(value)) : 0
      return abs(claimed.value - value) <= Self.share * abs(value) + room
    }
    let own = training.value(of: quantity)
    guard let found = Self.allCases.first(where: { isNear($0.value(quantity, training)) }),
      // A number that is as near to the right one gives nothing away.
      !isNear(own)
    else { return nil }
    self = found
  }

  /// What somebody who makes this slip writes down.
  private func value(_ quantity: Criterion.Quantity, _ training: StudentTraining) -> Double? {
    let own = training.value(of: quantity)
    switch self {
    case .swapped:
      switch quantity {
      case .weight: return training.value(of: .bias)
      case .bias: return training.value(of: .weight)
      case .prediction, .loss: return nil
      }
    case .notNormalized:
      let arrays = training.result.weights.first?.arrays ?? []
      guard let mean = arrays.first(where: { $0.name == "mean" })?.values.first.map(Double.init),
        let variance = arrays.first(where: { $0.name == "variance" })?.values.first,
        variance > 0, let weight = training.value(of: .weight),
        let bias = training.value(of: .bias)
      else { return nil }
      let slope = weight / Double(variance).squareRoot()
      switch quantity {
      case .weight: return slope
      case .bias: return bias - slope * mean
      case .prediction:
        return training.result.predictions.first?.input.first.map { $0 * weight + bias }
      case .loss: return nil
      }
    case .root:
      guard quantity == .loss, training.hasSquaredLoss else { return nil }
      return own?.squareRoot()
    case .percent: return own.map { 100 * $0 }
    }
  }
}
