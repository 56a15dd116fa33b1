import Drawing
import Lessons
import Neural

/// Layers without activations multiplied out, one after the other, into one weight and one bias.
///
/// Every table is computed from the digits shown before it, so that a calculator confirms it.
struct ProductFigure: FigureMaker {
  let name = "product"
  private static let decimals = 4
  /// Maximum number of units per layer, so that the digits fit.
  private static let widestLayer = 4

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    if !lesson.hasSingleInput { return .singleInput }
    let dense = lesson.layers.compactMap { $0 as? Dense }
    guard dense.count == lesson.layers.count, (2...5).contains(dense.count),
      dense.allSatisfy({ $0.activation == .linear && $0.units <= Self.widestLayer }),
      lesson.predictsNumber
    else { return .linearLayers }
    return nil
  }

  /// One or several layers as a linear map: a row of weights per input, a bias per unit.
  private struct Map {
    var kernel: [[Double]]
    var bias: [Double]

    init(kernel: [[Double]], bias: [Double]) {
      self.kernel = kernel.map { $0.map(Self.rounded) }
      self.bias = bias.map(Self.rounded)
    }

    init(_ layer: LayerWeights) {
      let values = layer.arrays[0].values.map(Double.init)
      let units = layer.arrays[0].shape[1]
      self.init(
        kernel: stride(from: 0, to: values.count, by: units).map { Array(values[$0..<$0 + units]) },
        bias: layer.arrays[1].values.map(Double.init))
    }

    private static func rounded(_ value: Double) -> Double {
      let unit = 1e4
      return value.magnitude < 1e11 ? (value * unit).rounded() / unit : value
    }

    /// This map followed by `next`.
    func then(_ next: Map) -> Map {
      func row(_ values: [Double], _ start: [Double]) -> [Double] {
        zip(values, next.kernel).reduce(start) { sums, pair in
          zip(sums, pair.1).map { $0 + pair.0 * $1 }
        }
      }
      let zero = [Double](repeating: 0, count: next.bias.count)
      return Map(kernel: kernel.map { row($0, zero) }, bias: row(bias, next.bias))
    }
  }

  func figure(_ context: FigureContext) -> Figure {
    let layers = context.trained.weights.map(Map.init)
    var together = layers[0]
    var panels: [any Panel] = []
    var products: [Map] = []
    for (index, layer) in layers.enumerated().dropFirst() {
      let first = index == 1 ? "first" : "before"
      panels.append(
        panel(context, together, context.phrase("product.\(first)", place(context, index))))
      panels.append(
        panel(context, layer, context.phrase("product.times", place(context, index + 1))))
      together = together.then(layer)
      products.append(together)
      let isLast = index == layers.count - 1
      panels.append(
        panel(
          context, together,
          context.phrase(isLast ? "product.line" : "product.together", place(context, index + 1)),
          isFramed: isLast))
    }
    let tallest = layers.map(\.kernel.count).max() ?? 1
    let picture = Picture(
      width: 760, height: 70 + Double(layers.count - 1) * (78 + 32 * Double(tallest + 1)),
      panels: panels, columns: 3)
    return context.figure(
      name, picture, words(context, together, layers.count),
      data: table(context, layers, products))
  }

  private func place(_ context: FigureContext, _ layer: Int) -> [String: String] {
    ["layer": context.numbers.string(layer)]
  }

  private func panel(
    _ context: FigureContext, _ map: Map, _ title: String, isFramed: Bool = false
  ) -> MatrixPanel {
    let weight = context.arrayLabel("kernel")
    let rows = map.kernel + [map.bias]
    let largest = max(rows.flatMap { $0 }.map(\.magnitude).max() ?? 1, .leastNormalMagnitude)
    return MatrixPanel(
      title: title,
      rowLabels: map.kernel.indices.map {
        map.kernel.count == 1 ? weight : "\(weight) \(context.numbers.string($0 + 1))"
      } + [context.arrayLabel("bias")],
      columnLabels: map.bias.indices.map { context.numbers.string($0 + 1) },
      columnTitle: context.phrase("weights.neuron"),
      cells: rows.map { row in
        row.map { value in
          MatrixPanel.Cell(
            value.magnitude < 1e5
              ? context.numbers.string(value, decimals: Self.decimals) : context.number(value),
            shade: value / largest * 0.75, hasSignMark: true, isFramed: isFramed)
        }
      }, largestCell: (92, 32))
  }

  private func words(_ context: FigureContext, _ line: Map, _ count: Int) -> [String: String] {
    let (weight, bias) = (line.kernel[0][0], line.bias[0])
    var words = [
      "count": context.numbers.string(count), "weight": context.number(weight),
      "bias": context.number(bias), "equation": context.equation(weight, bias), "insight": "",
    ]
    if let best = context.study.leastSquares {
      words["insight"] =
        " "
        + context.phrase(
          "product.leastSquares",
          ["equation": context.equation(best.coefficients[0], best.intercept)])
    }
    return words
  }

  private func table(_ context: FigureContext, _ layers: [Map], _ products: [Map]) -> DataTable {
    var rows: [[DataTable.Cell]] = []
    func add(_ map: Map, _ part: DataTable.Cell) {
      for (row, values) in (map.kernel + [map.bias]).enumerated() {
        let array = row < map.kernel.count ? "kernel" : "bias"
        for (unit, value) in values.enumerated() {
          rows.append([
            part, .term(array, label: context.arrayLabel(array)),
            array == "bias" ? .empty : .integer(row + 1), .integer(unit + 1), .number(value),
          ])
        }
      }
    }
    for (index, layer) in layers.enumerated() {
      add(
        layer,
        .term(
          "layer_\(index + 1)", label: context.phrase("product.first", place(context, index + 1))))
    }
    for (index, map) in products.enumerated() {
      add(
        map,
        .term(
          "layers_1_to_\(index + 2)",
          label: context.phrase("product.before", place(context, index + 2))))
    }
    return DataTable(
      columns: [
        .init("layers", label: context.phrase("column.layer")),
        .init("array", label: context.phrase("column.array")),
        .init("from", label: context.phrase("column.from")),
        .init("to", label: context.phrase("column.to")),
        .init("value", label: context.phrase("column.value")),
      ], rows: rows)
  }
}
