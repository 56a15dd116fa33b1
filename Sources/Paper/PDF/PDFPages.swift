import CCairo
import Drawing

/// The pages of a PDF, drawn one after the other by Cairo.
///
/// Everything belongs to an element of the structure or is decoration: what is drawn between
/// `mark` and `unmark` is read out, the rest is not.
final class PDFPages {
  private final class Buffer {
    var bytes: [UInt8] = []
  }

  private let buffer = Buffer()
  private let surface: OpaquePointer
  let context: OpaquePointer
  private let fonts: PaperFonts
  private let canvas: CairoCanvas
  private var open: (node: StructureNode, link: String?)?
  private var leafCount = 0
  private var pageNumber = 1
  private var outline: [(level: Int, id: Int32)] = []

  init(width: Double, height: Double, title: String, fonts: PaperFonts) {
    self.fonts = fonts
    let target = Unmanaged.passUnretained(buffer).toOpaque()
    surface = cairo_pdf_surface_create_for_stream(
      { target, bytes, count in
        let buffer = Unmanaged<Buffer>.fromOpaque(target!).takeUnretainedValue()
        buffer.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, target, width, height)!
    // A classic cross-reference table, which `PDFStructure` reads; it writes a newer version's head.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    // Else it would be the time of day. The first day of the zip format, as in our archives.
    cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, "1980-01-01T00:00:00Z")
    context = cairo_create(surface)!
    canvas = CairoCanvas(on: context, fonts: fonts.figures)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The file; nothing can be drawn after it.
  func finish(_ root: StructureNode, language: String) -> [UInt8] {
    unmark()
    cairo_surface_finish(surface)
    return PDFStructure(buffer.bytes, root: root, language: language).bytes
  }

  func endPage() {
    unmark()
    cairo_show_page(context)
    pageNumber += 1
  }

  /// What follows belongs to the element; what has just been drawn for it goes on.
  func mark(_ node: StructureNode, link: String? = nil) {
    if let open, open.node === node, open.link == nil, link == nil { return }
    unmark()
    if let link {
      cairo_tag_begin(context, CAIRO_TAG_LINK, "uri='\(Self.quoted(link))'")
    } else {
      cairo_tag_begin(context, "Span", nil)
    }
    open = (node, link)
    node.append(leaf: leafCount, isLink: link != nil)
    leafCount += 1
  }

  func unmark() {
    guard let open else { return }
    cairo_tag_end(context, open.link == nil ? "Span" : CAIRO_TAG_LINK)
    self.open = nil
  }

  /// An entry of the bookmarks, under the last one of a higher level.
  func bookmark(_ title: String, level: Int, at point: Point) {
    outline.removeAll { $0.level >= level }
    let parent = outline.last?.id ?? CAIRO_PDF_OUTLINE_ROOT
    let place = "page=\(pageNumber) pos=[\(Int(point.x)) \(Int(point.y))]"
    let id = cairo_pdf_surface_add_outline(
      surface, parent, title, place, CAIRO_PDF_OUTLINE_FLAG_OPEN)
    outline.append((level, id))
  }

  /// As an attribute of Cairo's tags: only what may be in an address.
  private static func quoted(_ link: String) -> String {
    var text = ""
    for byte in link.utf8 {
      switch byte {
      case 0x21...0x26, 0x28...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }

  /// A line of text from the left end of its baseline.
  ///
  /// - Parameter node: nil for decoration.
  func draw(_ line: TypesetLine, at origin: Point, in node: StructureNode?) {
    for part in line.parts {
      let isText = !part.glyphs.isEmpty || !part.boxes.isEmpty || part.blank != nil
      guard isText else { continue }
      if let node, part.blank == nil { mark(node, link: part.letters.link.flatMap(Self.web)) }
      draw(part, at: origin)
    }
    // A link's rectangle ends with its line.
    if open?.link != nil { unmark() }
  }

  private static func web(_ link: String) -> String? { link.hasPrefix("#") ? nil : link }

  private func draw(_ part: TypesetLine.Part, at origin: Point) {
    let letters = part.letters
    use(letters.color)
    if let blank = part.blank {
      rule(
        from: Point(origin.x + blank.start, origin.y + 2),
        to: Point(origin.x + blank.end, origin.y + 2), width: 0.6, letters.color)
    }
    for x in part.boxes {
      let size = letters.size
      cairo_set_line_width(context, 0.5)
      cairo_rectangle(
        context, origin.x + x + size * 0.06, origin.y - size * 0.68, size * 0.5, size * 0.68)
      cairo_stroke(context)
    }
    guard let face = letters.face, !part.glyphs.isEmpty else { return }
    cairo_set_font_face(context, fonts.cairo(face))
    cairo_set_font_size(context, letters.size)
    let glyphs = part.glyphs.map {
      cairo_glyph_t(index: UInt($0.index), x: origin.x + $0.x, y: origin.y + $0.y)
    }
    let clusters = part.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    cairo_show_text_glyphs(
      context, part.text, Int32(part.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(0))
  }

  func rule(from start: Point, to end: Point, width: Double, _ color: Color) {
    use(color)
    cairo_set_line_width(context, width)
    cairo_move_to(context, start.x, start.y)
    cairo_line_to(context, end.x, end.y)
    cairo_stroke(context)
  }

  func fill(_ rect: Rect, _ color: Color) {
    use(color)
    cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
    cairo_fill(context)
  }

  func frame(_ rect: Rect, width: Double, _ color: Color) {
    use(color)
    cairo_set_line_width(context, width)
    cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
    cairo_stroke(context)
  }

  /// A picture, `scale` points of 1/72 inch for each of its own.
  func draw(_ picture: Picture, at origin: Point, scale: Double, in node: StructureNode) {
    mark(node)
    cairo_save(context)
    cairo_translate(context, origin.x, origin.y)
    cairo_scale(context, scale, scale)
    cairo_rectangle(context, 0, 0, picture.width, picture.height)
    cairo_clip(context)
    picture.draw(on: canvas)
    cairo_restore(context)
    unmark()
  }

  func draw(_ image: PaperImage, at origin: Point, height: Double) {
    let scale = height / image.height
    cairo_save(context)
    cairo_translate(context, origin.x, origin.y)
    cairo_scale(context, scale, scale)
    cairo_set_source_surface(context, image.surface, 0, 0)
    cairo_paint(context)
    cairo_restore(context)
  }

  private func use(_ color: Color) {
    cairo_set_dash(context, nil, 0, 0)
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }
}
