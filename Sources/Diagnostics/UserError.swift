#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A mistake in what the user gave us, or a refusal by the machine: a place, a sentence, a code.
///
/// Conforming types are closed enums (or a struct of a `Place` and one), thrown with typed `throws`:
///
///     public enum LogoError: UserError {
///       case tooLarge(Place, kilobytes: Int)
///
///       public var place: Place? {
///         switch self { case .tooLarge(let place, _): place }
///       }
///       public var message: Message {
///         switch self {
///         case .tooLarge(_, let size): Message("logo.tooLarge", ["size": String(size)])
///         }
///       }
///     }
///
/// The key `logo.tooLarge` then needs a sentence in `templates/messages/es.yaml` and `en.yaml`.
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
  /// The number of errors shown to a person.
  public static let limit = 20
  public let errors: [any UserError]

  public init(_ errors: [any UserError]) {
    precondition(!errors.isEmpty, "UserErrors needs at least one error")
    self.errors = errors
  }
}

/// A sentence of the message catalogues: its key there and the values of its placeholders.
///
/// Libraries say *what* happened; the sentence, in the user's language, is made in one place from
/// `templates/messages/es.yaml` and `en.yaml`. Arguments are plain text, never sentences.
public struct Message: Hashable, Codable, Sendable {
  public let key: String
  public let arguments: [String: String]

  /// The argument that names a system error by its number.
  public static let systemError = "system"

  public init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }

  /// With why the system refused as the argument `reason`: the C library's English words, for which
  /// who speaks to people puts those of their language.
  ///
  /// - Parameter code: of `errno`.
  public init(_ key: String, _ arguments: [String: String] = [:], reason code: Int32) {
    self.init(
      key,
      arguments.merging([
        "reason": String(cString: strerror(code)), Self.systemError: String(code),
      ]) { $1 })
  }
}

/// Where in an input something was found. Lines and columns count from 1; a line is a physical one.
public struct Place: Hashable, Sendable {
  public var path: String
  public var line: Int?
  public var column: Int?

  public init(_ path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension Place: CustomStringConvertible {
  /// `PATH`, `PATH:LINE` or `PATH:LINE:COLUMN`.
  public var description: String {
    ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

/// The documented exit codes of the command (`sysexits.h` where it has one).
public enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  /// A comparison found differences, or a verification did not reproduce the report.
  case different = 1
  case usage = 64
  /// Bad notebook or data, or a lesson's own training diverged.
  case invalidInput = 65
  case missingInput = 66
  /// This machine cannot run it: a CPU without AVX2 and FMA, or no DejaVu Sans.
  case unsupportedMachine = 69
  /// A bug in this program.
  case internalError = 70
  /// The output cannot be created or is not ours.
  case cannotCreateOutput = 73
  case inputOutput = 74
  /// Another build holds the target.
  case tryAgain = 75
  case interrupted = 130
  case terminated = 143
}
