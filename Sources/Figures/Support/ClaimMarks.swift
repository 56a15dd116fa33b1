import Drawing

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
