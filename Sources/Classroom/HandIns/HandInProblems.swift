import Datasets
import Diagnostics
import Lessons
import Phrases

/// What keeps a hand-in from being judged whole, in sentences for the student and the teacher.
struct HandInProblems {
  let plan: ClassPlan
  let handIn: HandIn

  private var phrases: PhraseCatalogue { plan.phrases }

  var sentences: [String] {
    tableProblems + answerProblems
  }

  private var tableProblems: [String] {
    switch handIn.table {
    case .notAsked, .ready: []
    case .missing: [phrases[handIn.input.files.isEmpty ? "problem.nothing" : "problem.noTable"]]
    case .several(let names):
      [phrases["problem.severalTables", ["names": names.joined(separator: ", ")]]]
    case .decidedMissing(let name): [phrases["problem.decidedMissing", ["name": name]]]
    case .faulty(let file, let fault): [text(fault, file)]
    case .unreadable(let file, let error, _): [text(error, file)]
    }
  }

  private var answerProblems: [String] {
    var sentences = (handIn.answers?.problems ?? []).map { text($0, $0.path) }
    switch handIn.answersProblem {
    case .missing?: sentences.append(phrases["problem.noAnswers"])
    case .several(let names)?:
      sentences.append(
        phrases["problem.severalAnswers", ["names": names.joined(separator: ", ")]])
    case .faulty(let file, let fault)?: sentences.append(text(fault, file))
    case .unreadable(let file, let error)?: sentences.append(text(error, file))
    case nil: break
    }
    return sentences
  }

  private func text(_ fault: SubmittedFault, _ file: String) -> String {
    var arguments = ["file": file]
    switch fault {
    case .tooLarge(let limit): arguments["limit"] = "\(limit >> 20) MiB"
    case .tooMany(let limit): arguments["limit"] = String(limit)
    default: break
    }
    return phrases["fault.\(fault.key)", arguments]
  }

  /// The program's own sentence, in words for a student where ours speak to the author of a lesson.
  func text(_ error: any UserError, _ file: String) -> String {
    let message = error.message
    let arguments = message.arguments.mapValues { $0.shortened(to: 200).visibleLine }
    let own = "table.\(message.key)"
    let sentence =
      phrases.contains(own) ? phrases[own, arguments] : plan.messages[message.key, arguments]
    guard let line = error.place?.line, error is TableError || error is AnswerProblem else {
      return phrases["problem.inFile", ["file": file, "sentence": sentence]]
    }
    return phrases[
      "problem.inLine", ["file": file, "line": String(line), "sentence": sentence]]
  }
}
