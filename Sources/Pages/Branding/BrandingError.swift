import Diagnostics

/// A logo or theme that cannot be embedded in a page.
enum BrandingError: UserError, Hashable {
  case unreadable(path: String)
  /// `limit` in KiB.
  case tooLarge(path: String, limit: Int)
  case notUTF8(path: String)
  /// Neither PNG, JPEG nor SVG.
  case noPicture(path: String)
  /// A word that could load something, end the style sheet, or hide either.
  case refusedInTheme(path: String, line: Int, word: String)

  var place: Place? {
    switch self {
    case .unreadable(let path), .tooLarge(let path, _), .notUTF8(let path), .noPicture(let path):
      Place(path)
    case .refusedInTheme(let path, let line, _): Place(path, line: line)
    }
  }

  var message: Message {
    switch self {
    case .unreadable: Message("branding.unreadable")
    case .tooLarge(_, let limit): Message("branding.tooLarge", ["limit": String(limit)])
    case .notUTF8: Message("branding.notUTF8")
    case .noPicture: Message("branding.noPicture")
    case .refusedInTheme(_, _, let word): Message("branding.refusedInTheme", ["word": word])
    }
  }

  var exitCode: ExitCode {
    if case .unreadable = self { .inputOutput } else { .invalidInput }
  }
}
