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
      study.settling(0.99).map { $0.epoch <= arguments.epoch }
    },
    FactRule("loss_falls", [.training]) { study, _ in
      guard let first = study.series("loss", at: 1), let last = study.last("loss") else {
        return nil
      }
      return last < first
    },
    FactRule("loss_jitters", [.training]) { study, _ in study.lossJitters },
    FactRule("has_epoch.E", [.training]) { study, arguments in
      study.epochCount >= arguments.epoch
    },
    FactRule("reaches.X", [.training]) { study, arguments in
      study.arrival(below: arguments.number) != nil
    },
    FactRule("rebounds.X", [.training]) { study, arguments in
      study.arrival(below: arguments.number)?.hasRebound
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
    FactRule("validation_stalls", [.training, .validation]) { study, _ in
      study.validationStalls
    },
    FactRule("accuracy_hides", [.training, .validation, .accuracy]) { study, _ in
      guard let last = study.last("val_accuracy"), let best = study.bestEpoch,
        let then = study.series("val_accuracy", at: best)
      else { return nil }
      return study.validationLossRises == true && last >= then
    },
    FactRule("loss_keeps_falling", [.training, .validation]) { study, _ in
      guard let last = study.last("loss"), let best = study.bestEpoch,
        let then = study.series("loss", at: best)
      else { return nil }
      return last < then
    },
    FactRule("accuracy_gap", [.training, .validation, .accuracy]) { study, _ in
      guard let gap = study.accuracyGap, let margin = study.validationMargin else { return nil }
      return gap >= max(1, margin)
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
      study.classification.map { !$0.testLabels.isEmpty && $0.testLabels == $0.testPredicted }
    },
    FactRule("one_worst_class", [.images]) { study, _ in
      study.worstClasses.count == 1 && study.recalls.compactMap { $0 }.count > 1
    },
  ]
}
