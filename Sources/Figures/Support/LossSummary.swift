import Lessons

/// What a loss curve says in a few numbers.
struct LossSummary {
  let curve: LossCurve
  let first: Double
  let last: Double
  /// From when on 99 % of the drop from the first to the last has happened; nil where the loss did
  /// not drop.
  var settling: LossCurve.Arrival? { curve.settling(0.99) }
  /// The number of losses before the first that is no number.
  let count: Int
  /// The smallest loss and its epoch (from 1).
  let least: (loss: Double, epoch: Int)
  /// Whether all losses are equal.
  let isFlat: Bool

  /// Summarises the losses before the first that is not finite; nil if there is none.
  init?(_ history: [Double]) {
    curve = LossCurve(history)
    let losses = curve.losses
    guard let first = losses.first, let last = losses.last,
      let lowest = losses.indices.min(by: { losses[$0] < losses[$1] })
    else { return nil }
    count = losses.count
    least = (losses[lowest], lowest + 1)
    isFlat = losses.allSatisfy { $0 == first }
    self.first = first
    self.last = last
  }

  /// How the loss went, in a sentence or two.
  ///
  /// - Parameter saysWhen: also from which epoch on most of it had happened, and where the loss was
  ///   there much earlier and left again.
  func sentence(_ context: FigureContext, saysWhen: Bool = false) -> String {
    let ends = [first, last].map(context.lossQuantity)
    let settling = settling
    let course = course(context, ends, saysWhen)
    let arguments = [
      "first": ends[0], "last": ends[1], "epochs": context.count(count, .epochs),
      "settles": settling.map { context.numbers.string($0.epoch) } ?? "",
      "touches": settling.map { context.numbers.string($0.firstEpoch) } ?? "",
      "rebound": settling?.rebound.map(context.lossQuantity) ?? "",
    ]
    let rebounds = course == "drops" && settling?.hasRebound == true
    return context.joined([
      context.phrase("loss.insight.\(course)", arguments),
      rebounds ? context.phrase("loss.insight.rebounds", arguments) : nil,
    ])
  }

  private func course(_ context: FigureContext, _ ends: [String], _ saysWhen: Bool) -> String {
    if count == 1 { return context.divergenceSentence == nil ? "single" : "first" }
    if isFlat { return "flat" }
    if ends[0] == ends[1] { return "returns" }
    guard let settling else { return "rises" }
    return saysWhen && settling.epoch < count ? "drops" : "falling"
  }

  /// Whether the last loss exceeds the smallest by more than 1 % of the total change.
  var endsAboveLeast: Bool { last - least.loss > 0.01 * (max(first, last) - least.loss) }
}
