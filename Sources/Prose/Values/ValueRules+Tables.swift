import Lessons

extension ValueRules {
  /// Classical statistics of a table, and the network's distance from them.
  static let tables: [ValueRule] =
    [
      ValueRule("row.I.COL", [.table]) { study, arguments in
        let values = study.column(arguments.column)
        let place = arguments.indices[0]
        return values.indices.contains(place) ? .number(values[place]) : nil
      },
      ValueRule("least_squares.slope", [.singleInput, .regression]) { study, _ in
        number(study.regression?.leastSquares?.coefficients.first)
      },
      ValueRule("least_squares.intercept", [.regression]) { study, _ in
        number(study.regression?.leastSquares?.intercept)
      },
      ValueRule("least_squares.mse", [.regression]) { study, _ in
        number(study.regression?.leastSquares?.meanSquaredError)
      },
      ValueRule("least_squares.rmse", [.regression]) { study, _ in
        root(study.regression?.leastSquares?.meanSquaredError)
      },
      ValueRule("least_squares.predict.INPUT", [.regression]) { study, arguments in
        number(study.leastSquares(arguments.input))
      },
      ValueRule("reference.slope", [.reference, .singleInput]) { study, _ in
        number(study.training.reference?.kernel.first?.first)
      },
      ValueRule("reference.intercept", [.reference]) { study, _ in
        number(study.training.reference?.bias.first)
      },
      ValueRule("reference.predict.INPUT", [.reference]) { study, arguments in
        number(study.reference(arguments.input))
      },
      ValueRule("reference.output", [.reference, .untrained]) { study, _ in
        number(study.training.untrained?.predict.first.flatMap { study.reference($0) })
      },
      difference("error.INPUT") { study, input in (study.predicted(input), study.reference(input))
      },
      difference("gap.total.INPUT") { study, input in
        (study.reference(input), study.predicted(input))
      },
      difference("gap.data.INPUT") { study, input in
        (study.reference(input), study.leastSquares(input))
      },
      difference("gap.training.INPUT") { study, input in
        (study.leastSquares(input), study.predicted(input))
      },
      // The remainder of the whole in thousandths after the data's part, so that the parts add up.
      difference("gap.rest.INPUT") { study, input in
        guard let law = study.reference(input), let best = study.leastSquares(input),
          let mine = study.predicted(input),
          let whole = FixedNumber(law - mine, decimals: 3),
          let data = FixedNumber(law - best, decimals: 3)
        else { return (nil, nil) }
        return (whole.value, data.value)
      },
      ValueRule("deviation.INPUT", [.regression]) { study, arguments in
        number(study.deviation(arguments.input))
      },
      ValueRule("rounded.count", [.reference, .regression]) { study, _ in
        .count(study.inexactRows.count)
      },
      ValueRule("rounded.list", [.reference, .regression]) { study, _ in .text(study.inexactList) },
      column("min") { $0.min() }, column("max") { $0.max() },
      column("mean") { Statistics.mean($0) }, column("deviation") { Statistics.deviation($0) },
      ValueRule("correlation", [.regression]) { study, _ in number(study.correlation) },
      ValueRule("residual.deviation", [.regression]) { study, _ in root(study.residualSquare) },
      ValueRule("baseline.mse", [.regression]) { study, _ in
        number(study.regression?.baselineMeanSquaredError)
      },
      ValueRule("baseline.rmse", [.regression]) { study, _ in
        root(study.regression?.baselineMeanSquaredError)
      },
      ValueRule("baseline.mean", [.regression]) { study, _ in
        number(Statistics.mean(study.fittedRows.map(\.target)))
      },
      ValueRule("evaluation.rmse", [.regression]) { study, _ in root(study.residualSquare) },
      ValueRule("evaluation.mae", [.regression]) { study, _ in
        number(Statistics.mean(study.evaluationResiduals.map(\.magnitude)))
      },
      text("input.label") { study in study.label(study.outline.table?.inputs.first) },
      text("input.unit") { study in study.unit(study.outline.table?.inputs.first) },
      text("target.label") { study in study.label(study.outline.table?.target) },
      text("target.unit") { study in study.unit(study.outline.table?.target) },
    ]

  private static func difference(
    _ name: String,
    _ pair: @escaping @Sendable (LessonStudy, [Double]) -> (Double?, Double?)
  ) -> ValueRule {
    ValueRule(name, [.reference, .regression]) { study, arguments in
      guard case (let a?, let b?) = pair(study, arguments.input) else { return nil }
      return .number(a - b)
    }
  }

  private static func column(
    _ name: String, _ work: @escaping @Sendable ([Double]) -> Double?
  ) -> ValueRule {
    ValueRule("column.COL.\(name)", [.table]) { study, arguments in
      number(work(study.column(arguments.column)))
    }
  }

  private static func text(
    _ name: String, _ work: @escaping @Sendable (LessonStudy) -> String
  ) -> ValueRule {
    ValueRule(name, [.table]) { study, _ in .text(work(study)) }
  }
}

extension LessonStudy {
  /// `|prediction - least squares| / |least squares|`.
  func deviation(_ input: [Double]) -> Double? {
    guard let mine = predicted(input), let best = leastSquares(input), best != 0 else { return nil }
    return (mine - best).magnitude / best.magnitude
  }

  /// Rows whose target differs from the exact law, with the exact value.
  var inexactRows: [(target: Double, exact: Double)] {
    guard let table = regression else { return [] }
    return table.targets.indices.compactMap { row in
      guard let exact = reference(table.inputs[row]) else { return nil }
      // Sums such as 1.8 * 22 + 32 have a rounding error of their own.
      guard (table.targets[row] - exact).magnitude > 1e-9 * max(1, exact.magnitude) else {
        return nil
      }
      return (table.targets[row], exact)
    }
  }

  var inexactList: String {
    let parts = inexactRows.map {
      "\(numbers.significant($0.target)) (\(numbers.significant($0.exact)))"
    }
    return joined(parts)
  }

  /// A list in a sentence: `a, b y c`.
  func joined(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "–" }
    let first = parts.dropLast().joined(separator: ", ")
    return phrases["prose.list", ["first": first, "last": last]]
  }

  var correlation: Double? {
    guard let table = regression else { return nil }
    return Statistics.correlation(table.inputs.compactMap(\.first), table.targets)
  }

  /// Target minus what the network says, on the test rows where there are some, else on the rows
  /// that the weights were fitted to.
  var evaluationResiduals: [Double] {
    guard let table = regression, table.fitted.count == table.targets.count else { return [] }
    return evaluationPlaces.map { table.targets[$0] - Double(table.fitted[$0]) }
  }

  var residualSquare: Double? { Statistics.mean(evaluationResiduals.map { $0 * $0 }) }

  func label(_ column: String?) -> String {
    guard let column else { return "" }
    return outline.table?.columns[column]?.label?[language] ?? column
  }

  func unit(_ column: String?) -> String {
    column.flatMap { outline.table?.columns[$0]?.unit?[language] } ?? ""
  }
}
