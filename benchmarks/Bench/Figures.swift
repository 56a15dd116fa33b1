import Diagnostics
import Drawing

/// The same five charts in every program: the data are functions of whole numbers alone, so that
/// `peers/matplotlib_figures.py` has the same.
private enum BenchFigure: String, CaseIterable {
  case loss, scatter, accuracy, bars, confusion

  var picture: Picture {
    let numbers = NumberStyle.english
    switch self {
    case .loss:
      let epochs: [Double] = (1...1000).map(Double.init)
      let losses = epochs.map { (epoch: Double) -> Double in 3500 * 60 / (60 + epoch * epoch / 40) }
      return picture(
        "Loss by epoch", Axis("# Epoch", numbers: numbers),
        Axis("Loss magnitude", numbers: numbers),
        [LineMark(epochs, losses)])
    case .scatter:
      let xs: [Double] = (0..<60).map { 60 + Double($0) }
      let ys = xs.enumerated().map { (index, x) -> Double in
        x * 0.13 - 7.4 + Double(index * 7 % 11 - 5) * 0.1
      }
      return picture(
        "Stress by heart rate", Axis("Heart rate (bpm)", numbers: numbers),
        Axis("Stress", numbers: numbers),
        [PointMark(xs, ys)])
    case .accuracy:
      let epochs = (1...10).map(Double.init)
      return picture(
        "Accuracy by epoch", Axis("Epoch", numbers: numbers),
        Axis("Accuracy", domain: 0...1, numbers: numbers),
        [
          LineMark(
            epochs, epochs.map { 0.97 - 0.2 / $0 }, label: "Training", showsPoints: true),
          LineMark(
            epochs, epochs.map { 0.92 - 0.15 / $0 }, label: "Validation", series: 1,
            showsPoints: true),
        ], .lowerRight)
    case .bars:
      let recalls = (0..<10).map { (index: Int) -> Double in 0.7 + Double(index * 3 % 10) * 0.03 }
      return picture(
        "Recall by class", Axis("Recall", domain: 0...1, numbers: numbers),
        Axis(nil, .category(Self.names), numbers: numbers),
        [BarMark(recalls, .lying)])
    case .confusion:
      let cells = (0..<10).map { row in
        (0..<10).map { column -> MatrixPanel.Cell in
          let count = Self.count(row, column)
          return MatrixPanel.Cell("\(count)", shade: Double(count) / 1000)
        }
      }
      return Picture(
        title: "Confusion matrix",
        panels: [
          MatrixPanel(
            rowLabels: Self.names, columnLabels: Self.names, rowTitle: "Actual",
            columnTitle: "Predicted", cells: cells, largestCell: (90, 60))
        ])
    }
  }

  private static let names = (0..<10).map { "class \($0)" }

  private static func count(_ row: Int, _ column: Int) -> Int {
    row == column ? 800 + row * 10 : (row * 7 + column * 13) % 40
  }

  private func picture(
    _ title: String, _ x: Axis, _ y: Axis, _ marks: [any Mark],
    _ legend: LegendPlacement = .above
  ) -> Picture {
    Picture(title: title, panels: [Plot(x: x, y: y, marks: marks, legend: legend)])
  }
}

/// Seconds to draw each chart and to make its PNG of 1280 x 960 pixels in memory.
func measureFigures(rounds: Int) throws {
  let renderer = try PictureRenderer()
  let parts = BenchFigure.allCases.map { figure in
    let times = (0..<rounds + 1).map { _ in
      let start = now()
      _ = renderer.png(figure.picture)
      return now() - start
    }.dropFirst()
    return "\"\(figure.rawValue)\": \(median(Array(times)))"
  }
  print("{\"name\": \"cuaderno\", \(parts.joined(separator: ", "))}")
}
