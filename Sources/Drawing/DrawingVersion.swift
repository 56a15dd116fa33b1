import Archives
import CCairo

/// Identifies everything outside this program's code that affects a picture's bytes: libraries,
/// font files and theme.
public enum DrawingVersion {
  /// A text that changes when any of them changes. Throws `FontError` if the font is missing.
  public static func current(_ theme: Theme = .standard) throws(FontError) -> String {
    var parts = [
      "cairo \(String(cString: cairo_version_string()))", "FreeType \(freeTypeVersion)",
      "zlib \(Deflate.version)",
    ]
    for file in FontFiles.sans {
      let path = try file.path()
      guard let bytes = try? Files.read(path, limit: FontFiles.sizeLimit) else {
        throw .unreadable(path: path)
      }
      parts.append(SHA256.hash(bytes).hexadecimal)
    }
    parts.append(String(reflecting: theme))
    return parts.joined(separator: "\n")
  }

  private static var freeTypeVersion: String {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0 else { return "" }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch) = (FT_Int(), FT_Int(), FT_Int())
    FT_Library_Version(library, &major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }
}
