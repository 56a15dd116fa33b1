import Drawing
import Testing

@testable import Lessons
@testable import Reports

/// What a photocopy leaves of a figure: everything but the colours.
@Suite struct PhotocopyTests {
  @Test func namedMarksOfAPlotDifferWithoutColours() throws {
    let fonts = try FontBook()
    for figure in try FigureTests.figures(.es) {
      for plot in figure.picture.panels.flatMap(Self.plots) {
        let keys = plot.marks.filter { $0.label != nil }.map { mark in
          let canvas = RecordingCanvas(fonts: fonts)
          mark.drawKey(on: canvas, in: Rect(0, 0, 28, 12), .standard)
          return (label: mark.label!, look: canvas.entries.map(Self.colourless))
        }
        for (index, key) in keys.enumerated() {
          #expect(!key.look.isEmpty, "\(figure.id): “\(key.label)” has no sample in the legend")
          for other in keys[..<index] where other.label != key.label {
            #expect(
              other.look != key.look, "\(figure.id): “\(key.label)” looks like “\(other.label)”")
          }
        }
      }
    }
  }

  private static func plots(in panel: any Panel) -> [Plot] {
    switch panel {
    case let plot as Plot: [plot]
    case let column as PlotColumn: column.plots
    case let grid as PlotGrid: grid.plots
    case let column as PanelColumn: column.panels.flatMap(plots)
    default: []
    }
  }

  /// Outlines, widths and dashes.
  private static func colourless(_ entry: RecordingCanvas.Entry) -> String {
    func words(_ stroke: Stroke) -> String { "\(stroke.width) \(stroke.dash) \(stroke.cap)" }
    return switch entry {
    case .fill(let path, _): "fill \(path.segments)"
    case .stroke(let path, let stroke): "stroke \(path.segments) \(words(stroke))"
    case .stamp(let path, let places, let fill, let stroke):
      "stamp \(path.segments) \(places) \(fill == Theme.standard.background) "
        + (stroke.map(words) ?? "")
    case .text(let text, _, _, _, _): text
    case .image, .pushClip, .popClip: ""
    }
  }
}
