import Drawing
import TestSupport
import Testing

@testable import Figures
@testable import Lessons

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

  /// Whatever is drawn in a colour of a series, named in a legend or not, has a dash, a marker or a
  /// hatch that no other such colour of its picture has.
  @Test(arguments: Language.allCases)
  func coloursOfSeriesDifferInTheDrawingList(_ language: Language) throws {
    let renderer = try PictureRenderer()
    for figure in try FigureTests.figures(language) {
      let looks = Self.looks(renderer.recording(figure.picture).entries)
      for (index, look) in looks.enumerated() {
        for other in looks[..<index] {
          #expect(
            look.shapes != other.shapes,
            "\(figure.id): \(look.color.description) looks like \(other.color.description)")
        }
      }
    }
  }

  @Test func everyFigureOfTheBundledNotebookIsAmongThem() throws {
    let bundled = try Notebook.load(folder: "\(templatesFolder)/notebooks/practica-tensorflow")
    let asked = Set(bundled.lessons.flatMap { FigureCatalogue.names(for: $0) })
    let drawn = Set(try FigureTests.figures(.es).map(\.name))
    #expect(!asked.isEmpty && asked.isSubset(of: drawn), "\(asked.subtracting(drawn))")
  }

  /// Of each colour of a series in a picture, what is drawn in it but for the colour.
  private static func looks(_ entries: [RecordingCanvas.Entry]) -> [(
    color: Color, shapes: Set<String>
  )] {
    let theme = Theme.standard
    return theme.series.map(\.color).compactMap { color in
      var shapes: Set<String> = []
      for (index, entry) in entries.enumerated() {
        switch entry {
        case .stroke(_, let stroke) where stroke.color == color:
          shapes.insert("line \(stroke.dash) \(stroke.width > 3)")
        case .stamp(let path, _, let fill, let stroke) where fill == color:
          shapes.insert("\(path.segments.count) \(path.segments.first!) \(stroke == nil)")
        case .stamp(let path, _, let fill, let stroke) where stroke?.color == color:
          shapes.insert("\(path.segments.count) \(path.segments.first!) hollow \(fill == nil)")
        case .fill(let path, color):
          // A filled triangle is a sign's mark; a clip behind a fill is its hatch.
          let next = index + 1 < entries.count ? entries[index + 1] : nil
          var isHatched = false
          if case .pushClip? = next { isHatched = true }
          shapes.insert(path.segments.count < 5 ? "mark" : "area \(isHatched)")
        default: break
        }
      }
      return shapes.isEmpty ? nil : (color, shapes)
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
