import Drawing
import Lessons

/// The network with its weights: for a single neuron the calculation before and after training, for
/// a small network neurons joined by lines.
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
      "parameters": context.count(context.trained.parameterCount, .parameters),
    ]
    let picture: Picture
    if context.lesson.isSingleNeuron {
      let flow = NeuronFlow(context)
      picture = Picture(
        height: flow.panels.count == 1 ? 260 : 440, panels: flow.panels, columns: 1)
      words["insight"] = flow.words
    } else {
      let layers = Self.untrained(context).map { [$0, context.trained.weights] }
      let states = layers ?? [context.trained.weights]
      let titles = layers == nil ? [] : ["network.untrained", "network.trained"]
      let widest = states.joined().flatMap(Self.kernel).map { Double($0.magnitude) }.max()
      let height = max(300, min(600, 80 + Double(sizes.max() ?? 1) * 100))
      picture = Picture(
        height: 40 + height * Double(states.count),
        panels: states.enumerated().map { index, state in
          var diagram = diagram(context, sizes, state)
          diagram.title = titles.isEmpty ? nil : context.phrase(titles[index])
          diagram.widest = widest
          return diagram
        }, columns: 1)
      words["insight"] =
        context.phrase("network.insight.layers")
        + (layers == nil ? "" : " " + context.phrase("network.insight.both"))
    }
    return context.figure(name, picture, words, data: table(context))
  }

  private static func kernel(_ layer: LayerWeights) -> [Float] {
    layer.arrays.first { $0.name == "kernel" }?.values ?? []
  }

  /// The layers' initial weights; nil if they were not recorded.
  private static func untrained(_ context: FigureContext) -> [LayerWeights]? {
    guard var rest = context.trained.trajectory?.first?[...] else { return nil }
    var layers = context.trained.weights
    for layer in layers.indices {
      for array in layers[layer].arrays.indices {
        let count = layers[layer].arrays[array].values.count
        guard rest.count >= count else { return nil }
        layers[layer].arrays[array].values = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
    return layers
  }

  private func diagram(
    _ context: FigureContext, _ sizes: [Int], _ weights: [LayerWeights]
  ) -> NetworkDiagram {
    let layers = weights.filter { !Self.kernel($0).isEmpty }
    let study = context.study
    var columns: [NetworkDiagram.Column] = [
      .init(
        name: context.phrase("network.input"),
        nodes: study.inputNames.count == 1
          ? ["x"] : study.inputNames.indices.map { "x\(Self.subscripted($0 + 1))" },
        notes: study.inputNames.map { context.columnLabel($0) })
    ]
    var matrices: [[[Double]]] = []
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
      matrices.append(
        (0..<sizes[index]).map { row in
          (0..<units).map { Double(kernel?.values[row * units + $0] ?? 0) }
        })
    }
    return NetworkDiagram(columns: columns, weights: matrices, numbers: context.numbers)
  }

  static func subscripted(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(Unicode.Scalar($0.value + 0x2050)!) })
  }

  private func table(_ context: FigureContext) -> DataTable {
    let before = context.lesson.isSingleNeuron ? nil : Self.untrained(context)
    var rows: [[DataTable.Cell]] = []
    for (layerPlace, layer) in context.trained.weights.enumerated() {
      for (arrayPlace, array) in layer.arrays.enumerated() {
        let first = before?[layerPlace].arrays[arrayPlace].values
        let units = array.shape.last ?? 1
        for (place, value) in array.values.enumerated() {
          let isKernel = array.name == "kernel"
          rows.append(
            [
              .text(layer.layer), .term(array.name, label: context.arrayLabel(array.name)),
              isKernel ? .integer(place / units + 1) : .empty, .integer(place % units + 1),
              .single(value),
            ] + (first.map { [.single($0[place])] } ?? []))
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
      ] + (before == nil ? [] : [.init("untrained", label: context.phrase("network.untrained"))]),
      rows: rows)
  }
}
