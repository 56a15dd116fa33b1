/// Records drawing operations instead of painting. Tests compare the records, which are the same on
/// every machine.
public final class RecordingCanvas: Canvas {
  public enum Entry: Hashable, Sendable {
    case fill(Path, Color)
    case stroke(Path, Stroke)
    case stamp(Path, [Point], fill: Color?, stroke: Stroke?)
    case text(String, Point, TextStyle, Turn, box: Rect)
    case image(Raster, Rect)
    case pushClip(Rect)
    case popClip
  }

  public let fonts: FontBook
  public private(set) var entries: [Entry] = []

  public init(fonts: FontBook) {
    self.fonts = fonts
  }

  public func fill(_ path: Path, _ color: Color) { entries.append(.fill(path, color)) }
  public func stroke(_ path: Path, _ stroke: Stroke) { entries.append(.stroke(path, stroke)) }
  public func stamp(_ outline: Path, at places: [Point], fill: Color?, stroke: Stroke?) {
    entries.append(.stamp(outline, places, fill: fill, stroke: stroke))
  }
  public func text(_ text: String, at origin: Point, _ style: TextStyle, turn: Turn) {
    let box = fonts.box(of: text, at: origin, style, turn: turn)
    entries.append(.text(text, origin, style, turn, box: box))
  }
  public func image(_ raster: Raster, in rect: Rect) { entries.append(.image(raster, rect)) }
  public func pushClip(_ rect: Rect) { entries.append(.pushClip(rect)) }
  public func popClip() { entries.append(.popClip) }

  /// The drawn texts with their boxes, in drawing order.
  public var texts: [(text: String, box: Rect)] {
    entries.compactMap {
      if case .text(let text, _, _, _, let box) = $0 { (text, box) } else { nil }
    }
  }

  /// The operations as lines of text, coordinates rounded to a tenth of a point.
  public var lines: [String] { entries.map(Self.line) }

  private static func line(_ entry: Entry) -> String {
    switch entry {
    case .fill(let path, let color): "fill \(color.description) \(line(path))"
    case .stroke(let path, let stroke): "stroke \(line(stroke)) \(line(path))"
    case .stamp(let path, let places, let fill, let stroke):
      "stamp \(fill?.description ?? "-") \(stroke.map(line) ?? "-") \(line(path)) at "
        + abridged(places.map(line))
    case .text(let text, let origin, let style, let turn, _):
      "text \(style.size)\(style.isBold ? " bold" : "") \(style.color.description)"
        + "\(turn == .left ? " turned" : "") \(line(origin)) “\(text)”"
    case .image(let raster, let rect):
      "image \(raster.width)x\(raster.height) \(line(rect))"
    case .pushClip(let rect): "clip \(line(rect))"
    case .popClip: "unclip"
    }
  }

  private static func line(_ stroke: Stroke) -> String {
    let dash = stroke.dash.isEmpty ? "" : " dash " + stroke.dash.map(tenth).joined(separator: "/")
    return "\(stroke.color.description) \(tenth(stroke.width))\(dash)"
  }

  private static func line(_ path: Path) -> String {
    abridged(
      path.segments.map { segment in
        switch segment {
        case .move(let p): "M\(line(p))"
        case .line(let p): "L\(line(p))"
        case .curve(let a, let b, let c): "C\(line(a))/\(line(b))/\(line(c))"
        case .circle(let c, let radius): "O\(line(c))r\(tenth(radius))"
        case .close: "Z"
        }
      })
  }

  private static func abridged(_ parts: [String]) -> String {
    guard parts.count > 12 else { return parts.joined(separator: " ") }
    return parts.prefix(6).joined(separator: " ") + " ...(\(parts.count)) "
      + parts.suffix(2).joined(separator: " ")
  }

  private static func line(_ point: Point) -> String { "\(tenth(point.x)),\(tenth(point.y))" }

  private static func line(_ rect: Rect) -> String {
    [rect.x, rect.y, rect.width, rect.height].map(tenth).joined(separator: ",")
  }

  private static func tenth(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    return tenths == 0 ? "0" : (tenths / 10).description
  }
}
