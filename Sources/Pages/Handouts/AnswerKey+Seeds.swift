import Lessons
import Prose

extension AnswerKey {
  /// The range of a placeholder over the lesson's other seeds and its own; nil if they were not
  /// trained or do not determine it.
  func seeds(_ name: String, in lesson: String) -> Seeds? {
    guard let (owner, inner) = values.names.resolve(name, in: lesson),
      let outline = values.names.outline(owner), let study = values.study(owner),
      let seeds = study.result.seedStudy,
      let (rule, arguments) = LessonNames.value(inner, outline)
    else { return nil }
    guard let found = Self.values(of: rule.pattern.text, arguments, seeds, study) else {
      return nil
    }
    let finite = found.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return nil }
    return Seeds(count: finite.count, range: least...greatest)
  }

  private static func values(
    of pattern: String, _ arguments: NameArguments, _ seeds: SeedStudy, _ study: LessonStudy
  ) -> [Double]? {
    switch pattern {
    case "predict.INPUT":
      // Between two classes there is nothing.
      guard study.outline.needs.contains(.regression) else { return nil }
      let predictions = study.result.predictions
      guard let place = predictions.firstIndex(where: { $0.input == arguments.input }) else {
        return nil
      }
      return seeds.predictions.map { Double($0[place].first ?? .nan) }
    case "loss.last", "evaluation.loss": return seeds.losses
    case "rmse.last", "evaluation.rmse": return seeds.losses.map { $0.squareRoot() }
    case "weight.L.R.C", "bias.L.I":
      let isKernel = pattern.hasPrefix("weight")
      guard let place = place(of: isKernel ? "kernel" : "bias", arguments, study.result) else {
        return nil
      }
      return seeds.weights.map { $0.indices.contains(place) ? Double($0[place]) : .nan }
    default: return nil
    }
  }

  /// The index of a weight among all of them, one array after the other.
  private static func place(
    of name: String, _ arguments: NameArguments, _ result: LessonResult
  ) -> Int? {
    var start = 0
    var layer = 0
    for weights in result.weights {
      let hasKernel = weights.arrays.contains { $0.name == "kernel" }
      for array in weights.arrays {
        if hasKernel, layer == arguments.layer, array.name == name,
          array.shape.count == arguments.indices.count
        {
          return start
            + zip(array.shape, arguments.indices).reduce(0) { $0 * $1.0 + $1.1 }
        }
        start += array.values.count
      }
      if hasKernel { layer += 1 }
    }
    return nil
  }
}
