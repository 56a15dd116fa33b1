import CCairo
import CHarfBuzz
import Drawing

/// Glyphs of a text in one font, in parts of the letters' size.
struct ShapedText {
  struct Glyph {
    var index: UInt32
    var x: Double
    var y: Double
    /// Where its text begins, in bytes; the bytes of a cluster go to its first glyph.
    var cluster: Int
  }

  var glyphs: [Glyph] = []
  var width = 0.0

  /// - Parameter place: the length of this one's text, in bytes.
  func followed(by next: ShapedText, at place: Int) -> ShapedText {
    var result = self
    for var glyph in next.glyphs {
      glyph.x += width
      glyph.cluster += place
      result.glyphs.append(glyph)
    }
    result.width += next.width
    return result
  }
}

/// A font opened by its path: measured by HarfBuzz, which knows the pairs that FreeType's kerning
/// table of these fonts lacks, and drawn by Cairo.
final class FontFace {
  let cairo: OpaquePointer
  private let face: FT_Face
  private let blob: OpaquePointer
  private let font: OpaquePointer
  private let unitsPerEm: Double
  private let language: hb_language_t
  private var shaped: [String: ShapedText] = [:]
  /// A long document repeats its words; numbers of a large table are not kept for ever.
  private static let cacheLimit = 20_000

  init(_ file: FontFile, _ library: FT_Library, language tag: String) throws(FontError) {
    let path = try file.path()
    face = try file.open(library)
    guard let cairo = cairo_ft_font_face_create_for_ft_face(face, FontFiles.noHinting),
      let blob = hb_blob_create_from_file(path), let opened = hb_face_create(blob, 0)
    else { throw .unreadable(path: path) }
    self.cairo = cairo
    self.blob = blob
    font = hb_font_create(opened)
    hb_face_destroy(opened)
    unitsPerEm = Double(face.pointee.units_per_EM)
    language = hb_language_from_string(tag, -1)
  }

  deinit {
    hb_font_destroy(font)
    hb_blob_destroy(blob)
    cairo_font_face_destroy(cairo)
    FT_Done_Face(face)
  }

  func has(_ scalar: Unicode.Scalar) -> Bool {
    FT_Get_Char_Index(face, FT_ULong(scalar.value)) != 0
  }

  func shape(_ text: String) -> ShapedText {
    if let known = shaped[text] { return known }
    let result = shapeAnew(text)
    if shaped.count >= Self.cacheLimit { shaped.removeAll() }
    shaped[text] = result
    return result
  }

  private func shapeAnew(_ text: String) -> ShapedText {
    // °C and °F are two signs each, also where the font has one for both.
    if let degree = text.lastIndex(of: "°"), degree < text.index(before: text.endIndex) {
      let after = text.index(after: degree)
      let head = String(text[..<after])
      return shape(head).followed(by: shape(String(text[after...])), at: head.utf8.count)
    }
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    let count = Int32(text.utf8.count)
    hb_buffer_add_utf8(buffer, text, count, 0, count)
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    // Set before anything is guessed: HarfBuzz would ask the locale.
    hb_buffer_set_language(buffer, language)
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(font, buffer, nil, 0)
    var length: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &length),
      let places = hb_buffer_get_glyph_positions(buffer, &length)
    else { return ShapedText() }
    var result = ShapedText()
    for index in 0..<Int(length) {
      let place = places[index]
      result.glyphs.append(
        ShapedText.Glyph(
          index: infos[index].codepoint, x: result.width + Double(place.x_offset) / unitsPerEm,
          y: -Double(place.y_offset) / unitsPerEm, cluster: Int(infos[index].cluster)))
      result.width += Double(place.x_advance) / unitsPerEm
    }
    return result
  }
}
