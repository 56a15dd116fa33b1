import Diagnostics
import Drawing
import Lessons

/// A convolution and a pooling on a few pixels of a training image. All numbers are computed from
/// the two decimals shown, so that a calculator confirms them.
struct ConvolutionFigure: FigureMaker {
  let name = "convolution"
  private static let side = 6

  func need(of lesson: Lesson) -> FigureNeed? { FirstConvolution.need(of: lesson) }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    guard let image = study.samples.first, study.height >= Self.side, study.width >= Self.side
    else {
      preconditionFailure("lesson \(context.lesson.id) has no image of \(Self.side) pixels a side")
    }
    let layer = FirstConvolution(context)
    let patch = Self.busiest(image, study)
    let worked = (0..<layer.filters).map { Worked(layer, filter: $0, patch) }
    // The filter whose responses to this patch differ most; the first one on ties.
    guard let shown = worked.max(by: { $0.spread < $1.spread }) else {
      preconditionFailure("a convolution without filters")
    }
    let (filter, weights, bias) = (shown.filter, shown.weights, shown.bias)
    let (sums, output) = (shown.sums, shown.output)
    let pooled = Self.pooled(output)
    let numbers = context.numbers
    let filterTitle = context.phrase(
      "convolution.filter",
      ["number": numbers.string(filter + 1), "bias": numbers.string(bias, decimals: 2)])
    func table(_ title: String, _ values: [[Double]], _ framed: (Int, Int)) -> MatrixPanel {
      Self.panel(title, values, framed, numbers)
    }
    let picture = Picture(
      width: 940, height: 330,
      panels: [
        table(context.phrase("convolution.patch"), patch, (layer.height, layer.width)),
        table(filterTitle, weights, (0, 0)),
        table(
          context.phrase("convolution.\(layer.isRectified ? "output" : "linear")"), output, (1, 1)),
        table(context.phrase("convolution.pooled"), pooled, (1, 1)),
      ], shares: [6, 4.3, 4.3, 3.9])
    let values = [
      "sum": numbers.string(sums[0][0], decimals: 2),
      "first": numbers.string(output[0][0], decimals: 2),
    ]
    let isRectified = layer.isRectified
    let words = values.merging([
      "class": context.className(image.label), "patch": "\(Self.side) × \(Self.side)",
      "filter": numbers.string(filter + 1), "kernel": "\(layer.height) × \(layer.width)",
      "cell": context.phrase("convolution.cell\(isRectified ? "Relu" : "Linear")", values),
      "after": isRectified ? context.phrase("convolution.after") : "",
      "relu": isRectified ? context.phrase("convolution.relu", values) : "",
    ]) { $1 }
    let data = DataTable(
      columns: [
        .init("table", label: context.phrase("column.table")),
        .init("row", label: context.phrase("column.row")),
        .init("column", label: context.phrase("column.column")),
        .init("value", label: context.phrase("column.value")),
      ],
      rows: Self.rows([
        ("patch", patch), ("filter", weights), ("output", output), ("pooled", pooled),
      ]))
    return context.figure(name, picture, words, data: data)
  }

  /// The maximum of each 2 x 2 square; an odd last row or column is dropped, as in Keras.
  private static func pooled(_ values: [[Double]]) -> [[Double]] {
    (0..<values.count / 2).map { y -> [Double] in
      let (upper, lower) = (values[2 * y], values[2 * y + 1])
      return (0..<upper.count / 2).map { x -> Double in
        max(max(upper[2 * x], upper[2 * x + 1]), max(lower[2 * x], lower[2 * x + 1]))
      }
    }
  }

  private static func rows(_ tables: [(name: String, values: [[Double]])]) -> [[DataTable.Cell]] {
    var rows: [[DataTable.Cell]] = []
    for table in tables {
      for (y, row) in table.values.enumerated() {
        for (x, value) in row.enumerated() {
          rows.append([.text(table.name), .integer(y + 1), .integer(x + 1), .number(value)])
        }
      }
    }
    return rows
  }

  private static func panel(
    _ title: String, _ values: [[Double]], _ framed: (Int, Int), _ numbers: NumberStyle
  ) -> MatrixPanel {
    let largest = max(values.joined().map(\.magnitude).max() ?? 1, 1e-9)
    return MatrixPanel(
      title: title, rowLabels: values.indices.map { numbers.string($0 + 1) },
      columnLabels: values[0].indices.map { numbers.string($0 + 1) },
      cells: values.enumerated().map { y, row in
        row.enumerated().map { x, value in
          MatrixPanel.Cell(
            numbers.string(value, decimals: 2), shade: value / largest * 0.6,
            isFramed: y < framed.0 && x < framed.1)
        }
      }, largestCell: (width: 44, height: 36))
  }

  fileprivate static func hundredth(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// The patch whose neighbouring pixels differ most, divided by 255; the first one on ties.
  private static func busiest(_ image: LabelledImage, _ study: ClassificationStudy) -> [[Double]] {
    var best = (top: 0, left: 0, variety: -1)
    for top in 0...(study.height - side) {
      for left in 0...(study.width - side) {
        var variety = 0
        for y in 0..<side {
          for x in 0..<side - 1 {
            let place = (top + y) * study.width + left + x
            variety += abs(Int(image.pixels[place]) - Int(image.pixels[place + 1]))
          }
        }
        if variety > best.variety { best = (top, left, variety) }
      }
    }
    return (0..<side).map { y in
      (0..<side).map { x in
        hundredth(Double(image.pixels[(best.top + y) * study.width + best.left + x]) / 255)
      }
    }
  }
}

/// One filter's response to a patch, from weights and pixels with two decimals.
private struct Worked {
  let filter: Int
  let weights: [[Double]]
  let bias: Double
  let sums: [[Double]]
  let output: [[Double]]

  init(_ layer: FirstConvolution, filter: Int, _ patch: [[Double]]) {
    let weights = (0..<layer.height).map { y in
      (0..<layer.width).map { ConvolutionFigure.hundredth(layer.weight(y, $0, filter: filter)) }
    }
    let bias = ConvolutionFigure.hundredth(layer.bias(filter: filter))
    let sums = (0...patch.count - layer.height).map { y in
      (0...patch[0].count - layer.width).map { x -> Double in
        var sum = bias
        for (dy, row) in weights.enumerated() {
          for (dx, weight) in row.enumerated() { sum += weight * patch[y + dy][x + dx] }
        }
        return ConvolutionFigure.hundredth(sum)
      }
    }
    self.filter = filter
    self.weights = weights
    self.bias = bias
    self.sums = sums
    output = sums.map { $0.map(layer.activated) }
  }

  var spread: Double {
    let values = output.joined()
    return (values.max() ?? 0) - (values.min() ?? 0)
  }
}
