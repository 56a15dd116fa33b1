/// An sRGB colour; components and opacity from 0 to 1.
public struct Color: Hashable, Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double
  public var alpha: Double

  public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// From `0xRRGGBB`.
  public init(_ hexadecimal: UInt32, alpha: Double = 1) {
    self.init(
      red: Double(hexadecimal >> 16 & 255) / 255, green: Double(hexadecimal >> 8 & 255) / 255,
      blue: Double(hexadecimal & 255) / 255, alpha: alpha)
  }

  public func opacity(_ alpha: Double) -> Color {
    Color(red: red, green: green, blue: blue, alpha: alpha)
  }

  /// The colour at `fraction` of the way to `other`, per component.
  public func mixed(with other: Color, _ fraction: Double) -> Color {
    let f = min(1, max(0, fraction))
    return Color(
      red: red + (other.red - red) * f, green: green + (other.green - green) * f,
      blue: blue + (other.blue - blue) * f, alpha: alpha + (other.alpha - alpha) * f)
  }

  /// Perceived lightness, 0 for black to 1 for white: WCAG's weights on squared components, close
  /// enough to its curve to choose between dark and light text.
  public var lightness: Double {
    0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue
  }

  /// `#rrggbb`, followed by `@alpha` unless opaque.
  public var description: String {
    let bytes = [red, green, blue].map { UInt8(($0 * 255).rounded()) }
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "#" + hex + (alpha < 1 ? "@\(alpha)" : "")
  }
}
