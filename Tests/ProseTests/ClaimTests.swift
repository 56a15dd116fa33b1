import Lessons
import Neural
import TestSupport
import Testing

@testable import Prose

/// Data that would make a claim false, and that it is not made of them.
@Suite struct ClaimTests {
  private func isTrue(_ fact: String, _ results: LessonResult...) throws -> Bool {
    let values = try Fixture.values(results)
    #expect(values.names.isFact("facts.\(fact)", in: results[0].lesson), "\(fact) is unknown")
    return values.isTrue("facts.\(fact)", in: results[0].lesson)
  }

  private func text(_ name: String, _ results: LessonResult...) throws -> String {
    try Fixture.values(results).text(name, format: nil, in: results[0].lesson)
  }

  private func changed(
    _ result: LessonResult, _ change: (inout LessonResult) -> Void
  ) -> LessonResult {
    var result = result
    change(&result)
    return result
  }

  // MARK: Courses

  /// Through the data and back: below 1 in epoch 3, there for good from 6 on.
  private let overshoot = Fixture.celsiusResult(losses: [100, 20, 0.5, 60, 8, 0.7, 0.6, 0.6])

  @Test func `a first crossing is no arrival`() throws {
    #expect(try text("loss.below.1", overshoot) == "6")
    #expect(try text("loss.first_below.1", overshoot) == "3")
    #expect(try text("loss.rebound.1", overshoot) == "60")
    #expect(try text("loss.settles", overshoot) == "6")
    #expect(try isTrue("reaches.1", overshoot) && isTrue("rebounds.1", overshoot))
    #expect(try !isTrue("settled.5", overshoot) && isTrue("settled.6", overshoot))
    let left = Fixture.celsiusResult(losses: [100, 0.5, 60])
    #expect(try !isTrue("reaches.1", left) && !isTrue("rebounds.1", left))
    #expect(try text("loss.below.1", left) == "–")
    let plain = Fixture.celsiusResult(losses: [100, 20, 0.5, 0.4])
    #expect(try !isTrue("rebounds.1", plain))
  }

  @Test func `a training that diverged arrives nowhere`() throws {
    let diverged = changed(overshoot) { $0.history.divergence = Divergence(epoch: 9, step: 1) }
    #expect(try !isTrue("reaches.1", diverged) && !isTrue("settled.8", diverged))
    #expect(try text("loss.settles", diverged) == "–")
  }

  @Test func `a loss that rises does not fall`() throws {
    #expect(try isTrue("loss_falls", overshoot))
    for losses in [[1.0, 2], [2.0, 1, 2], [3.0]] {
      let result = Fixture.celsiusResult(losses: losses)
      #expect(try !isTrue("loss_falls", result))
      #expect(try text("loss.settles", result) == "–")
    }
  }

  @Test func `jitter is more than one rise`() throws {
    let falling = (0..<20).map { 100 - Double($0) }
    #expect(try !isTrue("loss_jitters", Fixture.celsiusResult(losses: falling)))
    let shaking = falling.enumerated().map { $0.offset % 2 == 0 ? $0.element : $0.element + 3 }
    #expect(try isTrue("loss_jitters", Fixture.celsiusResult(losses: shaking)))
    #expect(try !isTrue("loss_jitters", Fixture.celsiusResult(losses: [1, 2, 1, 2])))
  }

  @Test(arguments: [
    // The wiggle of the bundled images: one epoch after the least.
    [0.2653, 0.2669, 0.2694, 0.2664, 0.2569, 0.2562, 0.2656],
    // To and fro about a level.
    [0.3, 0.2, 0.3, 0.2, 0.3, 0.2, 0.3, 0.3, 0.3, 0.2],
    // Risen, and made good before the end.
    [0.4, 0.3, 0.35, 0.36, 0.37, 0.31],
    // As much as it had risen before and made good.
    [0.4, 0.36, 0.42, 0.35, 0.37, 0.38, 0.39],
    [0.3, 0.3, 0.3, 0.3, 0.3], [0.3], [0.3, 0.4], [0.4, 0.3, 0.2, 0.1],
    // Two per cent and less.
    [0.4, 0.3, 0.304, 0.305, 0.305], [0.4, 0.3, .nan, 0.5, 0.5, 0.5],
  ])
  func `a wiggle is no overfitting`(_ validation: [Double]) throws {
    let result = Fixture.fashionResult(
      losses: validation.indices.map { 1 / Double($0 + 1) }, validation: validation)
    #expect(try !isTrue("val_loss_rises", result))
  }

  @Test func `validation stalls where training alone goes on`() throws {
    let losses = [1.0, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]
    func stalls(_ validation: [Double]) throws -> Bool {
      try isTrue(
        "validation_stalls", Fixture.fashionResult(losses: losses, validation: validation))
    }
    #expect(try stalls([1, 0.8, 0.6, 0.55, 0.55, 0.54, 0.55, 0.55]))
    #expect(try !stalls([1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]))
    #expect(try !isTrue("validation_stalls", Fixture.fashionResult()))
  }

  // MARK: Tables

  @Test func `few rows beat no baseline by a little`() throws {
    let mean = Fixture.celsiusResult(weight: 0, bias: 40.4)
    let nearly = changed(mean) { $0.regression?.baselineMeanSquaredError = 2500 }
    #expect(try !isTrue("beats_baseline", nearly))
    let one = changed(Fixture.normalizedResult()) {
      $0.regression?.isTest = [true, false, false, false, false, false, false]
    }
    #expect(try !isTrue("beats_baseline", one))
  }

