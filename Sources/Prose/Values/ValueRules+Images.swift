import Figures

extension ValueRules {
  static let images: [ValueRule] = [
    ValueRule("evaluation.correct", [.images]) { study, _ in count(study.correctCount) },
    ValueRule("evaluation.wrong", [.images]) { study, _ in
      guard let correct = study.correctCount, let tested = study.classification?.testLabels.count
      else { return nil }
      return .count(tested - correct)
    },
    ValueRule("evaluation.margin", [.images]) { study, _ in
      guard let correct = study.correctCount, let tested = study.classification?.testLabels.count,
        tested > 0
      else { return nil }
      let share = Double(correct) / Double(tested)
      return .number(100 * 1.96 * (share * (1 - share) / Double(tested)).squareRoot())
    },
    ValueRule("chance", [.images]) { study, _ in
      guard let classes = study.classification?.classes.count, classes > 0 else { return nil }
      return .number(1 / Double(classes))
    },
    ValueRule("class.N.name", [.images]) { study, arguments in
      study.className(arguments.indices[0]).map(ProseValue.text)
    },
    ValueRule("class.count.min", [.images]) { study, _ in
      count(study.classification?.trainClassCounts.min())
    },
    ValueRule("class.count.max", [.images]) { study, _ in
      count(study.classification?.trainClassCounts.max())
    },
    ValueRule("worst_class.name", [.images]) { study, _ in
      study.worstClass.flatMap(study.className).map(ProseValue.text)
    },
    ValueRule("worst_class.recall", [.images]) { study, _ in
      number(study.worstClass.flatMap { study.recalls[$0] })
    },
    ValueRule("worst_class.confused_with", [.images]) { study, _ in
      study.worstClass.flatMap(study.mostConfused).flatMap(study.className).map(ProseValue.text)
    },
    ValueRule("best_class.name", [.images]) { study, _ in
      study.bestClass.flatMap(study.className).map(ProseValue.text)
    },
    ValueRule("best_class.recall", [.images]) { study, _ in
      number(study.bestClass.flatMap { study.recalls[$0] })
    },
  ]
}

extension LessonStudy {
  var correctCount: Int? {
    classification.map { study in
      zip(study.testLabels, study.testPredicted).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    }
  }

  func className(_ index: Int) -> String? {
    guard let classes = classification?.classes, classes.indices.contains(index) else { return nil }
    return classes[index][language]
  }

  /// The share of each class's test images that was recognised; nil for a class without any.
  var recalls: [Double?] {
    classification?.recalls.map { $0.isNaN ? nil : $0 } ?? []
  }

  var worstClass: Int? { extreme { $0 < $1 } }
  var bestClass: Int? { extreme { $0 > $1 } }

  /// The first class whose recall is extreme by the given order.
  private func extreme(_ precedes: (Double, Double) -> Bool) -> Int? {
    var best: (index: Int, recall: Double)?
    for (index, recall) in recalls.enumerated() {
      guard let recall else { continue }
      if best == nil || precedes(recall, best!.recall) { best = (index, recall) }
    }
    return best?.index
  }

  /// The class most often predicted instead of `index`; nil if it was never mistaken.
  func mostConfused(_ index: Int) -> Int? {
    guard let row = classification?.confusion[index] else { return nil }
    var best: Int?
    for other in row.indices where other != index && row[other] > 0 {
      if best == nil || row[other] > row[best!] { best = other }
    }
    return best
  }
}
