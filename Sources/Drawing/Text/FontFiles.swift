import CCairo
import Diagnostics
import Glibc

/// The font cannot be used on this machine.
public enum FontError: UserError, Hashable {
  /// No file of DejaVu Sans, regular or bold, was found.
  case missing(family: String)
  /// FreeType cannot read the file, or it contains another font.
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

/// Finds DejaVu Sans on this machine.
enum FontFiles {
  static let family = "DejaVu Sans"
  /// Upper limit for the size of a font file; DejaVu's have less than a megabyte.
  static let sizeLimit = 16 << 20
  private static let debianFolder = "/usr/share/fonts/truetype/dejavu/"

  /// The file of a weight: Debian's path, or else what fontconfig finds, if it is this family.
  static func path(isBold: Bool) throws(FontError) -> String {
    let usual = debianFolder + (isBold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf")
    if access(usual, R_OK) == 0 { return usual }
    guard let path = fontconfigPath(isBold: isBold) else { throw .missing(family: family) }
    return path
  }

  private static func fontconfigPath(isBold: Bool) -> String? {
    guard let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    family.withCString { text in
      text.withMemoryRebound(to: FcChar8.self, capacity: family.utf8.count + 1) {
        _ = FcPatternAddString(pattern, FC_FAMILY, $0)
      }
    }
    FcPatternAddInteger(pattern, FC_WEIGHT, isBold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    guard let match = FcFontMatch(nil, pattern, &result) else { return nil }
    defer { FcPatternDestroy(match) }
    guard text(of: match, FC_FAMILY) == family else { return nil }
    return text(of: match, FC_FILE)
  }

  private static func text(of pattern: OpaquePointer, _ key: String) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, key, 0, &value) == FcResultMatch, let value else {
      return nil
    }
    return String(cString: value)
  }
}
