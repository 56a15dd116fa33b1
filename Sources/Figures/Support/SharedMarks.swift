import Drawing
import Glibc
import Lessons

/// A claimed prediction as a hollow diamond.
struct ClaimMarks {
  /// Drawn below the prediction's own cross, which stays readable if both agree.
  private(set) var below: [any Mark] = []
  /// Its text.
  private(set) var above: [any Mark] = []
  /// The sentence added to the figure's texts; nil without a claim.
  private(set) var sentence: String?

  /// A claim farther from the targets than this many times their range is not drawn: it would
  /// flatten everything else into a line.
  private static let reach = 2.0

  init(_ context: FigureContext, _ points: TablePoints) {
    guard let claim = context.claim, let input = claim.input.first else { return }
    let target = points.study.targetName
    let arguments = [
      "input": context.quantity(input, points.inputName),
      "output": context.quantity(claim.output, target),
    ]
    let values = points.study.targets + context.trained.predictions.map { Double($0.output[0]) }
    let range = Extent.range(values) ?? 0...0
    let room = Self.reach * max(range.upperBound - range.lowerBound, 1e-9)
    guard (range.lowerBound - room...range.upperBound + room).contains(claim.output) else {
      sentence = context.phrase("prediction.claimFar", arguments)
      return
    }
    sentence = context.phrase("prediction.claimDrawn", arguments)
    let label = context.phrase("prediction.claim")
    below = [
      PointMark([input], [claim.output], label: label, series: 3, isHollow: true, size: 24)
    ]
    above = [
      LabelMark(
        x: input, y: claim.output,
        text: "\(label): \(context.quantity(claim.output, target))", clearance: 13)
    ]
  }
}

/// The values of seeds as points in one row each, shifted up and down a little so that equal ones
/// can be counted.
struct SeedPoints {
  let row: Int

  /// The vertical shift as a fraction of the row's height, in total 0.5.
  private func offset(_ index: Int, of count: Int) -> Double {
    guard count > 1 else { return 0 }
    // Moves neighbouring seeds far apart: 7 is coprime to every count up to 50 except its
    // multiples.
    let place = (index * (count % 7 == 0 ? 5 : 7)) % count
    return (Double(place) / Double(count - 1) - 0.5) * 0.5
  }

  /// The values at `indices` as points.
  func mark(
    _ values: [Double], at indices: [Int], label: String?, series: Int, isHollow: Bool
  ) -> PointMark {
    PointMark(
      indices.map { values[$0] },
      indices.map { Double(row) + offset($0, of: values.count) }, label: label, series: series,
      isHollow: isHollow, size: 6.5)
  }
}

extension LineMark {
  /// A series over epochs 1, 2, ...; a short one has points.
  static func byEpoch(_ values: [Double], label: String?, series: Int = 0) -> LineMark {
    LineMark(
      values.indices.map { Double($0 + 1) }, values, label: label, series: series,
      showsPoints: values.count <= 30)
  }

  /// Many curves over the same inputs as one mark, without individual names.
  static func fan(
    _ xs: [Double], _ curves: [[Double]], label: String?, series: Int, width: Double = 1
  ) -> LineMark {
    // A NaN separates one curve from the next.
    LineMark(
      curves.flatMap { _ in xs + [.nan] }, curves.flatMap { $0 + [.nan] }, label: label,
      series: series, width: width, isSolid: true)
  }
}

extension FigureContext {
  /// Epochs from 1; logarithmic, and said so, where all curves settle within the first tenth of
  /// many: the rest would be a level line.
  func epochAxis(_ curves: [[Double]], tickLimit: Int? = nil) -> Axis {
    let longest = curves.map(\.count).max() ?? 0
    let settled = curves.compactMap { LossCurve($0).settling(0.99)?.epoch }
    guard longest >= 50, settled.count == curves.count, settled.max() ?? longest <= longest / 10
    else {
      return Axis(phrase("axis.epoch"), isWhole: true, tickLimit: tickLimit, numbers: numbers)
    }
    return Axis(
      phrase("axis.epochLogarithmic"), .logarithmic,
      domain: pow(Double(longest), -0.04)...Double(longest), isWhole: true,
      tickLimit: 5, numbers: numbers)
  }
}
