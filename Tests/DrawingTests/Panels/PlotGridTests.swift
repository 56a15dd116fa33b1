import Testing

@testable import Drawing

@Suite struct PlotGridTests {
  private func plot(_ title: String?, _ ys: [Double], _ kind: ScaleKind = .linear) -> Plot {
    Plot(
      title: title, x: Axis("Temperatura (°C)", numbers: .mexican),
      y: Axis("Temperatura (°F)", kind, numbers: .mexican),
      marks: [LineMark(ys.indices.map(Double.init), ys, label: "a"), PointMark([0], [ys[0]])])
  }

  private func drawn(_ plots: [Plot], columns: Int) throws -> RecordingCanvas {
    try PictureRenderer().recording(Picture(panels: [PlotGrid(plots, columns: columns)]))
  }

  @Test func numbersAndNamesStandOnce() throws {
    let plots = (0..<6).map { plot("Época \($0)", [0, 100, Double($0) * 20]) }
    let canvas = try drawn(plots, columns: 3)
    try expectLegible(canvas, width: 640, height: 480)
    let texts = canvas.texts.map(\.text)
    #expect(texts.filter { $0 == "Temperatura (°C)" }.count == 1)
    #expect(texts.filter { $0 == "Temperatura (°F)" }.count == 1)
    // Two rows at the left, three columns below.
    #expect(texts.filter { $0 == "40" }.count == 2)
    #expect(texts.filter { $0 == "2" || $0 == "2.0" }.count == 3)
  }

  @Test func areasAreAlikeAndShareTheirScales() throws {
    // The clips are the areas.
    let canvas = try drawn(
      [plot("a", [0, 1]), plot("b", [0, 100]), plot("c", [5, 7])], columns: 2)
    let areas = canvas.entries.compactMap { if case .pushClip(let rect) = $0 { rect } else { nil } }
    #expect(areas.count == 3)
    for area in areas {
      #expect(abs(area.width - areas[0].width) < 1e-9 && abs(area.height - areas[0].height) < 1e-9)
    }
    let lines = canvas.entries.compactMap { entry -> Path? in
      guard case .stroke(let path, let stroke) = entry, stroke.width == 2 else { return nil }
      return path
    }
    // From 0 to 1 of a scale that reaches 100: nearly level.
    guard case .move(let start) = lines[0].segments[0], case .line(let end) = lines[0].segments[1]
    else { Issue.record("no line"); return }
    #expect(start.y - end.y > 0 && start.y - end.y < areas[0].height * 0.02)
  }

  @Test(arguments: [[1e-9, 4e-9], [1e12, -3e12], [7, 7], [.nan, 1]])
  func hardValuesAreLegible(_ ys: [Double]) throws {
    let long = String(repeating: "título largo ", count: 9)
    for kind in [ScaleKind.linear, .logarithmic] {
      for count in [1, 5, 8] {
        let plots = (0..<count).map { plot($0 == 0 ? nil : long, ys, kind) }
        try expectLegible(drawn(plots, columns: 4), width: 640, height: 480)
      }
    }
  }
}
