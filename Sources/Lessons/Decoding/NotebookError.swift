import Diagnostics

/// A mistake in `notebook.yaml` or in the files of its folder, with its place.
public struct NotebookError: UserError, Hashable {
  public let location: Place
  public let problem: NotebookProblem

  public init(_ problem: NotebookProblem, at location: Place) {
    self.location = location
    self.problem = problem
  }

  public var place: Place? { location }
  public var message: Message { problem.message }

  public var exitCode: ExitCode {
    switch problem {
    case .notebookMissing, .fileMissing, .proseMissing, .imagesMissing, .substituteRefused:
      .missingInput
    default: .invalidInput
    }
  }
}
