import Lessons

/// The tables that `{{table NAME}}` places, in the order of `docs/prose.md`.
public enum TableName: String, CaseIterable, Sendable {
  case data
  case head
  case describe
  case description
  case untrained
  case predictions
  case progress
  case weights
  case history
  case classes

  var needs: Set<LessonOutline.Need> {
    switch self {
    case .data, .head, .describe, .description, .predictions: [.table]
    case .untrained: [.neuron, .untrained]
    case .progress: [.linear, .singleInput, .trajectory]
    case .weights, .history: [.training]
    case .classes: [.images]
    }
  }
}

/// The code that `{{keras NAME}}` places, in the order of execution.
public enum KerasPart: String, CaseIterable, Sendable {
  case imports
  case data
  case prepare
  case look
  case define
  case summary
  case compile
  case fit
  case plot
  case predict
  case weights
  case evaluate

  package var needs: Set<LessonOutline.Need> {
    switch self {
    case .prepare: [.images]
    default: [.training]
    }
  }
}
