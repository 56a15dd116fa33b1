/// What a loss curve says in a few numbers.
struct LossSummary {
  let first: Double
  let last: Double
  /// The epoch (from 1) by which 99 % of the drop from the first to the last has happened; nil where
  /// the loss did not drop.
  let settles: Int?
  /// The number of losses before the first that is no number.
  let count: Int
  /// The least loss and its epoch (from 1).
  let least: (loss: Double, epoch: Int)
  /// No epoch's loss differs from the first.
  let isFlat: Bool

  /// Of the losses before the first that is no number; nil without one.
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

  /// How the loss went, in a sentence.
  ///
  /// - Parameter saysWhen: also by which epoch most of it had happened.
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

  /// The loss ends above its least by more than a hundredth of what it moved in all.
  var endsAboveLeast: Bool { last - least.loss > 0.01 * (max(first, last) - least.loss) }
}
