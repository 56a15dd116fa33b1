import Diagnostics

/// Why no text can be drawn on this machine.
public enum FontError: UserError, Hashable {
  /// No file of DejaVu Sans, regular or bold, was found.
  case missing(family: String)
  /// The file is there but FreeType cannot read it, or it holds another font.
  case unreadable(path: String)

  public var place: Place? {
    switch self {
    case .missing: nil
    case .unreadable(let path): Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .missing(let family): Message("figure.fontMissing", ["family": family])
    case .unreadable: Message("figure.fontUnreadable")
    }
  }

  public var exitCode: ExitCode { .unsupportedMachine }
}
