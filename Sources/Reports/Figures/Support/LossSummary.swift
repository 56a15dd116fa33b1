/// What a loss curve says in a few numbers.
struct LossSummary {
  let first: Double
  let last: Double
  /// The epoch (from 1) by which 99 % of the drop from the first to the last has happened; nil where
  /// the loss did not drop.
  let settles: Int?

  /// Nil without a value.
  init?(_ losses: [Double]) {
    guard let first = losses.first, let last = losses.last else { return nil }
    self.first = first
    self.last = last
    let drop = first - last
    settles =
      drop > 0
      ? losses.firstIndex { first - $0 >= 0.99 * drop }.map { $0 + 1 } : nil
  }
}
