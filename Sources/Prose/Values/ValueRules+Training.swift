import Lessons

extension ValueRules {
  /// Sizes, settings and history of any trained lesson.
  static let training: [ValueRule] = [
    ValueRule("rows", [.training]) { study, _ in .count(study.rowCount) },
    ValueRule("rows.training", [.training]) { study, _ in .count(study.trainingCount) },
    ValueRule("rows.test", [.training]) { study, _ in .count(study.testCount) },
    ValueRule("parameters", [.training]) { study, _ in
      .count(study.result.parameterCount)
    },
    ValueRule("epochs", [.training]) { study, _ in .count(study.epochCount) },
    ValueRule("steps", [.training]) { study, _ in .count(study.result.stepsPerEpoch) },
    ValueRule("steps.test", [.training]) { study, _ in
      .count((study.evaluationCount + 31) / 32)
    },
    ValueRule("steps.last_batch", [.training]) { study, _ in .count(study.lastBatch) },
    ValueRule("updates", [.training]) { study, _ in
      .count(study.result.stepsPerEpoch * study.epochCount)
    },
    ValueRule("batch_size", [.training]) { study, _ in .count(study.result.batchSize) },
    ValueRule("learning_rate", [.training]) { study, _ in
      .single(study.training.compile.optimizer.learningRate)
    },
    ValueRule("layer.N.parameters", [.training]) { study, arguments in
      guard study.result.layers.indices.contains(arguments.indices[0]) else { return nil }
      return count(study.result.layers[arguments.indices[0]].parameterCount)
    },
    ValueRule("layer.N.shape", [.training]) { study, arguments in
      guard study.result.layers.indices.contains(arguments.indices[0]) else { return nil }
      let shape = study.result.layers[arguments.indices[0]].outputShape
      return .text(shape.map { study.numbers.string($0) }.joined(separator: " × "))
    },
    ValueRule("layer.N.name", [.training]) { study, arguments in
      guard study.result.layers.indices.contains(arguments.indices[0]) else { return nil }
      return .text(study.result.layers[arguments.indices[0]].name)
    },
    ValueRule("evaluation.loss", [.training]) { study, _ in .number(study.result.evaluation.loss) },
    ValueRule("evaluation.accuracy", [.training, .accuracy]) { study, _ in
      number(study.result.evaluation.accuracy)
    },
    ValueRule("diverged.epoch", [.training]) { study, _ in
      count(study.result.history.divergence?.epoch)
    },
  ]

  static let history: [ValueRule] =
    series("loss", [.training]) + series("accuracy", [.training, .accuracy])
    + series("val_loss", [.training, .validation])
    + series("val_accuracy", [.training, .validation, .accuracy]) + [
      ValueRule("loss.settles", [.training]) { study, _ in count(study.settling(0.99)?.epoch) },
      ValueRule("loss.settles.90", [.training]) { study, _ in count(study.settling(0.9)?.epoch) },
      ValueRule("loss.settles.999", [.training]) { study, _ in
        count(study.settling(0.999)?.epoch)
      },
      ValueRule("loss.below.X", [.training]) { study, arguments in
        count(study.arrival(below: arguments.number)?.epoch)
      },
      ValueRule("loss.first_below.X", [.training]) { study, arguments in
        count(study.arrival(below: arguments.number)?.firstEpoch)
      },
      ValueRule("loss.rebound.X", [.training]) { study, arguments in
        number(study.arrival(below: arguments.number)?.rebound)
      },
      ValueRule("rmse.first", [.squaredLoss]) { study, _ in root(study.series("loss", at: 1)) },
      ValueRule("rmse.last", [.squaredLoss]) { study, _ in root(study.last("loss")) },
      ValueRule("val_loss.best", [.training, .validation]) { study, _ in
        number(study.result.history["val_loss"]?.min())
      },
      ValueRule("val_loss.best_epoch", [.training, .validation]) { study, _ in
        count(study.bestEpoch)
      },
      ValueRule("middle.epoch", [.training, .validation]) { study, _ in count(study.middleEpoch) },
      ValueRule("middle.loss", [.training, .validation]) { study, _ in
        number(study.middleEpoch.flatMap { study.series("loss", at: $0) })
      },
      ValueRule("middle.val_loss", [.training, .validation]) { study, _ in
        number(study.middleEpoch.flatMap { study.series("val_loss", at: $0) })
      },
      ValueRule("val_accuracy.at_best", [.training, .validation, .accuracy]) { study, _ in
        number(study.bestEpoch.flatMap { study.series("val_accuracy", at: $0) })
      },
      ValueRule("gap.loss", [.training, .validation]) { study, _ in
        guard let seen = study.last("loss"), let unseen = study.last("val_loss") else { return nil }
        return .number(unseen - seen)
      },
      ValueRule("gap.accuracy", [.training, .validation, .accuracy]) { study, _ in
        number(study.accuracyGap)
      },
    ]

  private static func series(_ name: String, _ needs: Set<LessonOutline.Need>) -> [ValueRule] {
    [
      ValueRule("\(name).first", needs) { study, _ in number(study.series(name, at: 1)) },
      ValueRule("\(name).last", needs) { study, _ in number(study.last(name)) },
      ValueRule("\(name).at.E", needs) { study, arguments in
        number(study.series(name, at: arguments.epoch))
      },
    ]
  }
}

extension LessonStudy {
  /// Number of rows of a table, or of training images.
  var rowCount: Int { regression?.targets.count ?? result.data.rows }

  var testCount: Int {
    regression.map { $0.isTest.count { $0 } } ?? result.data.testRows
  }

  var trainingCount: Int { regression == nil ? rowCount : rowCount - testCount }

  var evaluationCount: Int { testCount > 0 ? testCount : fittedCount }

  /// The number of trained epochs, which is smaller than requested if training stopped or diverged.
  var epochCount: Int { result.history["loss"]?.count ?? training.fit.epochs }

  /// Number of rows that are trained on, without those of a validation split.
  var fittedCount: Int {
    guard case .split(let part) = training.fit.validation else { return trainingCount }
    return Int((Double(trainingCount) * (1 - part)).rounded(.down))
  }

  var lastBatch: Int {
    guard result.batchSize > 0, fittedCount > 0 else { return 0 }
    let rest = fittedCount % result.batchSize
    return rest == 0 ? min(result.batchSize, fittedCount) : rest
  }

  /// Training minus validation accuracy after the last epoch, in percentage points: the difference
  /// of the numbers as shown with one decimal, so that readers who subtract get the same.
  var accuracyGap: Double? {
    guard let seen = last("accuracy"), let unseen = last("val_accuracy"),
      let shown = FixedNumber(100 * seen, decimals: 1),
      let unseenShown = FixedNumber(100 * unseen, decimals: 1)
    else { return nil }
    return FixedNumber(shown.value - unseenShown.value, decimals: 1)?.value
  }
}
