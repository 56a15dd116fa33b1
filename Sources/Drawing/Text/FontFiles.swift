import CCairo
import Glibc

/// Where DejaVu Sans lies on this machine.
enum FontFiles {
  static let family = "DejaVu Sans"
  /// DejaVu's files have less than a megabyte.
  static let sizeLimit = 16 << 20
  private static let debianFolder = "/usr/share/fonts/truetype/dejavu/"

  /// The file of a weight: Debian's place, else what fontconfig names, if it is this family.
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