  @Test func `a table of tenths is not rounded to whole degrees`() throws {
    let tenths = Fixture.celsiusResult(targets: [-40, 14.1, 32, 46.4, 59, 71.6, 100.4])
    #expect(try !isTrue("rounded_table", tenths) && !isTrue("exact_table", tenths))
  }

  @Test func `chance and a constant do not correlate`() throws {
    let level = Fixture.celsiusResult(targets: [5, 5, 5, 5, 5, 5, 5])
    #expect(try !isTrue("correlates", level) && !isTrue("correlates_little", level))
    #expect(try text("correlation", level) == "–")
    let two = changed(Fixture.celsiusResult()) {
      $0.regression?.inputs = [[1], [2]]
      $0.regression?.targets = [3, 4]
      $0.regression?.isTest = [false, false]
    }
    #expect(try !isTrue("correlates", two))
    let scattered = Fixture.celsiusResult(targets: [5, -3, 4, -2, 6, -1, 2])
    #expect(try isTrue("correlates_little", scattered) && isTrue("scatters", scattered))
    #expect(try !isTrue("scatters", Fixture.celsiusResult()))
  }

  @Test func `near is measured by the spread of the targets`() throws {
    // Around a million, half a per cent of the value is all that the targets vary by.
    let high = changed(
      Fixture.celsiusResult(weight: 0, bias: 1_000_000, targets: Fixture.rounded.map { $0 + 1e6 })
    ) {
      $0.regression?.leastSquares = LinearFit(
        coefficients: [1.8], intercept: 1_000_032, meanSquaredError: 0.06)
    }
    #expect(try !isTrue("near_least_squares.100", high))
    #expect(try isTrue("near_least_squares.-40", Fixture.celsiusResult()))
  }

  @Test func `errors all nought have no wrong bias`() throws {
    let right = Fixture.celsiusResult(targets: Fixture.inputs.map { 1.8 * $0 + 4.5 })
    #expect(try !isTrue("untrained_same_error", right))
    let one = changed(Fixture.celsiusResult()) {
      $0.regression?.inputs = [[3]]
      $0.regression?.targets = [7]
      $0.regression?.isTest = [false]
    }
    #expect(try !isTrue("untrained_same_error", one))
  }

  @Test func `parts of a gap that pull apart do not make it up`() throws {
    // Least squares below the law, the network above least squares.
    let beyond = changed(Fixture.celsiusResult()) { $0.predictions[0].output = [211.8] }
    #expect(try !isTrue("gap_is_data.100", beyond))
  }

  // MARK: Siblings, seeds and classes

  @Test func `the faster one is faster by a tenth`() throws {
    let slow = Fixture.celsiusResult(losses: Array(repeating: 9, count: 20) + [0.5])
    func hidden(_ count: Int) -> LessonResult {
      Fixture.hiddenResult(losses: Array(repeating: 9, count: count) + [0.5])
    }
    #expect(try isTrue("hidden_faster", hidden(10), slow))
    #expect(try !isTrue("hidden_faster", hidden(19), slow))
    let bouncing = Fixture.hiddenResult(losses: [9, 0.5] + Array(repeating: 9, count: 18) + [0.5])
    #expect(try !isTrue("hidden_faster", bouncing, slow))
    #expect(try isTrue("worse_error", Fixture.hiddenResult(losses: [9]), Fixture.celsiusResult()))
    #expect(try !isTrue("worse_error", Fixture.hiddenResult(losses: []), Fixture.celsiusResult()))
  }

  @Test func `one seed agrees with nobody`() throws {
    var result = Fixture.celsiusResult()
    result.seedStudy = SeedStudy(
      seeds: [1], losses: [0.06], predictions: [[[211.7], [32], [-40], [97.6]]],
      weights: [[1.8, 32]])
    #expect(try !isTrue("seeds_agree.0", result))
    result.seedStudy = Fixture.seedStudy
    #expect(try !isTrue("seeds_at_least_squares.100", result))
    #expect(try isTrue("seeds_at_least_squares.-40", result))
    result.seedStudy?.predictions[1] = [[.nan], [.nan], [.nan], [.nan]]
    #expect(try !isTrue("seeds_agree.-40", result))
    #expect(try text("seeds.predict.0.high", result) == "32")
  }

  @Test func `tied classes are all named`() throws {
    let fashion = Fixture.fashionResult()
    #expect(try text("best_class.name", fashion) == "Playera/top y Pantalón")
    #expect(try isTrue("one_worst_class", fashion))
    let tied = Fixture.fashionResult(predicted: [1, 0, 2, 2])
    #expect(try text("worst_class.name", tied) == "Playera/top y Pantalón")
    #expect(try !isTrue("one_worst_class", tied))
    #expect(try text("worst_class.confused_with", tied) == "–")
  }

  @Test func `no image makes no perfect network, and one no dead one`() throws {
    let none = changed(Fixture.fashionResult()) {
      $0.classification?.testLabels = []
      $0.classification?.testPredicted = []
      $0.classification?.testConfidence = []
    }
    #expect(try !isTrue("no_errors", none))
    let one = changed(Fixture.fashionResult()) {
      $0.classification?.testLabels = [1]
      $0.classification?.testPredicted = [1]
      $0.classification?.testConfidence = [0.5]
    }
    #expect(try !isTrue("dead_units", one))
  }

  @Test(arguments: [(1.0, 10, 13.877), (0.5, 10_000, 0.9798), (0.0, 4, 24.495)])
  func `a margin is never nought`(_ share: Double, _ count: Int, _ about: Double) throws {
    let margin = try #require(Statistics.margin(share, of: count))
    #expect(abs(margin - about) < 0.001 * about, "\(margin)")
  }
}
