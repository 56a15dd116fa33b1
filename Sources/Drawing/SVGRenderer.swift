import CCairo

/// Draws pictures as SVG: shapes and letters' outlines, sharp at any size.
public final class SVGRenderer {
  private final class Buffer {
    var bytes: [UInt8] = []
  }

  private let fonts: FontBook
  /// A picture's point is a CSS pixel, three quarters of Cairo's.
  private static let scale = 0.75

  /// Opens the fonts. Throws `FontError` where DejaVu Sans is not installed.
  public init() throws(FontError) { fonts = try FontBook() }

  /// The bytes of an SVG file, with what the picture is and what it shows for those who do not see it.
  public func svg(_ picture: Picture, title: String, description: String) -> [UInt8] {
    let buffer = Buffer()
    let surface = cairo_svg_surface_create_for_stream(
      { target, bytes, count in
        let buffer = Unmanaged<Buffer>.fromOpaque(target!).takeUnretainedValue()
        buffer.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(buffer).toOpaque(), picture.width * Self.scale,
      picture.height * Self.scale)!
    let context = cairo_create(surface)!
    cairo_scale(context, Self.scale, Self.scale)
    picture.draw(on: CairoCanvas(on: context, fonts: fonts))
    cairo_destroy(context)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
    let text = Self.renumbered(String(decoding: buffer.bytes, as: UTF8.self))
    return Array(Self.described(text, title, description).utf8)
  }

  /// Names first, right behind the root's start tag.
  private static func described(_ text: String, _ title: String, _ description: String) -> String {
    guard let root = text.firstRange(of: "<svg"),
      let end = text[root.upperBound...].firstIndex(of: ">")
    else { return text }
    let names = "\n<title>\(escaped(title))</title>\n<desc>\(escaped(description))</desc>"
    return text[..<end] + " role=\"img\"" + text[end...end] + names
      + text[text.index(after: end)...]
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// Cairo numbers surfaces through the whole life of a process; here the first is 1.
  private static func renumbered(_ text: String) -> String {
    var numbers: [Substring: Int] = [:]
    var result = ""
    var place = text.startIndex
    for match in text.matches(
      of: #/(?:id="|#)(surface|image|mask|pattern|linear|radial|filter)(\d+)/#)
    {
      let name = match.output.1 + match.output.2
      let number = numbers[name] ?? numbers.count + 1
      numbers[name] = number
      result += text[place..<match.output.2.startIndex] + String(number)
      place = match.range.upperBound
    }
    return result + text[place...]
  }
}
