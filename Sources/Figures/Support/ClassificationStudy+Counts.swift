import Lessons

extension ClassificationStudy {
  /// Test images by class (row) and by what they were taken for (column).
  var confusion: [[Int]] {
    let size = classes.count
    var counts = Array(repeating: Array(repeating: 0, count: size), count: size)
    for (label, predicted) in zip(testLabels, testPredicted) {
      guard Int(label) < size, Int(predicted) < size else { continue }
      counts[Int(label)][Int(predicted)] += 1
    }
    return counts
  }

  /// The mistake made most often, the first of equals; nil where there is none.
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

  /// Of each class's test images, the part that was recognised; not a number where there are none.
  var recalls: [Double] {
    confusion.enumerated().map { label, row in
      let total = row.reduce(0, +)
      return total == 0 ? .nan : Double(row[label]) / Double(total)
    }
  }

  /// The mistakes among the examples, the most confident first.
  var confidentMistakes: [LabelledImage] {
    examples.filter { $0.predicted != $0.label }.enumerated().sorted { a, b in
      let (p, q) = (a.element.confidence, b.element.confidence)
      return p == q ? a.offset < b.offset : p > q
    }.map(\.element)
  }
}

extension LabelledImage {
  /// The most probable class, the lowest of equals.
  var predicted: Int {
    var best = 0
    for (index, value) in probabilities.enumerated() where value > probabilities[best] {
      best = index
    }
    return best
  }

  var confidence: Float { probabilities.max() ?? 0 }
}
