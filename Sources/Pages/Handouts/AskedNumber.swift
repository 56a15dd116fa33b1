import Lessons
import Prose

/// A number of a single-neuron lesson that an exercise can ask for directly.
package enum AskedNumber: Hashable, Sendable {
  case prediction(input: [Double])
  case weight, bias, loss

  /// nil for other values.
  fileprivate init?(_ rule: ValueRule, _ arguments: NameArguments) {
    switch rule.pattern.text {
    case "predict.INPUT": self = .prediction(input: arguments.input)
    case "weight.L.R.C" where arguments.layer == 0 && arguments.indices == [0, 0]: self = .weight
    case "bias.L.I" where arguments.layer == 0 && arguments.indices == [0]: self = .bias
    case "loss.last": self = .loss
    default: return nil
    }
  }
}

extension Notebook {
  /// The ids of the blanks whose whole answer is that number, in reading order, anywhere in the
  /// notebook.
  package func blanks(asking number: AskedNumber, of lesson: String) -> [String] {
    let names = LessonNames(self)
    return lessons.flatMap { owner in
      owner.exercises.flatMap(\.blanks).filter { blank in
        guard blank.kind == .number, let answer = blank.answer?[languages[0]],
          let nodes = try? ProseTemplate.parse(answer, path: "").nodes, nodes.count == 1,
          case .value(let tag) = nodes[0], !tag.isPercentage,
          let (found, inner) = names.resolve(tag.name, in: owner.id),
          found.utf8.elementsEqual(lesson.utf8), let outline = names.outline(found),
          let (rule, arguments) = LessonNames.value(inner, outline)
        else { return false }
        return AskedNumber(rule, arguments) == number
      }.map(\.id)
    }
  }
}

extension ValueTag {
  fileprivate var isPercentage: Bool {
    if case .percent = format { true } else { false }
  }
}
