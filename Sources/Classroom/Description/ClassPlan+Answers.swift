import Lessons
import Pages

extension ClassPlan {
  /// What claims are called: as class.yaml says, else by the usual names and by the blanks of the
  /// notebook's sheets that ask for that very number of the lesson.
  ///
  /// Not where the lesson holds a part of its data out: students train it on that part less, a class
  /// on all of their rows, and both may be right.
  static func claimNames(
    _ description: ClassDescription, _ lesson: Lesson, in notebook: Notebook,
    usualNames: (Criterion.Quantity) -> [String]
  ) -> [Criterion.Quantity: [String]] {
    let original = notebook.lessons.first { $0.id.utf8.elementsEqual(lesson.id.utf8) }
    let isWhole = original?.holdsOut == false && lesson.isSingleNeuron
    var names: [Criterion.Quantity: [String]] = [:]
    for quantity in Criterion.Quantity.allCases {
      let asked = isWhole ? quantity.asked(of: lesson) : nil
      names[quantity] =
        description.answerNames[quantity] ?? usualNames(quantity)
        + (asked.map { notebook.blanks(asking: $0, of: lesson.id) } ?? [])
    }
    return names
  }

  /// What may be answered: the claims by each of their names, texts that the teacher reads, and every
  /// exercise of the notebook.
  static func blanks(
    _ claims: [Criterion.Quantity: [String]], _ criteria: [Criterion], in notebook: Notebook
  ) -> [ExerciseBlank] {
    let claimNames = Criterion.Quantity.allCases.flatMap { claims[$0] ?? [] }
    let texts = criteria.filter { $0.check == .manual && !claimNames.contains($0.id) }.map(\.id)
    let names = claimNames + texts
    let others = notebook.lessons.flatMap(\.exercises).flatMap(\.blanks).filter { blank in
      !names.contains { $0.utf8.elementsEqual(blank.id.utf8) }
    }
    return names.map { name in
      ExerciseBlank(
        id: name, kind: texts.contains(name) ? .text : .number, ask: LocalizedText(plain: name))
    } + others
  }
}

extension Criterion.Quantity {
  fileprivate func asked(of lesson: Lesson) -> AskedNumber? {
    switch self {
    case .prediction: (lesson.training?.predict.first).map { .prediction(input: $0) }
    case .weight: .weight
    case .bias: .bias
    case .loss: .loss
    }
  }
}

extension Lesson {
  /// Whether training leaves rows out.
  fileprivate var holdsOut: Bool {
    guard let training, case .table(let source) = training.data else { return false }
    return source.test != nil
  }
}
