/// The losses of a training by epoch, and from which epoch on a statement about them holds.
///
/// A first crossing is no arrival: large rates and small batches cross a level and swing back.
public struct LossCurve: Equatable, Sendable {
  /// Those before the first that is no finite number.
  public let losses: [Double]

  /// When a curve came to a level for good.
  public struct Arrival: Equatable, Sendable {
    /// The epoch, from 1, from which on it stays there until the last one.
    public var epoch: Int
    /// The first epoch in which it was there: `epoch` or an earlier one.
    public var firstEpoch: Int
    /// The greatest loss between the two; nil where they are the same.
    public var rebound: Double?

    /// It was there much earlier, and left again: more than two epochs and a twentieth of the way.
    public var hasRebound: Bool { epoch - firstEpoch > max(2, epoch / 20) }
  }

  public init(_ history: [Double]) {
    losses = Array(history.prefix { $0.isFinite })
  }

  /// Nil where the last loss is not below `level`.
  public func arrival(below level: Double) -> Arrival? { arrival { $0 < level } }

  /// When `part` of the drop from the first loss to the last had happened for good; nil where the
  /// loss did not drop.
  public func settling(_ part: Double) -> Arrival? {
    settledLevel(part).flatMap { level in arrival { $0 <= level } }
  }

  /// The loss at which `part` of the drop from the first to the last has happened.
  public func settledLevel(_ part: Double) -> Double? {
    guard let first = losses.first, let last = losses.last, last < first else { return nil }
    return first - part * (first - last)
  }

  private func arrival(_ isThere: (Double) -> Bool) -> Arrival? {
    guard let last = losses.last, isThere(last), let first = losses.firstIndex(where: isThere)
    else { return nil }
    let place = losses.lastIndex { !isThere($0) }.map { $0 + 1 } ?? 0
    return Arrival(
      epoch: place + 1, firstEpoch: first + 1, rebound: losses[min(first, place)..<place].max())
  }
}
