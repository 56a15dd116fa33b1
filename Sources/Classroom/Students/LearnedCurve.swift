import Lessons
import Reports

/// The learned function of one input over the student's own data, in a few points.
enum LearnedCurve {
  static let count = 25

  static func points(_ lesson: Lesson, _ result: LessonResult) -> [(x: Double, y: Double)] {
    guard let function = DenseFunction(lesson, result), let study = result.regression else {
      return []
    }
    let inputs = study.inputs.map { $0[0] }
    guard let least = inputs.min(), let most = inputs.max(), least < most else { return [] }
    let step = (most - least) / Double(count - 1)
    return (0..<count).map { index in
      let x = least + step * Double(index)
      return (x, function(x))
    }
  }
}
