import Lessons

/// All facts.
enum FactRules {
  /// In the order of `docs/prose.md`.
  static let all: [FactRule] =
    training + predictions + tables + seeds + siblings + untrained + images

  private static let training: [FactRule] = [
    FactRule("converged", [.training]) { study, _ in study.hasConverged },
    FactRule("still_improving", [.training]) { study, _ in study.isStillImproving },
    FactRule("diverged", [.training]) { study, _ in study.result.history.divergence != nil },
    FactRule("settled.E", [.training]) { study, arguments in
      study.settles(0.99).map { $0 <= arguments.epoch }
    },
    FactRule("has_epoch.E", [.training]) { study, arguments in
      study.epochCount >= arguments.epoch
    },
    FactRule("reaches.X", [.training]) { study, arguments in
      LessonStudy.epoch(of: study.result, below: arguments.number) != nil
    },
    FactRule("single_batch", [.training]) { study, _ in study.result.stepsPerEpoch == 1 },
    FactRule("short_batch", [.training]) { study, _ in
      study.result.stepsPerEpoch > 1 && study.lastBatch < study.result.batchSize
    },
    FactRule("has_test", [.training]) { study, _ in study.testCount > 0 },
    FactRule("small_sample", [.training]) { study, _ in study.evaluationCount < 30 },
    FactRule("stopped_early", [.training]) { study, _ in
      study.result.history.stoppedEpoch != nil
    },
    FactRule("val_loss_rises", [.training, .validation]) { study, _ in study.validationLossRises },
    FactRule("accuracy_hides", [.training, .validation, .accuracy]) { study, _ in
      guard let last = study.last("val_accuracy"), let best = study.bestEpoch,
        let then = study.series("val_accuracy", at: best)
      else { return nil }
      return study.validationLossRises == true && last >= then - 0.005
    },
    FactRule("loss_keeps_falling", [.training, .validation]) { study, _ in
      guard let last = study.last("loss"), let best = study.bestEpoch,
        let then = study.series("loss", at: best)
      else { return nil }
      return last < then
    },
    FactRule("accuracy_gap", [.training, .validation, .accuracy]) { study, _ in
      study.accuracyGap.map { $0 >= 1 }
    },
  ]

  private static let images: [FactRule] = [
    FactRule("substitute_images", [.images]) { study, _ in
      study.result.data.kind == .drawnImages
    },
    FactRule("balanced_classes", [.images]) { study, _ in
      guard let counts = study.classification?.trainClassCounts else { return nil }
      return counts.min() == counts.max()
    },
    FactRule("no_errors", [.images]) { study, _ in
      study.classification.map { $0.testLabels == $0.testPredicted }
    },
  ]
}

extension LessonStudy {
  /// A linear model has converged if its training loss is within 5 % of least squares' (or of a
  /// millionth of the targets' variance, if the line fits exactly). Any other model has converged
  /// if the last tenth of the epochs lowered the loss by at most 1 % and the last loss is within 1
  /// % of the smallest one of those epochs.
  var hasConverged: Bool? {
    guard let last = last("loss"), result.history.divergence == nil else { return false }
    if outline.needs.contains(.linear), training.compile.loss == .meanSquaredError,
      let best = regression?.leastSquares?.meanSquaredError
    {
      let variance = Statistics.deviation(trainingRows.map(\.target)).map { $0 * $0 } ?? 0
      return result.trainingEvaluation.loss <= max(1.05 * best, 1e-6 * variance)
    }
    guard let values = result.history["loss"],
      let least = values.suffix(max(2, values.count / 10)).min()
    else { return nil }
    return isStillImproving == false && last <= 1.01 * least
  }

  /// Whether the last tenth of the epochs, at least one, lowered the loss by more than 1 %.
  var isStillImproving: Bool? {
    guard let values = result.history["loss"], let last = values.last else { return nil }
    let earlier = values[max(0, values.count - 1 - max(1, values.count / 10))]
    return last < 0.99 * earlier
  }

  /// Whether the validation loss had its minimum before the last epoch and rose by more than 2 %
  /// since.
  var validationLossRises: Bool? {
    guard let values = result.history["val_loss"], let last = values.last,
      let best = values.min(), let epoch = bestEpoch
    else { return nil }
    return epoch < values.count && last > 1.02 * best
  }
}
