import Lessons
import Neural
import TestSupport
import Testing

@testable import Prose

/// Every fact, true and false, by data alone.
@Suite struct FactTests {
  private func isTrue(
    _ fact: String, _ results: LessonResult..., in lesson: String? = nil
  ) throws -> Bool {
    let owner = lesson ?? results[0].lesson
    let values = try Fixture.values(results)
    #expect(values.names.isFact("facts.\(fact)", in: owner), "\(fact) is unknown")
    return values.isTrue("facts.\(fact)", in: owner)
  }

  private func changed(
    _ result: LessonResult, _ change: (inout LessonResult) -> Void
  ) -> LessonResult {
    var result = result
    change(&result)
    return result
  }

  private let celsius = Fixture.celsiusResult()
  private let hidden = Fixture.hiddenResult()
  private let fashion = Fixture.fashionResult()

  @Test func training() throws {
    #expect(try isTrue("converged", celsius))
    #expect(try !isTrue("converged", Fixture.celsiusResult(losses: [3000, 10, 0.5, 0.07])))
    #expect(
      try !isTrue(
        "converged", changed(celsius) { $0.history.divergence = .init(epoch: 2, step: 1) }))
    #expect(try !isTrue("converged", fashion))
    // Three epochs are no evidence, and neither are five of which one jumps.
    #expect(try !isTrue("converged", Fixture.fashionResult(losses: [0.5, 0.301, 0.3])))
    #expect(try !isTrue("converged", Fixture.fashionResult(losses: [0.3])))
    #expect(try !isTrue("converged", Fixture.fashionResult(losses: [0.5, 0.3, 0.31, 0.3, 0.301])))
    #expect(
      try isTrue("converged", Fixture.fashionResult(losses: [0.5, 0.302, 0.301, 0.3, 0.301])))
    #expect(
      try isTrue(
        "still_improving", Fixture.celsiusResult(losses: (0..<20).map { 100 - Double($0) })))
    #expect(
      try !isTrue(
        "still_improving", Fixture.celsiusResult(losses: (0..<20).map { 100 - Double($0) / 10 })))
    #expect(
      try isTrue("diverged", changed(celsius) { $0.history.divergence = .init(epoch: 2, step: 1) }))
    #expect(try !isTrue("diverged", celsius))
    #expect(try isTrue("settled.2", celsius) && !isTrue("settled.1", celsius))
    #expect(try isTrue("has_epoch.4", celsius) && !isTrue("has_epoch.5", celsius))
    #expect(try isTrue("reaches.1", celsius) && !isTrue("reaches.0.01", celsius))
    #expect(try isTrue("single_batch", celsius) && !isTrue("single_batch", fashion))
    #expect(
      try isTrue(
        "short_batch",
        changed(celsius) {
          $0.stepsPerEpoch = 2; $0.batchSize = 4
        }))
    #expect(try !isTrue("short_batch", celsius) && !isTrue("short_batch", fashion))
    #expect(try isTrue("has_test", Fixture.normalizedResult()) && !isTrue("has_test", celsius))
    #expect(try isTrue("small_sample", celsius))
    #expect(try !isTrue("small_sample", changed(fashion) { $0.data.testRows = 30 }))
    #expect(try isTrue("stopped_early", changed(celsius) { $0.history.stoppedEpoch = 3 }))
    #expect(try !isTrue("stopped_early", celsius))
  }

  @Test func predictions() throws {
    #expect(try isTrue("extrapolates.100", celsius) && !isTrue("extrapolates.0", celsius))
    #expect(
      try isTrue("target_out_of_range.100", changed(celsius) { $0.predictions[0].output = [1833] }))
    #expect(try !isTrue("target_out_of_range.100", celsius))
    #expect(try isTrue("near_reference.100", celsius))
    #expect(
      try !isTrue("near_reference.100", changed(celsius) { $0.predictions[0].output = [214] }))
    #expect(try isTrue("near_least_squares.100", celsius))
    #expect(
      try !isTrue("near_least_squares.100", changed(celsius) { $0.predictions[0].output = [213] }))
    #expect(try isTrue("gap_is_data.100", celsius))
    #expect(try !isTrue("gap_is_data.100", changed(celsius) { $0.predictions[0].output = [211] }))
    #expect(try isTrue("late.1.100", celsius) && !isTrue("late.4.100", celsius))
  }

  @Test func tables() throws {
    #expect(try isTrue("beats_baseline", celsius))
    #expect(
      try !isTrue(
        "beats_baseline", changed(celsius) { $0.regression?.baselineMeanSquaredError = 0.01 }))
    let exact = Fixture.celsiusResult(targets: [-40, 14, 32, 46.4, 59, 71.6, 100.4])
    #expect(try isTrue("rounded_table", celsius) && !isTrue("rounded_table", exact))
    #expect(
      try !isTrue("rounded_table", Fixture.celsiusResult(targets: [-40, 14, 32, 46, 59, 72, 101])))
    #expect(try isTrue("exact_table", exact) && !isTrue("exact_table", celsius))
    #expect(try isTrue("correlates", celsius))
    #expect(try !isTrue("correlates", Fixture.celsiusResult(targets: [5, -3, 4, -2, 6, -1, 2])))
    #expect(try !isTrue("correlates", Fixture.celsiusResult(targets: [5, 5, 5, 5, 5, 5, 5])))
    #expect(try isTrue("linear_network", celsius) && isTrue("hidden_equals_line", hidden))
    #expect(try !isTrue("hidden_equals_line", changed(hidden) { $0.regression?.fitted[1] = 15 }))
    #expect(try isTrue("weights_near_reference", celsius))
    #expect(try !isTrue("weights_near_reference", Fixture.celsiusResult(weight: 1.75)))
    #expect(try !isTrue("weights_near_reference", Fixture.celsiusResult(bias: 30)))
  }

  @Test func siblings() throws {
    #expect(try isTrue("hidden_faster", hidden, celsius))
    #expect(try !isTrue("hidden_faster", Fixture.hiddenResult(losses: [9, 8, 0.5, 0.1]), celsius))
    #expect(try !isTrue("hidden_faster", Fixture.hiddenResult(losses: [9, 8, 5, 2]), celsius))
    #expect(try !isTrue("hidden_faster", hidden))
    #expect(try isTrue("same_error", hidden, celsius))
    #expect(try !isTrue("same_error", Fixture.hiddenResult(losses: [0.03]), celsius))
    #expect(try isTrue("better_error", Fixture.hiddenResult(losses: [0.03]), celsius))
    #expect(try !isTrue("better_error", hidden, celsius))
  }

  @Test func untrained() throws {
    #expect(try isTrue("untrained_same_error", celsius))
    let tilted = Fixture.celsiusResult(targets: [-40, 14, 32, 46, 59, 90, 100])
    #expect(try !isTrue("untrained_same_error", tilted))
    #expect(try isTrue("step_improves", celsius))
    #expect(
      try !isTrue(
        "step_improves",
        Fixture.celsiusResult(targets: [-67.5, -13.5, 4.5, 18.9, 31.5, 44.1, 72.91])))
    #expect(try isTrue("weight_moves_away", celsius))
    #expect(
      try !isTrue(
        "weight_moves_away",
        Fixture.celsiusResult(targets: [-67.5, -13.5, 4.5, 18.9, 31.5, 44.1, 72.9])))
  }

  @Test func images() throws {
    #expect(try isTrue("substitute_images", Fixture.fashionResult(kind: .drawnImages)))
    #expect(try !isTrue("substitute_images", fashion))
    #expect(try isTrue("balanced_classes", fashion))
    #expect(
      try !isTrue(
        "balanced_classes", changed(fashion) { $0.classification?.trainClassCounts[1] = 3 }))
    #expect(try isTrue("no_errors", Fixture.fashionResult(predicted: [0, 1, 2, 2])))
    #expect(try !isTrue("no_errors", fashion))
    #expect(try !isTrue("val_loss_rises", fashion) && !isTrue("accuracy_hides", fashion))
    let risen = Fixture.fashionResult(
      losses: [0.5, 0.4, 0.3, 0.2, 0.1], validation: [0.4, 0.31, 0.33, 0.36, 0.4],
      accuracies: [0.8, 0.85, 0.84, 0.85, 0.86])
    #expect(try isTrue("val_loss_rises", risen) && isTrue("accuracy_hides", risen))
    #expect(
      try !isTrue(
        "accuracy_hides",
        Fixture.fashionResult(
          validation: [0.4, 0.31, 0.33, 0.36, 0.4], accuracies: [0.8, 0.85, 0.8, 0.8, 0.84])))
    #expect(try isTrue("loss_keeps_falling", fashion))
    #expect(try !isTrue("loss_keeps_falling", Fixture.fashionResult(losses: [0.5, 0.2, 0.3])))
    // Nine points of four images are chance; of a thousand they are not.
    #expect(try !isTrue("accuracy_gap", fashion))
    #expect(try isTrue("accuracy_gap", changed(fashion) { $0.data.testRows = 1000 }))
    #expect(try !isTrue("accuracy_gap", Fixture.fashionResult(accuracies: [0.8, 0.85, 0.945])))
    #expect(try !isTrue("dead_units", fashion))
    #expect(
      try isTrue(
        "dead_units",
        changed(fashion) {
          $0.classification?.testPredicted = [1, 1, 1, 1]
          $0.classification?.testConfidence = [0.4, 0.4, 0.4, 0.4]
        }))
  }

  @Test func seeds() throws {
    var studied = celsius
    studied.seedStudy = Fixture.seedStudy
    #expect(try isTrue("seed_study", studied) && !isTrue("seed_study", celsius))
    // 1 % of 140 °F is 1.4 °F: for 100 °C the seeds are 1.2 °F apart, for 0 °C 2 °F.
    #expect(try isTrue("seeds_agree.100", studied) && !isTrue("seeds_agree.0", studied))
    #expect(try !isTrue("seeds_agree.100", celsius))
  }

  @Test func noFactGoesUntested() throws {
    let names = FactRules.all.map(\.pattern.text)
    #expect(names.count == Set(names).count)
    #expect(names.count == 49)
  }
}
