/// A mistake in what the user gave us, or a refusal by the machine: a place, a sentence, a code.
///
/// Conforming types are closed enums (or a struct of a `Place` and one), thrown with typed `throws`.
public protocol UserError: Error, Sendable {
  var place: Place? { get }
  var message: Message { get }
  var exitCode: ExitCode { get }
}

extension UserError {
  public var exitCode: ExitCode { .invalidInput }
}

/// Several mistakes of one file, in the file's order. The exit code is the first one's.
public struct UserErrors: Error, Sendable {
  /// How many of them a person is shown.
  public static let limit = 20
  public let errors: [any UserError]

  public init(_ errors: [any UserError]) {
    precondition(!errors.isEmpty, "UserErrors needs at least one error")
    self.errors = errors
  }
}
