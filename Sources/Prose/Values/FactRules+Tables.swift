import Lessons

extension FactRules {
  static let predictions: [FactRule] = [
    FactRule("extrapolates.INPUT", [.table]) { study, arguments in
      study.prediction(arguments.input)?.extrapolates
    },
    FactRule("target_out_of_range.INPUT", [.regression]) { study, arguments in
      guard let range = study.targetRange, let value = study.predicted(arguments.input) else {
        return false
      }
      return !range.contains(value)
    },
    FactRule("near_reference.INPUT", [.regression, .reference]) { study, arguments in
      guard let mine = study.predicted(arguments.input), let law = study.reference(arguments.input)
      else { return nil }
      return (mine - law).magnitude <= 0.01 * study.spread
    },
    FactRule("near_least_squares.INPUT", [.regression]) { study, arguments in
      guard let mine = study.predicted(arguments.input),
        let best = study.leastSquares(arguments.input)
      else { return nil }
      return (mine - best).magnitude <= study.closeness
    },
    FactRule("gap_is_data.INPUT", [.regression, .reference]) { study, arguments in
      guard let mine = study.predicted(arguments.input), let law = study.reference(arguments.input),
        let best = study.leastSquares(arguments.input)
      else { return nil }
      // Where the network errs the other way, the parts do not make up the whole.
      let (data, rest) = (law - best, best - mine)
      return data.magnitude > rest.magnitude && data * rest >= 0
    },
    FactRule("late.E.INPUT", [.linear, .trajectory]) { study, arguments in
      guard let then = study.line(at: arguments.epoch)?(arguments.input).first,
        let now = study.predicted(arguments.input)
      else { return nil }
      return (then - now).magnitude > 0.01 * study.spread
    },
  ]

  static let tables: [FactRule] = [
    FactRule("beats_baseline", [.regression]) { study, _ in study.beatsBaseline },
    FactRule("rounded_table", [.regression, .reference]) { study, _ in
      let rows = study.inexactRows
      return !rows.isEmpty && rows.allSatisfy { ($0.target - $0.exact).magnitude <= 0.5 }
        && study.targetsAreWhole
    },
    FactRule("exact_table", [.regression, .reference]) { study, _ in study.inexactRows.isEmpty },
    FactRule("correlates", [.regression]) { study, _ in study.correlates },
    FactRule("correlates_little", [.regression]) { study, _ in
      study.correlation.map { $0.magnitude < 0.6 }
    },
    FactRule("scatters", [.regression]) { study, _ in study.rowsScatter },
    FactRule("linear_network", [.regression]) { study, _ in study.outline.needs.contains(.linear) },
    FactRule("hidden_equals_line", [.regression]) { study, _ in study.equalsLeastSquares },
    FactRule("weights_near_reference", [.linear, .singleInput, .reference]) { study, _ in
      guard let line = study.line(), let law = study.training.reference,
        let slope = law.kernel.first?.first, let intercept = law.bias.first
      else { return nil }
      func isNear(_ value: Double, _ exact: Double) -> Bool {
        (value - exact).magnitude <= 0.01 * (exact == 0 ? study.spread : exact.magnitude)
      }
      return isNear(line.kernel[0][0], slope) && isNear(line.bias[0], intercept)
    },
    FactRule("dead_units", [.training]) { study, _ in study.hasDeadUnits },
  ]

  /// Comparisons with the single neuron that an earlier lesson trained on the same file.
  static let siblings: [FactRule] = [
    FactRule("hidden_faster", [.sibling]) { study, _ in
      guard let sibling = study.sibling, sibling.history.divergence == nil,
        let curve = LessonStudy.curve(of: sibling), let mine = study.arrival(below: 1)?.epoch
      else { return nil }
      // A tenth less at least; with as many epochs to arrive in.
      guard let other = curve.arrival(below: 1)?.epoch else {
        return mine < curve.losses.count
      }
      return Double(mine) <= 0.9 * Double(other)
    },
    FactRule("same_error", [.sibling]) { study, _ in
      guard let mine = study.last("loss"), let other = study.sibling?.history["loss"]?.last else {
        return nil
      }
      return (mine - other).magnitude <= 0.05 * other
    },
    FactRule("better_error", [.sibling]) { study, _ in
      guard let mine = study.last("loss"), let other = study.sibling?.history["loss"]?.last else {
        return nil
      }
      return mine < 0.95 * other
    },
    FactRule("worse_error", [.sibling]) { study, _ in
      guard let mine = study.last("loss"), let other = study.sibling?.history["loss"]?.last else {
        return nil
      }
      return mine > 1.05 * other
    },
  ]

  static let untrained: [FactRule] = [
    FactRule("untrained_same_error", [.neuron, .untrained]) { study, _ in
      guard let errors = UntrainedStudy(study)?.errors, let mean = Statistics.mean(errors) else {
        return nil
      }
      // Of inputs all alike nobody can tell a slope.
      guard mean != 0, Set(study.trainingRows.map { $0.input[0] }).count > 1 else { return false }
      return errors.allSatisfy { ($0 - mean).magnitude <= 0.05 * mean.magnitude }
    },
    FactRule("step_improves", [.neuron, .untrained]) { study, _ in
      guard let example = UntrainedStudy(study), let before = example.loss,
        let after = example.step?.loss
      else { return nil }
      return after < before
    },
    FactRule("weight_moves_away", [.neuron, .untrained, .reference]) { study, _ in
      guard let example = UntrainedStudy(study), let step = example.step,
        let exact = study.training.reference?.kernel.first?.first
      else { return nil }
      return (step.weight - exact).magnitude > (example.weight - exact).magnitude
    },
  ]
}

extension LessonStudy {
  var targetRange: ClosedRange<Double>? {
    outline.table.flatMap { $0.columns[$0.target]?.range }
  }

  /// Whether a ReLU network gives the same output for different inputs, because all its units are
  /// off.
  var hasDeadUnits: Bool {
    guard outline.layers.contains(where: { $0.layer.ownActivation == .relu }) else { return false }
    if let table = regression, table.fitted.count > 1 {
      return table.fitted.allSatisfy { $0 == table.fitted[0] }
        && table.inputs.contains { $0 != table.inputs[0] }
    }
    guard let study = classification, let first = study.testPredicted.first,
      study.testPredicted.count > 1
    else { return false }
    return study.testPredicted.allSatisfy { $0 == first }
      && study.testConfidence.allSatisfy { $0 == study.testConfidence[0] }
  }
}
