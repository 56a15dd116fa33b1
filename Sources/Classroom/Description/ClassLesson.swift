import Diagnostics
import Lessons

/// The lesson of a class as its students train it: on all of their own rows, and asked for one
/// prediction. A part held out by our seed would be another part than theirs.
struct ClassLesson {
  let lesson: Lesson

  init(_ description: ClassDescription, _ notebook: Notebook) throws(ClassError) {
    let path = description.path
    guard notebook.languages.contains(description.language) else {
      throw .noLanguage(
        path: path, language: description.language.rawValue, notebook: notebook.id)
    }
    guard var lesson = notebook.lessons.first(where: { $0.id == description.lesson }) else {
      let ids = notebook.lessons.filter { $0.training != nil }.map(\.id)
      throw .unknownLesson(
        path: path, id: description.lesson,
        suggestion: nearest(to: description.lesson, among: ids), lessons: ids)
    }
    guard var training = lesson.training, case .table(var source) = training.data else {
      throw .notATable(path: path, lesson: lesson.id)
    }
    guard !lesson.predictsClass else { throw .targetIsClass(path: path, lesson: lesson.id) }
    source.testPart = nil
    training.data = .table(source)
    if training.fit.validation == .test { training.fit.validation = .none }
    // Weights of a file, if any, were made for the notebook's own data.
    training.initialWeights = nil
    training.untrained = nil
    if let asked = description.predict {
      guard asked.count == source.inputs.count else {
        throw .predictWidth(path: path, expected: source.inputs.count, found: asked.count)
      }
      training.predict = [asked]
    } else {
      training.predict = Array(training.predict.prefix(1))
    }
    lesson.training = training
    lesson.figures = nil
    lesson.exercises = lesson.exercises.filter { $0.kind != .table }
    self.lesson = lesson
    try check(description.criteria, path: path)
  }

  private func check(_ criteria: [Criterion], path: String) throws(ClassError) {
    for criterion in criteria {
      switch criterion.check {
      case .claim(.prediction, _) where lesson.training?.predict.isEmpty == true:
        throw .nothingToPredict(path: path, lesson: lesson.id)
      case .claim(.weight, _), .claim(.bias, _), .consistent:
        guard lesson.isSingleNeuron else {
          throw .notOneNeuron(path: path, lesson: lesson.id, what: criterion.checkName)
        }
      default: break
      }
    }
  }
}
