import Neural
import Tensors
import Testing

@testable import struct Neural.EarlyStoppingMonitor

@Suite struct EarlyStoppingTests {
  /// The epoch after which a series of values ends the training, and the best one.
  private func run(_ rule: EarlyStopping, _ values: [Double]) -> (stopped: Int?, best: Int?) {
    var monitor = EarlyStoppingMonitor(rule)
    for (index, value) in values.enumerated()
    where monitor.shouldStop(after: index + 1, value: value, weights: { [] }) {
      return (index + 1, monitor.best?.epoch)
    }
    return (nil, monitor.best?.epoch)
  }

  @Test func patience() {
    let values = [5.0, 4, 4.5, 4.2, 4.1, 3.9, 4, 4, 4]
    #expect(run(EarlyStopping(patience: 3), values) == (5, 2))
    #expect(run(EarlyStopping(patience: 4), values) == (nil, 6))
    #expect(run(EarlyStopping(patience: 0), values) == (3, 2))
  }

  @Test func minDelta() {
    #expect(run(EarlyStopping(patience: 1, minDelta: 0.5), [5, 4.6, 4.4]) == (2, 1))
    #expect(run(EarlyStopping(patience: 1, minDelta: 0.5), [5, 4.4, 3]) == (nil, 3))
  }

  @Test func accuracyIsToGrow() {
    let rule = EarlyStopping(monitor: "val_accuracy", patience: 1)
    #expect(run(rule, [0.5, 0.6, 0.6]) == (3, 2))
  }

  @Test func theBestWeightsComeBack() throws {
    // A learning rate that overshoots: the loss falls, then rises.
    let model = try TestModels.model([1], [Dense(units: 1)])
    let line = TestModels.line(count: 16)
    let result = model.fit(
      line, optimizer: SGD(learningRate: 0.3, momentum: 0.9), loss: .meanSquaredError,
      options: TestModels.options(
        epochs: 100, validation: line,
        earlyStopping: EarlyStopping(patience: 2, restoreBestWeights: true)))
    let losses = try #require(result.history["val_loss"])
    let stopped = try #require(result.history.stoppedEpoch)
    let restored = try #require(result.history.restoredEpoch)
    #expect(stopped == losses.count && stopped == restored + 2)
    #expect(losses[restored - 1] == losses.min())
    #expect(model.evaluate(line, loss: .meanSquaredError).loss == losses[restored - 1])
  }
}
