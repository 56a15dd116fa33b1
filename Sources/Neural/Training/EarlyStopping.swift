/// `keras.callbacks.EarlyStopping`.
public struct EarlyStopping: Hashable, Codable, Sendable {
  /// A series of the history: `val_loss`, `loss`, `val_accuracy`, ...
  public var monitor: String
  public var patience: Int
  public var minDelta: Double
  public var restoreBestWeights: Bool

  public init(
    monitor: String = "val_loss", patience: Int = 0, minDelta: Double = 0,
    restoreBestWeights: Bool = false
  ) {
    self.monitor = monitor
    self.patience = patience
    self.minDelta = minDelta
    self.restoreBestWeights = restoreBestWeights
  }
}

/// The state of `keras.callbacks.EarlyStopping` (Keras 3): the best value so far and how long ago.
struct EarlyStoppingMonitor {
  struct Best {
    var epoch: Int
    var value: Double
    var weights: [[Float]]
  }

  private let rule: EarlyStopping
  private var wait = 0
  private(set) var best: Best?

  init(_ rule: EarlyStopping) {
    self.rule = rule
  }

  var monitor: String { rule.monitor }
  var restoresBest: Bool { rule.restoreBestWeights }
  /// Larger is better for an accuracy.
  private var wantsMore: Bool { rule.monitor.hasSuffix("accuracy") }

  /// Whether training ends with this epoch (counted from 1).
  mutating func shouldStop(after epoch: Int, value: Double, weights: () -> [[Float]]) -> Bool {
    wait += 1
    if isBetter(value) {
      best = Best(epoch: epoch, value: value, weights: restoresBest ? weights() : [])
      wait = 0
      return false
    }
    return wait >= rule.patience && epoch > 1
  }

  private func isBetter(_ value: Double) -> Bool {
    guard let best else { return true }
    return wantsMore ? value - rule.minDelta > best.value : value + rule.minDelta < best.value
  }
}
