import Diagnostics
import Lessons

/// A mistake in a hand-out's text.
public enum HandoutError: UserError, Hashable {
  /// A training result outside of `{{#teacher}}`.
  case givesAway(Place, tag: String)
  case unknownLesson(Place, id: String, suggestion: String?)
  case unknownExercise(Place, id: String, suggestion: String?)
  case repeatedExercise(Place, id: String)
  case unknownCode(Place, name: String, suggestion: String?)
  /// `{{column}}` outside of `{{#columns}}`.
  case columnOutside(Place)

  public var place: Place? {
    switch self {
    case .givesAway(let place, _), .unknownLesson(let place, _, _),
      .unknownExercise(let place, _, _), .repeatedExercise(let place, _),
      .unknownCode(let place, _, _), .columnOutside(let place):
      place
    }
  }

  public var message: Message {
    switch self {
    case .givesAway(_, let tag):
      Message("handout.givesAway", ["tag": tag, "open": "{{", "close": "}}"])
    case .unknownLesson(_, let id, let suggestion): Self.unknown("Lesson", id, suggestion)
    case .unknownExercise(_, let id, let suggestion): Self.unknown("Exercise", id, suggestion)
    case .repeatedExercise(_, let id): Message("handout.repeatedExercise", ["id": id])
    case .unknownCode(_, let name, let suggestion): Self.unknown("Code", name, suggestion)
    case .columnOutside: Message("handout.columnOutside", ["open": "{{", "close": "}}"])
    }
  }

  public var exitCode: ExitCode { .invalidInput }

  private static func unknown(_ what: String, _ name: String, _ suggestion: String?) -> Message {
    guard let suggestion else { return Message("handout.unknown\(what)", ["name": name]) }
    return Message("handout.unknown\(what)Like", ["name": name, "suggestion": suggestion])
  }
}
