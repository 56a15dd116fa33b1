import Figures
import Lessons
import Neural

/// What may be claimed of a training's course. A claim needs more than its last wiggle: where the
/// epochs do not suffice there is none (nil).
extension LessonStudy {
  /// A line model has converged when its training loss is within 5 % of least squares' (or of a
  /// millionth of the targets' variance, where the line fits exactly); any other model when the
  /// losses of the last fifth of the epochs, at least four, lie within 1 % of one another.
  var hasConverged: Bool? {
    guard let losses = result.history["loss"], result.history.divergence == nil else {
      return false
    }
    if outline.needs.contains(.linear), training.compile.loss == .meanSquaredError,
      let best = regression?.leastSquares?.meanSquaredError
    {
      let variance = Statistics.deviation(trainingRows.map(\.target)).map { $0 * $0 } ?? 0
      return result.trainingEvaluation.loss <= max(1.05 * best, 1e-6 * variance)
    }
    let count = 2 * Self.window(losses.count)
    guard losses.count > count, let range = Self.range(losses.suffix(count)) else { return nil }
    return range.upperBound <= 1.01 * range.lowerBound
  }

  /// The mean loss of the last tenth of the epochs, at least two, is more than 1 % below that of as
  /// many epochs before.
  var isStillImproving: Bool? {
    guard let losses = result.history["loss"] else { return nil }
    let window = Self.window(losses.count)
    guard losses.count > 2 * window, let later = Statistics.mean(Array(losses.suffix(window))),
      let earlier = Statistics.mean(Array(losses.dropLast(window).suffix(window)))
    else { return nil }
    return later < 0.99 * earlier
  }

  /// A tenth of the epochs, at least two.
  private static func window(_ count: Int) -> Int { max(2, count / 10) }

  private static func range(_ values: ArraySlice<Double>) -> ClosedRange<Double>? {
    guard values.allSatisfy(\.isFinite), let least = values.min(), let greatest = values.max()
    else { return nil }
    return least...greatest
  }

  /// The loss rose from one epoch to the next in at least a tenth of them.
  var lossJitters: Bool? {
    guard let losses = result.history["loss"], losses.count > 10 else { return nil }
    return zip(losses, losses.dropFirst()).count { $0 < $1 } * 10 >= losses.count
  }

  /// Three epochs or more after its least value the validation loss has left it for good: the last
  /// three lie above it by more than 2 % and by more than any rise that was made good before it or
  /// fall that came after it.
  var validationLossRises: Bool? {
    guard let values = result.history["val_loss"], let best = bestEpoch,
      values.allSatisfy(\.isFinite), let lowestEnd = values.suffix(3).min()
    else { return nil }
    let place = best - 1
    guard values.count - best >= 3 else { return false }
    let wiggle = max(
      Self.greatestRise(values[...place]), Self.greatestRise(values[place...].map { -$0 }[...]))
    let rise = lowestEnd - values[place]
    return rise > wiggle && rise > 0.02 * values[place]
  }

  /// From the lowest value before to a later one.
  private static func greatestRise(_ values: ArraySlice<Double>) -> Double {
    var (lowest, rise) = (Double.infinity, 0.0)
    for value in values {
      lowest = min(lowest, value)
      rise = max(rise, value - lowest)
    }
    return rise
  }

  /// The epoch that ends the first half of the training; nil where each half has fewer than four.
  var middleEpoch: Int? { epochCount >= 8 ? epochCount / 2 : nil }

  /// In the second half of the epochs the training loss fell by more than a tenth, and the mean
  /// validation loss of its last three epochs is lower than that of the three in the middle by less
  /// than a quarter of that fall.
  var validationStalls: Bool? {
    guard let middle = middleEpoch, let losses = result.history["loss"],
      let validation = result.history["val_loss"], validation.allSatisfy(\.isFinite),
      losses.count == validation.count, let last = losses.last,
      let then = Statistics.mean(Array(validation[middle - 2...middle])),
      let now = Statistics.mean(Array(validation.suffix(3)))
    else { return nil }
    let fall = losses[middle - 1] - last
    return fall > 0.1 * losses[middle - 1] && then - now < 0.25 * fall
  }

  /// Samples that validation looks at after each epoch.
  var validationCount: Int {
    switch training.fit.validation {
    case .none: 0
    case .test: testCount
    case .split: trainingCount - fittedCount
    }
  }

  /// What chance alone may move the validation accuracy by, in percentage points.
  var validationMargin: Double? {
    last("val_accuracy").flatMap { Statistics.margin($0, of: validationCount) }
  }
}

extension LessonStudy {
  /// How many cases a share counts; nil for what is none.
  package func cases(of name: String) -> Int? {
    switch name.split(separator: ".").first {
    case "evaluation" where name == "evaluation.accuracy": evaluationCount
    case "accuracy": fittedCount
    case "val_accuracy": validationCount
    case "worst_class", "best_class":
      name.hasSuffix(".recall")
        ? classification?.confusion.map { $0.reduce(0, +) }.filter { $0 > 0 }.min() : nil
    default: nil
    }
  }
}
