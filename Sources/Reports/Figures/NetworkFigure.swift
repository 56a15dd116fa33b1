import Drawing
import Lessons
import Neural

/// The network with its weights: for one neuron the numbers that flow through it, before training
/// and after; for a small one neurons joined by lines.
struct NetworkFigure: FigureMaker {
  let name = "network"

  func isDefault(for lesson: Lesson) -> Bool { true }

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    return lesson.smallNetwork == nil ? .smallNetwork : nil
  }

  func figure(_ context: FigureContext) -> Figure {
    let sizes = context.lesson.smallNetwork ?? []
    var words = [
      "sizes": sizes.map { context.numbers.string($0) }.joined(separator: "–"),
      "parameters": context.numbers.string(context.trained.parameterCount),
      "count": context.numbers.string(context.trained.parameterCount),
    ]
    let picture: Picture
    if context.lesson.isSingleNeuron {
      let flow = NeuronFlow(context)
      picture = Picture(
        height: flow.panels.count == 1 ? 260 : 440, panels: flow.panels, columns: 1)
      words["insight"] = flow.words
    } else {
      let diagram = diagram(context, sizes)
      picture = Picture(
        height: max(340, min(640, 120 + Double(sizes.max() ?? 1) * 105)), panels: [diagram])
      words["insight"] = context.phrase(
        "network.insight.layers", ["sizes": words["sizes"]!, "parameters": words["parameters"]!])
    }
    return context.figure(name, picture, words, data: table(context))
  }

  private var denseArrays: (LayerWeights) -> Bool {
    { layer in layer.arrays.contains { $0.name == "kernel" } }
  }

  private func diagram(_ context: FigureContext, _ sizes: [Int]) -> NetworkDiagram {
    let layers = context.trained.weights.filter(denseArrays)
    let study = context.study
    var columns: [NetworkDiagram.Column] = [
      .init(
        name: context.phrase("network.input"),
        nodes: study.inputNames.count == 1
          ? ["x"] : study.inputNames.indices.map { "x\(Self.subscripted($0 + 1))" },
        notes: study.inputNames.map { context.columnLabel($0) })
    ]
    var weights: [[[Double]]] = []
    for (index, layer) in layers.enumerated() {
      let kernel = layer.arrays.first { $0.name == "kernel" }
      let bias = layer.arrays.first { $0.name == "bias" }
      let units = sizes[index + 1]
      let isLast = index == layers.count - 1
      columns.append(
        .init(
          name: isLast
            ? context.phrase("network.output")
            : context.phrase("network.hidden", ["name": layer.layer]),
          nodes: (0..<units).map { isLast && units == 1 ? "y" : "\($0 + 1)" },
          notes: (bias?.values ?? []).map { value in
            context.phrase(
              "network.bias", ["value": context.numbers.significant(Double(value), digits: 3)])
          }))
      weights.append(
        (0..<sizes[index]).map { row in
          (0..<units).map { Double(kernel?.values[row * units + $0] ?? 0) }
        })
    }
    return NetworkDiagram(columns: columns, weights: weights, numbers: context.numbers)
  }

  private static func subscripted(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(Unicode.Scalar($0.value + 0x2050)!) })
  }

  private func table(_ context: FigureContext) -> DataTable {
    var rows: [[DataTable.Cell]] = []
    for layer in context.trained.weights {
      for array in layer.arrays {
        let units = array.shape.last ?? 1
        for (place, value) in array.values.enumerated() {
          let isKernel = array.name == "kernel"
          rows.append([
            .text(layer.layer), .term(array.name, label: context.arrayLabel(array.name)),
            isKernel ? .integer(place / units + 1) : .empty, .integer(place % units + 1),
            .single(value),
          ])
        }
      }
    }
    return DataTable(
      columns: [
        .init("layer", label: context.phrase("column.layer")),
        .init("array", label: context.phrase("column.array")),
        .init("from", label: context.phrase("column.from")),
        .init("to", label: context.phrase("column.to")),
        .init("value", label: context.phrase("column.value")),
      ], rows: rows)
  }
}
