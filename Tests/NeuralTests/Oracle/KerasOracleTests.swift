import Foundation
import Testing

@testable import Neural

/// The engine trains what Keras trained, from the same weights and in the same order.
@Suite struct KerasOracleTests {
  /// Fixtures that were trained.
  static let trained = KerasFixture.names.filter { $0 != "dropout-off" }

  @Test("the list of fixtures is the folder's")
  func everyFixture() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: KerasFixture.folder.path)
    #expect(files.sorted() == KerasFixture.names.map { $0 + ".json" }.sorted())
  }

  @Test("the loss of every step", arguments: trained)
  func losses(_ name: String) throws {
    let fixture = try KerasFixture.load(name)
    let (_, result) = try Self.train(fixture)
    let steps = fixture.losses.count
    try #require(result.batchLosses.count >= steps)
    let worst = (1...steps).map { step in
      let expected = fixture.losses[step - 1]
      let error = abs(result.batchLosses[step - 1] - expected) / abs(expected)
      return (step: step, share: error / fixture.tolerance(ofStep: step))
    }.max { $0.share < $1.share }!
    #expect(worst.share <= 1, "step \(worst.step) is the worst")
  }

  @Test("the weights after training", arguments: trained)
  func weights(_ name: String) throws {
    let fixture = try KerasFixture.load(name)
    let (model, _) = try Self.train(fixture)
    let found = model.weights
    #expect(found.map(\.values.count) == fixture.finalWeights.map(\.count))
    for (array, expected) in zip(found, fixture.finalWeights) {
      let scale = max(expected.map(abs).max() ?? 0, 0.01)
      let worst = zip(array.values, expected).map { abs($0 - $1) }.max() ?? 0
      #expect(
        worst / scale <= fixture.weightTolerance, "\(array.layer) \(array.name): \(worst / scale)")
    }
  }

  @Test("the history", arguments: trained)
  func history(_ name: String) throws {
    let fixture = try KerasFixture.load(name)
    let (_, result) = try Self.train(fixture)
    #expect(Set(result.history.series.map(\.name)) == Set(fixture.history.keys))
    let steps = (fixture.training.inputs.count + fixture.batchSize - 1) / fixture.batchSize
    for (key, expected) in fixture.history {
      let found = try #require(result.history[key])
      #expect(found.count == expected.count)
      // As tight as the epoch's last step; a share of right answers must be the same.
      let epochs = min(expected.count, fixture.losses.count / steps)
      for epoch in 0..<epochs {
        let tolerance = fixture.tolerance(ofStep: max(2, (epoch + 1) * steps))
        let allowed = key.hasSuffix("accuracy") ? 1e-6 : tolerance * abs(expected[epoch])
        let error = abs(found[epoch] - expected[epoch])
        guard error > allowed else { continue }
        Issue.record("\(key), epoch \(epoch + 1): \(found[epoch]), not \(expected[epoch])")
        break
      }
    }
  }

  @Test("predictions with Keras's weights", arguments: KerasFixture.names)
  func predictions(_ name: String) throws {
    let fixture = try KerasFixture.load(name)
    let model = try fixture.model()
    model.setWeights(fixture.finalWeights)
    let found = model.predict(fixture.training.inputs)
    let scale = fixture.predictions.map(abs).max()!
    #expect(found.count == fixture.predictions.count)
    let worst = zip(found, fixture.predictions).map { abs($0 - $1) }.max()!
    #expect(worst / scale <= 1e-5)
  }

  @Test("evaluation with Keras's weights", arguments: KerasFixture.names)
  func evaluation(_ name: String) throws {
    let fixture = try KerasFixture.load(name)
    let model = try fixture.model()
    model.setWeights(fixture.finalWeights)
    let found = model.evaluate(fixture.training, loss: fixture.loss, metrics: fixture.metrics)
    let expected = fixture.evaluation
    #expect(abs(found.loss / expected["loss"]! - 1) <= 1e-4)
    #expect((found.accuracy == nil) == (expected["accuracy"] == nil))
    if let accuracy = expected["accuracy"] {
      #expect(abs(found.accuracy! - accuracy) <= 1e-6)
    }
    #expect((found.meanAbsoluteError == nil) == (expected["mean_absolute_error"] == nil))
    if let error = expected["mean_absolute_error"] {
      #expect(abs(found.meanAbsoluteError! / error - 1) <= 1e-5)
    }
  }

  @Test("early stopping", arguments: ["early-stopping", "early-stopping-accuracy"])
  func earlyStopping(_ name: String) throws {
    let fixture = try KerasFixture.load(name)
    let (_, result) = try Self.train(fixture)
    let rule = try #require(fixture.earlyStopping?.rule)
    let epochs = try #require(fixture.history["loss"]?.count)
    #expect(epochs < fixture.epochs)
    #expect(result.history["loss"]?.count == epochs)
    #expect(result.history.stoppedEpoch == epochs)
    #expect(result.history.restoredEpoch == (rule.restoreBestWeights ? fixture.lastEpoch : nil))
  }

  @Test("Normalization fits the training data as Keras's adapt does")
  func adapt() throws {
    let fixture = try KerasFixture.load("normalized")
    let model = try fixture.model()
    model.adapt(to: fixture.training.inputs)
    for (array, expected) in zip(model.weights, fixture.initialWeights.prefix(2)) {
      for (found, value) in zip(array.values, expected) {
        #expect(abs(found - value) <= 1e-5 * max(abs(value), 1))
      }
    }
  }

  static func train(_ fixture: KerasFixture) throws -> (model: Sequential, result: FitResult) {
    let model = try fixture.model()
    model.setWeights(fixture.initialWeights)
    var options = FitOptions.inOrder(epochs: fixture.epochs)
    options.batchSize = fixture.batchSize
    options.validation = fixture.validation
    options.earlyStopping = fixture.earlyStopping?.rule
    options.batchLossLimit = fixture.losses.count
    let result = model.fit(
      fixture.training, optimizer: try fixture.optimizer.optimizer(), loss: fixture.loss,
      metrics: fixture.metrics, options: options
    ) { _ in true }
    return (model, result)
  }
}
