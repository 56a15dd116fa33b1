/// A loss curve in a few numbers.
struct LossSummary {
  let first: Double
  let last: Double
  /// The epoch (from 1) at which 99 % of the drop from first to last loss has happened; nil if the
  /// loss did not drop.
  let settles: Int?
  /// The number of losses before the first that is not finite.
  let count: Int
  /// The smallest loss and its epoch (from 1).
  let least: (loss: Double, epoch: Int)
  /// Whether all losses are equal.
  let isFlat: Bool

  /// Summarises the losses before the first that is not finite; nil if there is none.
  init?(_ history: [Double]) {
    let losses = history.prefix { $0.isFinite }
    guard let first = losses.first, let last = losses.last,
      let lowest = losses.indices.min(by: { losses[$0] < losses[$1] })
    else { return nil }
    count = losses.count
    least = (losses[lowest], lowest + 1)
    isFlat = losses.allSatisfy { $0 == first }
    self.first = first
    self.last = last
    let drop = first - last
    settles =
      drop > 0
      ? losses.firstIndex { first - $0 >= 0.99 * drop }.map { $0 + 1 } : nil
  }

  /// Describes the course of the loss in a sentence.
  ///
  /// - Parameter saysWhen: adds the epoch by which most of the drop had happened.
  func sentence(_ context: FigureContext, saysWhen: Bool = false) -> String {
    let ends = [first, last].map(context.lossQuantity)
    let arguments = [
      "first": ends[0], "last": ends[1], "epochs": context.count(count, .epochs),
      "settles": settles.map { context.numbers.string($0) } ?? "",
    ]
    return context.phrase("loss.insight.\(course(context, ends, saysWhen))", arguments)
  }

  private func course(_ context: FigureContext, _ ends: [String], _ saysWhen: Bool) -> String {
    if count == 1 { return context.divergenceSentence == nil ? "single" : "first" }
    if isFlat { return "flat" }
    if ends[0] == ends[1] { return "returns" }
    guard let settles else { return "rises" }
    return saysWhen && settles < count ? "drops" : "falling"
  }

  /// Whether the last loss exceeds the smallest by more than 1 % of the total change.
  var endsAboveLeast: Bool { last - least.loss > 0.01 * (max(first, last) - least.loss) }
}
