import Diagnostics

/// What is wrong with one line of an answer file. The others are read all the same.
public struct AnswerProblem: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    /// No exercise has this id; perhaps the suggested one was meant.
    case unknownID(String, suggestion: String?)
    /// Two different answers to one question; neither counts.
    case repeatedID(String, firstLine: Int)
    case notANumber(id: String, text: String)
    case notAChoice(id: String, text: String, letters: String)
  }

  public let path: String
  public let line: Int
  public let fault: Fault

  public var place: Place? { Place(path, line: line) }

  public var message: Message {
    switch fault {
    case .unknownID(let id, nil): Message("answers.unknownID", ["id": id])
    case .unknownID(let id, let suggestion?):
      Message("answers.unknownIDLike", ["id": id, "suggestion": suggestion])
    case .repeatedID(let id, let firstLine):
      Message("answers.repeatedID", ["id": id, "firstLine": String(firstLine)])
    case .notANumber(let id, let text):
      Message("answers.notANumber", ["id": id, "text": text])
    case .notAChoice(let id, let text, let letters):
      Message("answers.notAChoice", ["id": id, "text": text, "letters": letters])
    }
  }
}
