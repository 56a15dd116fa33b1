import Lessons

/// What may be claimed of a table and of a network on it; nil where the rows do not suffice.
extension LessonStudy {
  /// On at least three evaluation rows the network's mean squared error is below that of always saying
  /// the mean by more than chance makes of so few: by a factor of (1 + 1/√n)⁴, which is beyond two
  /// standard errors of the logarithm of two such means.
  var beatsBaseline: Bool? {
    guard let baseline = regression?.baselineMeanSquaredError, let mine = residualSquare,
      evaluationPlaces.count >= 3
    else { return nil }
    let step = 1 + 1 / Double(evaluationPlaces.count).squareRoot()
    return mine * step * step * step * step < baseline
  }

  /// At least 0.6 either way, and more than chance makes of so few rows (twice its standard error).
  var correlates: Bool? {
    guard let correlation, let table = regression, table.targets.count >= 5 else { return nil }
    let square = correlation * correlation
    return correlation.magnitude >= 0.6
      && square * Double(table.targets.count - 2) > 4 * (1 - square)
  }

  /// Some training row lies off the least-squares line by more than a hundredth of the spread.
  var rowsScatter: Bool? {
    guard let best = regression?.leastSquares else { return nil }
    return fittedRows.contains { ($0.target - best($0.input)).magnitude > 0.01 * spread }
  }

  /// A network without activations that says what least squares says of every row.
  var equalsLeastSquares: Bool? {
    guard outline.needs.contains(.linear), let table = regression,
      table.fitted.count == table.targets.count, let best = table.leastSquares
    else { return false }
    return zip(table.inputs, table.fitted).allSatisfy { input, mine in
      (Double(mine) - best(input)).magnitude <= closeness
    }
  }

  var targetsAreWhole: Bool {
    regression?.targets.allSatisfy { $0 == $0.rounded() } ?? false
  }
}
