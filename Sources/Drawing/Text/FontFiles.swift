import CCairo
import Diagnostics
import Glibc

/// The font cannot be used on this machine.
public enum FontError: UserError, Hashable {
  /// No file of a font was found; the Debian package that contains it.
  case missing(family: String, package: String)
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
    case .missing(let family, let package):
      Message("figure.fontMissing", ["family": family, "package": package])
    case .unreadable: Message("figure.fontUnreadable")
    }
  }

  public var exitCode: ExitCode { .unsupportedMachine }
}

/// A font file by its family and style, and the Debian package that contains it.
package struct FontFile: Hashable, Sendable {
  package let family: String
  /// As the file itself names it, such as `Bold Italic`.
  package let style: String
  /// Where Debian puts it.
  package let usualPath: String
  package let package: String

  package init(family: String, style: String, usualPath: String, package: String) {
    self.family = family
    self.style = style
    self.usualPath = usualPath
    self.package = package
  }

  /// Debian's path, or else what fontconfig finds, if it is this family and style.
  package func path() throws(FontError) -> String {
    if access(usualPath, R_OK) == 0 { return usualPath }
    guard let path = fontconfigPath() else { throw .missing(family: family, package: package) }
    return path
  }

  /// Opens the file, and makes sure that it holds this family.
  package func open(_ library: FT_Library) throws(FontError) -> FT_Face {
    let path = try path()
    var face: FT_Face?
    guard FT_New_Face(library, path, 0, &face) == 0, let face else {
      throw .unreadable(path: path)
    }
    guard String(cString: face.pointee.family_name) == family else {
      FT_Done_Face(face)
      throw .unreadable(path: path)
    }
    return face
  }

  private func fontconfigPath() -> String? {
    guard let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    for (key, value) in [(FC_FAMILY, family), (FC_STYLE, style)] {
      value.withCString { text in
        text.withMemoryRebound(to: FcChar8.self, capacity: value.utf8.count + 1) {
          _ = FcPatternAddString(pattern, key, $0)
        }
      }
    }
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    guard let match = FcFontMatch(nil, pattern, &result) else { return nil }
    defer { FcPatternDestroy(match) }
    guard Self.text(of: match, FC_FAMILY) == family, Self.text(of: match, FC_STYLE) == style else {
      return nil
    }
    return Self.text(of: match, FC_FILE)
  }

  private static func text(of pattern: OpaquePointer, _ key: String) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, key, 0, &value) == FcResultMatch, let value else {
      return nil
    }
    return String(cString: value)
  }
}

/// The fonts of figures.
package enum FontFiles {
  /// A font's file has less than a megabyte.
  package static let sizeLimit = 16 << 20
  /// FreeType's load flag for outlines as they were drawn.
  package static let noHinting = Int32(1 << 1)

  package static func dejaVu(_ name: String, _ style: String, _ file: String) -> FontFile {
    FontFile(
      family: "DejaVu \(name)", style: style,
      usualPath: "/usr/share/fonts/truetype/dejavu/\(file).ttf",
      package: "fonts-dejavu-core")
  }

  /// DejaVu Sans, regular and bold.
  package static let sans = [
    dejaVu("Sans", "Book", "DejaVuSans"), dejaVu("Sans", "Bold", "DejaVuSans-Bold"),
  ]
}
