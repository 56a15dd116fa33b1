import Drawing
import Testing

@Suite struct PlotTests {
  private let long = String(repeating: "Una etiqueta larguísima con acentos ", count: 12)

  private func axis(_ label: String, _ kind: ScaleKind = .linear) -> Axis {
    Axis(label, kind, numbers: .mexican)
  }

  private func recorded(_ panels: [any Panel], title: String? = nil) throws -> RecordingCanvas {
    try PictureRenderer().recording(Picture(title: title, panels: panels))
  }

  /// Every hard case, each to be whole and legible.
  static let cases: [String: [any Mark]] = [
    "one point": [
      PointMark([75], [0.52], label: "a"), CrossMark(x: 75, y: 0.52, label: "b", text: "75 → 0.52"),
    ],
    "constant": [LineMark([1, 2, 3], [7, 7, 7]), PointMark([1, 2, 3], [7, 7, 7])],
    "gap": [LineMark([1, 2, 3, 4, 5], [1, .nan, 2, .infinity, 3])],
    "nothing": [LineMark([], [])],
    "all gaps": [LineMark([1, 2], [.nan, .nan])],
    "tiny": [PointMark([1e-9, 2e-9], [3e-9, 4e-9])],
    "huge": [PointMark([1e12, 2e12], [-3e12, 4e12])],
    "far apart": [PointMark([1e-9, 1e12], [-1e300, 1e300])],
    "many": [
      LineMark((0..<100_000).map(Double.init), (0..<100_000).map { Double($0 % 977) }),
      PointMark((0..<100_000).map(Double.init), (0..<100_000).map { Double($0 % 977) }, label: "x"),
    ],
    "labels": (0..<8).map {
      CrossMark(x: Double($0), y: Double($0), label: "cruz \($0)", text: "etiqueta número \($0)")
    },
  ]

  @Test(arguments: cases.keys.sorted())
  func textsNeitherMeetNorLeave(_ name: String) throws {
    let marks = Self.cases[name]!
    for kind in [ScaleKind.linear, .logarithmic] {
      let canvas = try recorded(
        [Plot(title: "Panel", x: axis("x"), y: axis("y", kind), marks: marks)], title: name)
      try expectLegible(canvas, width: 640, height: 480)
    }
  }

  @Test func longTextsAreCutOrWrapped() throws {
    let names = (0..<40).map { "clase número \($0) con nombre largo" }
    let bars = BarMark((0..<40).map(Double.init), label: long)
    let canvas = try recorded(
      [
        Plot(
          title: long, x: axis(long, .category(names)), y: axis(long),
          marks: [bars, LineMark([0, 1], [0, 1], label: long, series: 1)]),
        Plot(
          title: long, x: axis(long), y: axis(long, .category(names)),
          marks: [BarMark((0..<40).map(Double.init), .lying, texts: names)]),
      ], title: long)
    try expectLegible(canvas, width: 640, height: 480)
    #expect(canvas.texts.contains { $0.text.hasSuffix("…") })
  }

  @Test func aHundredThousandPointsAreThinned() throws {
    let canvas = try recorded(
      [Plot(x: axis("x"), y: axis("y"), marks: Self.cases["many"]!)])
    var longest = 0
    for case .stroke(let path, _) in canvas.entries { longest = max(longest, path.segments.count) }
    #expect(longest < 6000)
  }

  @Test func gapsBreakTheLine() throws {
    let canvas = try recorded(
      [Plot(x: axis("x"), y: axis("y"), marks: [LineMark([1, 2, 3, 4, 5], [1, 2, .nan, 3, 4])])])
    let moves = canvas.entries.compactMap { entry -> Int? in
      guard case .stroke(let path, let stroke) = entry, stroke.width == 2 else { return nil }
      return path.segments.filter { if case .move = $0 { true } else { false } }.count
    }
    #expect(moves == [2])
  }

  @Test func seriesDifferInMoreThanColour() {
    let theme = Theme.standard
    for a in 0..<theme.series.count - 1 {
      for b in 0..<a {
        #expect(theme.look(a).dash != theme.look(b).dash, "dashes of \(a) and \(b)")
        #expect(theme.look(a).shape != theme.look(b).shape, "shapes of \(a) and \(b)")
      }
    }
  }
}

/// No two texts share a place, and none is outside the picture.
func expectLegible(
  _ canvas: RecordingCanvas, width: Double, height: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let page = Rect(0, 0, width, height)
  let texts = canvas.texts
  #expect(!texts.isEmpty, sourceLocation: sourceLocation)
  for (index, (text, box)) in texts.enumerated() {
    #expect(
      page.contains(box, tolerance: 0.01), "“\(text)” at \(box) leaves the picture",
      sourceLocation: sourceLocation)
    for (other, otherBox) in texts[..<index] {
      #expect(
        !box.inset(0.5).overlaps(otherBox), "“\(text)” \(box) meets “\(other)” \(otherBox)",
        sourceLocation: sourceLocation)
    }
  }
}
