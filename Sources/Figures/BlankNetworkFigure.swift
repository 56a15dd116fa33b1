import Diagnostics
import Drawing
import Lessons

/// The network without its numbers, for students to fill in: the calculation of a single neuron, or
/// neurons joined by lines.
struct BlankNetworkFigure: FigureMaker {
  let name = "network"

  func need(of lesson: Lesson) -> FigureNeed? { NetworkFigure().need(of: lesson) }

  func figure(_ context: FigureContext) -> Figure {
    let sizes = context.lesson.smallNetwork ?? []
    var words = ["sizes": sizes.map { context.numbers.string($0) }.joined(separator: "–")]
    let isChain = context.lesson.isSingleNeuron
    words["what"] = context.phrase(
      isChain ? "network.blank.neuron" : "network.blank.layers", words)
    let picture =
      isChain
      ? Picture(height: 130, panels: [chain(context)])
      : Picture(
        height: max(300, min(520, 90 + Double(sizes.max() ?? 1) * 80)),
        panels: [diagram(context, sizes)])
    var figure = context.figure(
      name, picture, words, data: DataTable(columns: [], rows: []), phrases: "network.blank")
    figure.picture.title = nil
    return figure
  }

  private func chain(_ context: FigureContext) -> ChainDiagram {
    let study = context.study
    let example = context.lesson.training?.untrained
    let input = example?.predict.first?.first
    func signed(_ value: Float) -> String {
      let size = context.numbers.significant(Double(value.magnitude.description) ?? 0, digits: 8)
      return "\(value < 0 ? NumberStyle.minus : "+") \(size)"
    }
    let weights = example?.weights ?? []
    let steps =
      weights.count == 2
      ? [
        "× \(context.numbers.significant(Double(weights[0][0].description) ?? 0, digits: 8))",
        signed(weights[1][0]),
      ] : ["× w", "+ b"]
    return ChainDiagram(
      title: nil,
      nodes: [
        .init(
          input.map { context.number($0) } ?? "x",
          caption: context.axisLabel(study.inputNames[0]), isEnd: true),
        .init("", caption: context.phrase("network.product")),
        .init("", caption: context.axisLabel(study.targetName), isEnd: true),
      ], steps: steps, note: nil)
  }

  private func diagram(_ context: FigureContext, _ sizes: [Int]) -> NetworkDiagram {
    let names = context.study.inputNames
    let columns = sizes.indices.map { index -> NetworkDiagram.Column in
      switch index {
      case 0:
        NetworkDiagram.Column(
          name: context.phrase("network.input"),
          nodes: names.count == 1
            ? ["x"] : names.indices.map { "x\(NetworkFigure.subscripted($0 + 1))" },
          notes: names.map { context.columnLabel($0) })
      case sizes.count - 1:
        NetworkDiagram.Column(
          name: context.phrase("network.output"),
          nodes: sizes[index] == 1 ? ["y"] : (1...sizes[index]).map(String.init))
      default:
        NetworkDiagram.Column(
          name: context.phrase("network.blank.hidden", ["number": String(index)]),
          nodes: (1...sizes[index]).map(String.init))
      }
    }
    let weights = zip(sizes, sizes.dropFirst()).map { from, to in
      [[Double]](repeating: [Double](repeating: 0, count: to), count: from)
    }
    var diagram = NetworkDiagram(columns: columns, weights: weights, numbers: context.numbers)
    diagram.showsWeights = false
    return diagram
  }
}
