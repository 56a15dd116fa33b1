/// The ticks of an axis with labels that fit beside each other.
struct TickLabels {
  var ticks: Ticks
  /// The labels; shorter than the ticks' own if they would not fit.
  var labels: [String]
  var style: TextStyle
  /// Rotated to be read upwards, below a category axis.
  var isTurned = false
  /// The largest width and height of a label.
  var size: (width: Double, height: Double)

  var factor: String? { ticks.factor }

  init(
    horizontal axis: Axis, _ scale: any Scale, _ canvas: any Canvas, _ theme: Theme, length: Double,
    _ frame: Rect
  ) {
    style = theme.style(theme.tickSize)
    if case .category(let names) = axis.kind {
      let band = length / Double(max(1, names.count))
      let widest = names.map { canvas.fonts.width(of: $0, theme.style(theme.tickSize)) }.max() ?? 0
      if widest <= band - 6 {
        ticks = scale.ticks(atMost: names.count, axis.numbers)
        labels = ticks.major.map(\.label)
        size = (widest, style.height)
        return
      }
      style = style.sized(min(theme.tickSize, max(theme.smallestSize, band * 0.85)))
      ticks = scale.ticks(atMost: Int(length / (style.size * 1.15)), axis.numbers)
      let limit = frame.height * 0.4
      let fitted = style
      labels = ticks.major.map { canvas.fonts.fitted($0.label, fitted, width: limit) }
      isTurned = true
      var tallest = 0.0
      for label in labels { tallest = max(tallest, canvas.fonts.width(of: label, style)) }
      size = (style.height, tallest)
      return
    }
    // matplotlib allows three letter heights per label; measured labels may need more.
    var count = min(axis.tickLimit ?? 9, max(1, Int(length / (theme.tickSize * 3))))
    ticks = axis.ticks(of: scale, atMost: count)
    while count > 1 && !Self.fits(ticks, scale, canvas, style, length) {
      count -= 1
      ticks = axis.ticks(of: scale, atMost: count)
    }
    labels = ticks.major.map(\.label)
    var widest = 0.0
    for label in labels { widest = max(widest, canvas.fonts.width(of: label, style)) }
    size = (widest, style.height)
  }

  init(
    vertical axis: Axis, _ scale: any Scale, _ canvas: any Canvas, _ theme: Theme, length: Double,
    _ frame: Rect
  ) {
    style = theme.style(theme.tickSize)
    var limit = frame.width * 0.5
    var count = min(axis.tickLimit ?? 9, max(1, Int(length / (theme.tickSize * 2))))
    if case .category(let names) = axis.kind {
      let band = length / Double(max(1, names.count))
      style = style.sized(min(theme.tickSize, max(theme.smallestSize, band * 0.9)))
      count = Int(length / (style.height + 1))
      limit = frame.width * 0.36
    }
    ticks = scale.ticks(atMost: max(1, count), axis.numbers)
    labels = []
    var widest = 0.0
    for tick in ticks.major {
      let label = canvas.fonts.fitted(tick.label, style, width: limit)
      labels.append(label)
      widest = max(widest, canvas.fonts.width(of: label, style))
    }
    size = (max(widest, axis.labelRoom), style.height)
  }

  private static func fits(
    _ ticks: Ticks, _ scale: any Scale, _ canvas: any Canvas, _ style: TextStyle, _ length: Double
  ) -> Bool {
    var end = -Double.infinity
    for tick in ticks.major {
      guard let fraction = scale.fraction(tick.value) else { continue }
      let width = canvas.fonts.width(of: tick.label, style)
      if fraction * length - width / 2 < end + 7 { return false }
      end = fraction * length + width / 2
    }
    return true
  }

  /// How far the last label extends beyond the end of the axis, with a minimum.
  func overhang(_ scale: any Scale, _ length: Double) -> Double {
    guard !isTurned, let last = ticks.major.last, let fraction = scale.fraction(last.value) else {
      return 6
    }
    return max(6, size.width / 2 - (1 - fraction) * length + 1)
  }
}
