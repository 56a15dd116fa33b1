import CCairo
import Drawing

/// The faces of a document, opened once a thread: FreeType's objects may not be shared.
public final class PaperFonts {
  enum Face: Int, CaseIterable {
    case serif, serifItalic, serifBold, serifBoldItalic, code, codeBold
    /// For signs that the others lack.
    case sans

    var file: FontFile {
      switch self {
      case .serif: Self.libertine("Regular", "R")
      case .serifItalic: Self.libertine("Italic", "RI")
      case .serifBold: Self.libertine("Bold", "RB")
      case .serifBoldItalic: Self.libertine("Bold Italic", "RBI")
      case .code: FontFiles.dejaVu("Sans Mono", "Book", "DejaVuSansMono")
      case .codeBold: FontFiles.dejaVu("Sans Mono", "Bold", "DejaVuSansMono-Bold")
      case .sans: FontFiles.sans[0]
      }
    }

    /// Chosen for its Greek, its mathematical signs and superiors, and its even grey in print.
    private static func libertine(_ style: String, _ file: String) -> FontFile {
      FontFile(
        family: "Linux Libertine O", style: style,
        usualPath: "/usr/share/fonts/opentype/linux-libertine/LinLibertine_\(file).otf",
        package: "fonts-linuxlibertine")
    }
  }

  private let library: FT_Library
  private var faces: [FontFace] = []
  /// For the letters of figures.
  let figures: FontBook
  /// Characters that no face has, each once, in the order in which they were met.
  private(set) var missing: [Unicode.Scalar] = []

  /// Opens every face. Throws `FontError` where a package is not installed.
  public init(language: String) throws(FontError) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      throw .missing(family: Face.serif.file.family, package: Face.serif.file.package)
    }
    self.library = library
    figures = try FontBook()
    for face in Face.allCases {
      faces.append(try FontFace(face.file, library, language: language))
    }
  }

  deinit {
    faces = []
    FT_Done_FreeType(library)
  }

  /// The files of all faces: what decides the bytes of a PDF besides the libraries.
  package static func paths() throws(FontError) -> [String] {
    var paths: [String] = []
    for face in Face.allCases { paths.append(try face.file.path()) }
    return paths
  }

  func cairo(_ face: Face) -> OpaquePointer { faces[face.rawValue].cairo }
  func shape(_ text: String, _ face: Face) -> ShapedText { faces[face.rawValue].shape(text) }
  func width(_ text: String, _ face: Face) -> Double { shape(text, face).width }

  func forgetMissing() { missing = [] }

  /// The text cut where the face changes; nil stands for what no face has.
  func parts(of text: String, in face: Face) -> [(text: String, face: Face?)] {
    var parts: [(text: String, face: Face?)] = []
    for character in text {
      let shown = String(String.UnicodeScalarView(character.unicodeScalars.filter(Self.isShown)))
      guard !shown.isEmpty else { continue }
      let found = [face, .sans].first { candidate in
        shown.unicodeScalars.allSatisfy {
          !isRightToLeft($0) && faces[candidate.rawValue].has($0)
        }
      }
      if found == nil { note(shown) }
      if let last = parts.last, last.face == found {
        parts[parts.count - 1].text += shown
      } else {
        parts.append((shown, found))
      }
    }
    return parts
  }

  private func note(_ text: String) {
    for scalar in text.unicodeScalars where !missing.contains(scalar) && missing.count < 200 {
      if isRightToLeft(scalar) || !faces.contains(where: { $0.has(scalar) }) {
        missing.append(scalar)
      }
    }
  }

  /// Neither a control nor an invisible joiner.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: !scalar.properties.isVariationSelector
    }
  }
}
