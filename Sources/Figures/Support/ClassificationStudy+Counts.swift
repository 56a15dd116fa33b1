import Lessons

extension ClassificationStudy {
  /// Number of test images by class (row) and predicted class (column).
  package var confusion: [[Int]] {
    let size = classes.count
    var counts = Array(repeating: Array(repeating: 0, count: size), count: size)
    for (label, predicted) in zip(testLabels, testPredicted) {
      guard Int(label) < size, Int(predicted) < size else { continue }
      counts[Int(label)][Int(predicted)] += 1
    }
    return counts
  }

  /// The most frequent mistake, the first one on ties; nil if there are none.
  var worstConfusion: (actual: Int, predicted: Int, count: Int, isTied: Bool)? {
    var worst: (actual: Int, predicted: Int, count: Int, isTied: Bool)?
    for (actual, row) in confusion.enumerated() {
      for (predicted, count) in row.enumerated() where predicted != actual {
        if count > worst?.count ?? 0 {
          worst = (actual, predicted, count, false)
        } else if count == worst?.count {
          worst?.isTied = true
        }
      }
    }
    return worst
  }

  /// The share of each class's test images that was recognised; NaN for a class without any.
  package var recalls: [Double] {
    confusion.enumerated().map { label, row in
      let total = row.reduce(0, +)
      return total == 0 ? .nan : Double(row[label]) / Double(total)
    }
  }

  /// The mistakes among the examples, most confident first.
  var confidentMistakes: [LabelledImage] {
    examples.filter { $0.predicted != $0.label }.enumerated().sorted { a, b in
      let (p, q) = (a.element.confidence, b.element.confidence)
      return p == q ? a.offset < b.offset : p > q
    }.map(\.element)
  }
}

extension LabelledImage {
  /// The most probable class; the first one on ties.
  var predicted: Int {
    var best = 0
    for (index, value) in probabilities.enumerated() where value > probabilities[best] {
      best = index
    }
    return best
  }

  var confidence: Float { probabilities.max() ?? 0 }
}
