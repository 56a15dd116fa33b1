import Drawing
import Lessons

/// One training image as numbers, one per pixel.
struct PixelsFigure: FigureMaker {
  let name = "pixels"

  func need(of lesson: Lesson) -> FigureNeed? { lesson.hasImages ? nil : .images }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    guard let image = study.samples.first else {
      preconditionFailure("lesson \(context.lesson.id) has no sample image")
    }
    let cells = (0..<study.height).map { y in
      (0..<study.width).map { x -> MatrixPanel.Cell in
        let value = image.pixels[y * study.width + x]
        return MatrixPanel.Cell(String(value), shade: Double(value) / 255)
      }
    }
    var panel = MatrixPanel(
      rowLabels: (0..<study.height).map(String.init),
      columnLabels: (0..<study.width).map(String.init), cells: cells,
      largestCell: (width: 30, height: 30))
    panel.isInk = true
    let picture = Picture(width: 620, height: 620, panels: [panel])
    let filled = image.pixels.filter { $0 > 0 }.count
    let words = [
      "class": context.className(image.label), "size": "\(study.height) × \(study.width)",
      "pixels": context.numbers.string(image.pixels.count),
      "filled": context.numbers.string(filled),
      "largest": context.numbers.string(Int(image.pixels.max() ?? 0)),
    ]
    let data = DataTable(
      columns: (0..<study.width).map { .init("column_\($0)", label: String($0)) },
      rows: (0..<study.height).map { y in
        (0..<study.width).map { .integer(Int(image.pixels[y * study.width + $0])) }
      })
    return context.figure(name, picture, words, data: data)
  }
}
