/// The seven drawing operations that everything is built from. Coordinates are points, y downwards.
public protocol Canvas: AnyObject {
  /// Measures text. All canvases measure alike, so layouts agree.
  var fonts: FontBook { get }
  func fill(_ path: Path, _ color: Color)
  func stroke(_ path: Path, _ stroke: Stroke)
  /// Draws one outline at many points, each filled and stroked before the next.
  func stamp(_ outline: Path, at places: [Point], fill: Color?, stroke: Stroke?)
  /// Draws one line of text. `origin` is the left end of its baseline and the centre of its
  /// rotation.
  func text(_ text: String, at origin: Point, _ style: TextStyle, turn: Turn)
  /// Draws each pixel of a raster as a small rectangle, without smoothing; together they fill
  /// `rect`.
  func image(_ raster: Raster, in rect: Rect)
  func pushClip(_ rect: Rect)
  func popClip()
}

/// The colour, width and dash of a line.
public struct Stroke: Hashable, Sendable {
  public enum Cap: String, Sendable {
    case butt, round, square
  }

  public var color: Color
  public var width: Double
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  public var dash: [Double]
  public var cap: Cap

  public init(_ color: Color, width: Double, dash: [Double] = [], cap: Cap = .butt) {
    self.color = color
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}

/// Size in points, weight and colour of DejaVu Sans.
public struct TextStyle: Hashable, Sendable {
  public var size: Double
  public var isBold: Bool
  public var color: Color

  public init(_ size: Double, isBold: Bool = false, color: Color) {
    self.size = size
    self.isBold = isBold
    self.color = color
  }

  public func colored(_ color: Color) -> TextStyle {
    TextStyle(size, isBold: isBold, color: color)
  }

  public func sized(_ size: Double) -> TextStyle {
    TextStyle(size, isBold: isBold, color: color)
  }

  public var bold: TextStyle { TextStyle(size, isBold: true, color: color) }

  /// The height of accented capitals above the baseline.
  public var ascent: Double { size * 0.8 }
  /// The depth of descenders below the baseline.
  public var descent: Double { size * 0.22 }
  public var height: Double { ascent + descent }
  /// The distance between baselines.
  public var lineHeight: Double { size * 1.25 }
}

/// The direction of a line of text.
public enum Turn: String, Sendable {
  case none
  /// Rotated to be read upwards, as beside a vertical axis.
  case left
}

/// A small image: one colour per pixel, row by row.
public struct Raster: Hashable, Sendable {
  public let width: Int
  public let height: Int
  public let pixels: [Color]

  /// Precondition: `width * height` pixels.
  public init(width: Int, height: Int, pixels: [Color]) {
    precondition(
      pixels.count == width * height, "\(pixels.count) pixels for \(width) x \(height)")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}
