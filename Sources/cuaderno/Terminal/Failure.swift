import ArgumentParser
import Diagnostics

/// The sentence and the exit code for any error.
struct Failure {
  let text: String
  let code: Diagnostics.ExitCode

  init(_ error: any Error, _ speech: Speech = .current) {
    switch error {
    case let error as any UserError:
      text = Self.line(error, speech)
      code = error.exitCode
    case let errors as UserErrors:
      var lines = errors.errors.prefix(UserErrors.limit).map { Self.line($0, speech) }
      let rest = errors.errors.count - lines.count
      if rest > 0 { lines.append(speech("command.moreErrors", ["count": String(rest)])) }
      text = lines.joined(separator: "\n")
      code = errors.errors[0].exitCode
    default:
      text = "cuaderno: " + speech("command.internal", ["error": String(describing: error)])
      code = .internalError
    }
  }

  /// `PATH:LINE:COLUMN: sentence`.
  private static func line(_ error: any UserError, _ speech: Speech) -> String {
    (error.place?.description.visibleLine ?? "cuaderno") + ": " + speech(error.message)
  }
}
