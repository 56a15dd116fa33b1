/// All visual defaults: no colour, size or dash is defined anywhere else.
///
/// The colours are Okabe and Ito's, which colour-blind readers can tell apart; the four series
/// colours have a contrast of at least 3 against white. Each also has a dash and a marker, so that
/// a photocopy stays readable.
public struct Theme: Sendable {
  /// How a series of data looks.
  public struct Series: Hashable, Sendable {
    public var color: Color
    public var dash: [Double]
    public var shape: Shape
  }

  public var series: [Series] = [
    Series(color: Color(0x0072B2), dash: [], shape: .circle),
    Series(color: Color(0xD55E00), dash: [8, 3.5], shape: .square),
    Series(color: Color(0x007F5F), dash: [8, 3, 2, 3], shape: .triangle),
    Series(color: Color(0xA2497A), dash: [2.5, 2.5], shape: .diamond),
    Series(color: Color(0x4D4D4D), dash: [12, 3, 2, 3, 2, 3], shape: .ring),
    Series(color: Color(0x8C6100), dash: [4, 4], shape: .invertedTriangle),
    Series(color: Color(0xBDBDBD), dash: [], shape: .circle),
  ]
  /// The last series: a wide pale line as a background for others.
  public static let paleSeries = 6

  public var text = Color(0x1A1A1A)
  public var mutedText = Color(0x525252)
  public var axis = Color(0x404040)
  public var grid = Color(0xE4E4E4)
  public var background = Color(0xFFFFFF)
  public var panel = Color(0xF5F6F8)
  public var shade = Color(0xECECEF)
  /// The red cross of a prediction.
  public var highlight = Color(0xC8102E)
  public var positive = Color(0x0072B2)
  public var negative = Color(0xD55E00)
  public var ink = Color(0x000000)

  public var titleSize = 15.5
  public var panelTitleSize = 13.0
  public var labelSize = 13.0
  public var tickSize = 12.0
  public var noteSize = 11.5
  public var smallestSize = 7.5

  public var margin = 14.0
  public var panelGap = 22.0
  public var lineWidth = 2.0
  public var axisWidth = 1.0
  public var gridWidth = 1.0
  public var tickLength = 4.0
  public var tickPad = 4.0
  public var labelPad = 6.0
  /// Diameter of a data point; matplotlib's default of 36 square points is about 7.
  public var markerSize = 7.5
  /// Width of a prediction's cross; about 100 square points in matplotlib at 1.5 times.
  public var crossSize = 14.0
  public var crossWidth = 3.2
  public var haloWidth = 2.2

  public static let standard = Theme()

  public init() {}

  /// The look of series `index`; looks repeat after the last.
  public func look(_ index: Int) -> Series { series[index % series.count] }

  public func style(_ size: Double, isBold: Bool = false) -> TextStyle {
    TextStyle(size, isBold: isBold, color: text)
  }
}

/// The outline of a data point.
public enum Shape: String, CaseIterable, Sendable {
  case circle, square, triangle, diamond, ring, invertedTriangle

  /// The outline centred on zero. All shapes have about the area of a circle of that diameter.
  func outline(_ diameter: Double) -> Path {
    let r = diameter / 2
    switch self {
    case .circle, .ring: return .circle(Point(0, 0), radius: r)
    case .square:
      let s = r * 0.88
      return .polygon([Point(-s, -s), Point(s, -s), Point(s, s), Point(-s, s)])
    case .triangle:
      return .polygon([Point(0, -r * 1.2), Point(r * 1.1, r * 0.8), Point(-r * 1.1, r * 0.8)])
    case .invertedTriangle:
      return .polygon([Point(0, r * 1.2), Point(r * 1.1, -r * 0.8), Point(-r * 1.1, -r * 0.8)])
    case .diamond:
      let d = r * 1.22
      return .polygon([Point(0, -d), Point(d, 0), Point(0, d), Point(-d, 0)])
    }
  }
}
