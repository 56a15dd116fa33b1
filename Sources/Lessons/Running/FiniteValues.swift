import Neural

/// A training that diverged ends with finite weights, but what they give need not be finite. A
/// result holds finite numbers only: what is beyond them is the largest one.
extension Float {
  var saturated: Float {
    if isNaN { return Float.greatestFiniteMagnitude }
    return min(max(self, -Float.greatestFiniteMagnitude), Float.greatestFiniteMagnitude)
  }
}

extension Double {
  /// Losses are means of Float32 values, so Float's largest number bounds them too.
  var saturated: Double {
    if isNaN { return Double(Float.greatestFiniteMagnitude) }
    let largest = Double(Float.greatestFiniteMagnitude)
    return min(max(self, -largest), largest)
  }
}

extension Evaluation {
  var withFiniteValues: Evaluation {
    Evaluation(
      loss: loss.saturated, accuracy: accuracy?.saturated,
      meanAbsoluteError: meanAbsoluteError?.saturated)
  }
}

extension History {
  var withFiniteValues: History {
    var history = self
    for index in series.indices {
      history.series[index].values = series[index].values.map(\.saturated)
    }
    return history
  }
}
