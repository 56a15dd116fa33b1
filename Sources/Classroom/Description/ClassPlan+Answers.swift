import Lessons
import Pages

extension ClassPlan {
  /// What claims are called: as class.yaml says, else by the usual names and by the blanks of the
  /// notebook's sheets that ask for that very number of the lesson.
  ///
  /// Not where the lesson holds a part of its data out: students train it on that part less, a class
  /// on all of their rows, and both may be right.
  static func claimNames(
    _ description: ClassDescription, _ lesson: Lesson, in notebook: Notebook
  ) -> [Criterion.Quantity: [String]] {
    let original = notebook.lessons.first { $0.id.utf8.elementsEqual(lesson.id.utf8) }
    let isWhole = original?.holdsOut == false && lesson.isSingleNeuron
    var names: [Criterion.Quantity: [String]] = [:]
    for quantity in Criterion.Quantity.allCases {
      let asked = isWhole ? quantity.asked(of: lesson) : nil
      names[quantity] =
        description.answerNames[quantity] ?? quantity.usualNames
        + (asked.map { notebook.blanks(asking: $0, of: lesson.id) } ?? [])
    }
    return names
  }

  /// What may be answered: the claims by each of their names, and every exercise of the notebook.
  static func blanks(
    _ claims: [Criterion.Quantity: [String]], in notebook: Notebook
  ) -> [ExerciseBlank] {
    let names = Criterion.Quantity.allCases.flatMap { claims[$0] ?? [] }
    let others = notebook.lessons.flatMap(\.exercises).flatMap(\.blanks).filter { blank in
      !names.contains { $0.utf8.elementsEqual(blank.id.utf8) }
    }
    return names.map { name in
      ExerciseBlank(id: name, kind: .number, ask: LocalizedText(plain: name))
    } + others
  }
}

extension Criterion.Quantity {
  fileprivate var usualNames: [String] {
    switch self {
    case .prediction: ["prediccion", "prediction"]
    case .weight: ["peso", "weight"]
    case .bias: ["sesgo", "bias"]
    case .loss: ["perdida", "loss"]
    }
  }

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
