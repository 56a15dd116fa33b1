import CCairo

/// DejaVu Sans, regular and bold, opened with FreeType: measures text and finds glyphs.
///
/// Advances and kerning are the font's own, unhinted and unscaled, so that layouts depend only on
/// the font file. Use one per thread: FreeType objects must not be shared.
public final class FontBook {
  /// A glyph and its x position, in points from the start of the line.
  struct PlacedGlyph {
    var index: UInt32
    var offset: Double
  }

  private struct Face {
    let face: FT_Face
    var advances: [UInt32: Double] = [:]
    var glyphs: [UInt32: UInt32] = [:]
  }

  private let library: FT_Library
  private var faces: [Face]

  /// Opens both weights. Throws `FontError` if DejaVu Sans is not installed.
  public init() throws(FontError) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      throw .missing(family: FontFiles.sans[0].family, package: FontFiles.sans[0].package)
    }
    self.library = library
    faces = []
    for file in FontFiles.sans { faces.append(Face(face: try file.open(library))) }
  }

  deinit {
    for face in faces { FT_Done_Face(face.face) }
    FT_Done_FreeType(library)
  }

  func face(isBold: Bool) -> FT_Face { faces[isBold ? 1 : 0].face }

  /// The width of a line of text.
  public func width(of text: String, _ style: TextStyle) -> Double {
    layout(text, style).width
  }

  /// The box of a line of text whose baseline starts at `origin`.
  public func box(of text: String, at origin: Point, _ style: TextStyle, turn: Turn) -> Rect {
    let width = width(of: text, style)
    return switch turn {
    case .none: Rect(origin.x, origin.y - style.ascent, width, style.height)
    case .left: Rect(origin.x - style.ascent, origin.y - width, style.height, width)
    }
  }

  func layout(_ text: String, _ style: TextStyle) -> (glyphs: [PlacedGlyph], width: Double) {
    let which = style.isBold ? 1 : 0
    let scale = style.size / Double(faces[which].face.pointee.units_per_EM)
    var glyphs: [PlacedGlyph] = []
    var offset = 0.0
    var previous: UInt32 = 0
    for scalar in drawableScalars(of: text, hasGlyph: { glyph($0, which) != 0 }) {
      let index = glyph(scalar, which)
      offset += kerning(previous, index, which) * scale
      glyphs.append(PlacedGlyph(index: index, offset: offset))
      offset += advance(index, which) * scale
      previous = index
    }
    return (glyphs, offset)
  }

  private func glyph(_ scalar: Unicode.Scalar, _ which: Int) -> UInt32 {
    if let known = faces[which].glyphs[scalar.value] { return known }
    let index = FT_Get_Char_Index(faces[which].face, FT_ULong(scalar.value))
    faces[which].glyphs[scalar.value] = index
    return index
  }

  /// The advance in font units.
  private func advance(_ glyph: UInt32, _ which: Int) -> Double {
    if let known = faces[which].advances[glyph] { return known }
    let face = faces[which].face
    let noScale = FT_Int32(1)
    let isLoaded = FT_Load_Glyph(face, glyph, noScale) == 0
    let advance = isLoaded ? Double(face.pointee.glyph.pointee.metrics.horiAdvance) : 0
    faces[which].advances[glyph] = advance
    return advance
  }

  private func kerning(_ left: UInt32, _ right: UInt32, _ which: Int) -> Double {
    guard left != 0 else { return 0 }
    var vector = FT_Vector()
    let unscaled = FT_UInt(2)
    guard FT_Get_Kerning(faces[which].face, left, right, unscaled, &vector) == 0 else { return 0 }
    return Double(vector.x)
  }
}
