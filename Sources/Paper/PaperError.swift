import Diagnostics

/// Why no PDF can be drawn on this machine.
public enum PaperError: UserError, Hashable {
  /// The dictionary of a language is not there; the Debian package that brings it.
  case hyphenationMissing(path: String, package: String)

  public var place: Place? {
    switch self {
    case .hyphenationMissing(let path, _): Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .hyphenationMissing(_, let package):
      Message("paper.hyphenationMissing", ["package": package])
    }
  }

  public var exitCode: ExitCode { .unsupportedMachine }
}
