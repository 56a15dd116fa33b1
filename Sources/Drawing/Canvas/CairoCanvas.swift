import CCairo

/// Paints with Cairo on a context that somebody else owns: a picture's or a page's.
public class CairoCanvas: Canvas {
  public let fonts: FontBook
  private let context: OpaquePointer
  private let faces: [OpaquePointer]

  package init(on context: OpaquePointer, fonts: FontBook) {
    self.fonts = fonts
    self.context = cairo_reference(context)!
    // The FreeType faces outlive these: the font book is held by this canvas.
    faces = [false, true].map {
      cairo_ft_font_face_create_for_ft_face(fonts.face(isBold: $0), FontFiles.noHinting)!
    }
    Self.setOptions(context)
  }

  deinit {
    cairo_destroy(context)
    faces.forEach { cairo_font_face_destroy($0) }
  }

  /// No hinting and grey antialiasing, whatever the machine's configuration says.
  package static func setOptions(_ context: OpaquePointer) {
    let options = cairo_font_options_create()
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GRAY)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
  }

  public func fill(_ path: Path, _ color: Color) {
    trace(path)
    use(color)
    cairo_fill(context)
  }

  public func stroke(_ path: Path, _ stroke: Stroke) {
    trace(path)
    use(stroke)
    cairo_stroke(context)
  }

  public func stamp(_ outline: Path, at places: [Point], fill: Color?, stroke: Stroke?) {
    for place in places {
      cairo_save(context)
      cairo_translate(context, place.x, place.y)
      trace(outline)
      cairo_restore(context)
      if let fill {
        use(fill)
        stroke == nil ? cairo_fill(context) : cairo_fill_preserve(context)
      }
      if let stroke {
        use(stroke)
        cairo_stroke(context)
      }
    }
  }

  public func text(_ text: String, at origin: Point, _ style: TextStyle, turn: Turn) {
    let glyphs = fonts.layout(text, style).glyphs
    guard !glyphs.isEmpty else { return }
    cairo_set_font_face(context, faces[style.isBold ? 1 : 0])
    cairo_set_font_size(context, style.size)
    use(style.color)
    cairo_save(context)
    cairo_translate(context, origin.x, origin.y)
    if turn == .left { cairo_rotate(context, -.pi / 2) }
    let placed = glyphs.map { cairo_glyph_t(index: UInt($0.index), x: $0.offset, y: 0) }
    cairo_show_glyphs(context, placed, Int32(placed.count))
    cairo_restore(context)
  }

  public func image(_ raster: Raster, in rect: Rect) {
    var pixels = raster.pixels.map(Self.packed)
    pixels.withUnsafeMutableBytes { bytes in
      let source = cairo_image_surface_create_for_data(
        bytes.baseAddress!.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_RGB24,
        Int32(raster.width), Int32(raster.height), Int32(raster.width * 4))
      cairo_save(context)
      cairo_translate(context, rect.x, rect.y)
      cairo_scale(
        context, rect.width / Double(raster.width), rect.height / Double(raster.height))
      cairo_set_source_surface(context, source, 0, 0)
      cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
      cairo_rectangle(context, 0, 0, Double(raster.width), Double(raster.height))
      cairo_fill(context)
      cairo_restore(context)
      cairo_surface_destroy(source)
    }
  }

  public func pushClip(_ rect: Rect) {
    cairo_save(context)
    cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
    cairo_clip(context)
  }

  public func popClip() {
    cairo_restore(context)
  }

  private func trace(_ path: Path) {
    for segment in path.segments {
      switch segment {
      case .move(let p): cairo_move_to(context, p.x, p.y)
      case .line(let p): cairo_line_to(context, p.x, p.y)
      case .curve(let a, let b, let c): cairo_curve_to(context, a.x, a.y, b.x, b.y, c.x, c.y)
      case .circle(let c, let radius):
        cairo_new_sub_path(context)
        cairo_arc(context, c.x, c.y, radius, 0, 2 * .pi)
        cairo_close_path(context)
      case .close: cairo_close_path(context)
      }
    }
  }

  private func use(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }

  private func use(_ stroke: Stroke) {
    use(stroke.color)
    cairo_set_line_width(context, stroke.width)
    cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
    let cap: cairo_line_cap_t =
      switch stroke.cap {
      case .butt: CAIRO_LINE_CAP_BUTT
      case .round: CAIRO_LINE_CAP_ROUND
      case .square: CAIRO_LINE_CAP_SQUARE
      }
    cairo_set_line_cap(context, cap)
  }

  private static func packed(_ color: Color) -> UInt32 {
    func byte(_ value: Double) -> UInt32 { UInt32((min(1, max(0, value)) * 255).rounded()) }
    return byte(color.red) << 16 | byte(color.green) << 8 | byte(color.blue)
  }
}
