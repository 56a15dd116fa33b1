import Drawing
import Lessons

/// One table per layer: every weight as a number, with a shade and a mark for sign and size.
struct WeightsFigure: FigureMaker {
  let name = "weights"
  static let limit = 1000
  private static let fewest = 6

  /// Not a third time what the network's picture and a table already hold.
  func isDefault(for lesson: Lesson) -> Bool { (lesson.model?.parameterCount ?? 0) >= Self.fewest }

  func need(of lesson: Lesson) -> FigureNeed? {
    guard lesson.training != nil else { return .model }
    guard !lesson.hasImages, let count = lesson.model?.parameterCount, count <= Self.limit
    else { return .fewParameters }
    return nil
  }

  func figure(_ context: FigureContext) -> Figure {
    let layers = context.trained.weights
    let tables = layers.map { LayerTable($0, isFirst: $0.layer == layers.first?.layer, context) }
    let widest = tables.map(\.columnCount).max() ?? 1
    let columns = min(tables.count, widest <= 4 ? 3 : widest <= 8 ? 2 : 1)
    let rows = tables.isEmpty ? 1 : (tables.count + columns - 1) / columns
    let tallest = tables.map(\.rowCount).max() ?? 1
    let rowHeight = 66 + Double(tallest) * 34
    let isNarrow = columns * (widest + 1) <= 4
    let picture = Picture(
      width: isNarrow ? 420 : 640,
      height: min(900, 56 + (context.notice == nil ? 0 : 32) + rowHeight * Double(rows)),
      panels: tables.map { $0.panel(context) }, columns: columns,
      shares: columns == tables.count ? tables.map { 1.3 + Double($0.columnCount) } : [])
    let values = layers.flatMap { $0.arrays.flatMap(\.values) }
    let largest = tables.flatMap(\.entries).max { $0.value.magnitude < $1.value.magnitude }
    let words = [
      "count": context.numbers.string(values.count),
      "layers": context.numbers.string(layers.count),
      "negative": context.numbers.string(values.filter { $0 < 0 }.count),
      "largest": largest.map { context.number($0.value) } ?? "–",
      "largestName": largest?.name ?? "–",
      "list": context.list(
        tables.flatMap(\.entries).map { "\($0.name) \(context.number($0.value))" }, limit: 30),
    ]
    let data = DataTable(
      columns: [
        .init("layer", label: context.phrase("column.layer")),
        .init("array", label: context.phrase("column.array")),
        .init("index", label: context.phrase("column.index")),
        .init("value", label: context.phrase("column.value")),
      ],
      rows: layers.flatMap { layer in
        layer.arrays.flatMap { array in
          array.values.indices.map {
            [
              .text(layer.layer), .term(array.name, label: context.arrayLabel(array.name)),
              .text(Self.indices($0, array.shape).map(String.init).joined(separator: " ")),
              .single(array.values[$0]),
            ]
          }
        }
      })
    return context.figure(name, picture, words, data: data)
  }

  /// The row, column, ... (from 0) of an index into a flat array.
  private static func indices(_ place: Int, _ shape: [Int]) -> [Int] {
    var rest = place
    var result: [Int] = []
    for size in shape.reversed() {
      result.insert(rest % size, at: 0)
      rest /= size
    }
    return result
  }
}

/// The arrays of a layer as rows of one table: one row per input, then the bias.
private struct LayerTable {
  struct Entry {
    var name: String
    var value: Float
  }

  let title: String
  private(set) var rowLabels: [String] = []
  private(set) var rows: [[Float]] = []
  /// False for the mean and variance of a Normalization, which are measured.
  private var isTrained: [Bool] = []
  private(set) var entries: [Entry] = []
  let columnCount: Int
  var rowCount: Int { rows.count }

  init(_ layer: LayerWeights, isFirst: Bool, _ context: FigureContext) {
    title = layer.layer
    // The counter of a Normalization layer says nothing about what was learned.
    let arrays = layer.arrays.filter { $0.name != "count" }
    columnCount = arrays.map { $0.shape.last ?? 1 }.max() ?? 1
    for array in arrays {
      let width = array.shape.last ?? 1
      let height = array.values.count / max(1, width)
      let words = context.arrayLabel(array.name)
      for row in 0..<height {
        let label: String
        if array.name == "kernel", isFirst, let study = context.trained.regression,
          height == study.inputNames.count
        {
          label = height == 1 ? words : context.columnLabel(study.inputNames[row])
        } else {
          label = height == 1 ? words : "\(words) \(row + 1)"
        }
        rowLabels.append(label)
        let values = Array(array.values[row * width..<(row + 1) * width])
        rows.append(values)
        isTrained.append(!["mean", "variance"].contains(array.name))
        for (column, value) in values.enumerated() {
          let place = width == 1 ? label : "\(label) → \(column + 1)"
          entries.append(Entry(name: "\(layer.layer): \(place)", value: value))
        }
      }
    }
  }

  func panel(_ context: FigureContext) -> MatrixPanel {
    let trained = zip(rows, isTrained).filter(\.1).flatMap(\.0)
    let largest = max(trained.map(\.magnitude).max() ?? 1, .leastNormalMagnitude)
    let cells = zip(rows, isTrained).map { row, isTrained in
      (0..<columnCount).map { column -> MatrixPanel.Cell in
        guard row.indices.contains(column) else { return MatrixPanel.Cell("") }
        let value = row[column]
        guard isTrained else { return MatrixPanel.Cell(context.number(value)) }
        return MatrixPanel.Cell(
          text(value, largest, context), shade: Double(value / largest) * 0.75, hasSignMark: true)
      }
    }
    return MatrixPanel(
      title: title, rowLabels: rowLabels,
      columnLabels: (0..<columnCount).map { context.numbers.string($0 + 1) },
      columnTitle: context.phrase("weights.neuron"), cells: cells, largestCell: (130, 36))
  }

  /// The same number of decimals within a table, if it shows every value.
  private func text(_ value: Float, _ largest: Float, _ context: FigureContext) -> String {
    let isPlain = largest < 1000 && (value == 0 || value.magnitude >= 0.001)
    guard isPlain else { return context.number(value) }
    return context.numbers.string(Double(value), decimals: largest < 100 ? 4 : 2)
  }
}
