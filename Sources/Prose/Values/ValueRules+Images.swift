import Figures
import Lessons

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
      return number(Statistics.margin(Double(correct) / Double(tested), of: tested))
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
      study.names(study.worstClasses)
    },
    ValueRule("worst_class.recall", [.images]) { study, _ in
      number(study.worstClasses.first.flatMap { study.recalls[$0] })
    },
    ValueRule("worst_class.confused_with", [.images]) { study, _ in
      // What one class is taken for says nothing of another that is as hard.
      study.worstClasses.count == 1 ? study.names(study.mostConfused(study.worstClasses[0])) : nil
    },
    ValueRule("best_class.name", [.images]) { study, _ in study.names(study.bestClasses) },
    ValueRule("best_class.recall", [.images]) { study, _ in
      number(study.bestClasses.first.flatMap { study.recalls[$0] })
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

  /// The classes of lowest and of highest recall; several where they are tied.
  var worstClasses: [Int] { classes(of: recalls.compactMap { $0 }.min()) }
  var bestClasses: [Int] { classes(of: recalls.compactMap { $0 }.max()) }

  private func classes(of recall: Double?) -> [Int] {
    recall == nil ? [] : recalls.indices.filter { recalls[$0] == recall }
  }

  /// The classes most often said in place of `index`; none if it was never mistaken.
  func mostConfused(_ index: Int) -> [Int] {
    guard let row = classification?.confusion[index] else { return [] }
    let others = row.indices.filter { $0 != index && row[$0] > 0 }
    let most = others.map { row[$0] }.max()
    return others.filter { row[$0] == most }
  }

  /// Their names as a person lists them; nil without any.
  func names(_ classes: [Int]) -> ProseValue? {
    classes.isEmpty ? nil : .text(joined(classes.compactMap(className)))
  }
}
