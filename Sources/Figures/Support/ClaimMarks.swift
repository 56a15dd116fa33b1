import Drawing

/// What somebody claims that the network says, as a hollow diamond round the place.
struct ClaimMarks {
  /// Below the prediction's own cross, which stays readable where both agree.
  private(set) var below: [any Mark] = []
  /// Its words.
  private(set) var above: [any Mark] = []
  /// What the figure's texts add; nil without a claim.
  private(set) var sentence: String?

  /// A claim farther from the targets than so many times their spread would make the rest a line.
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
