import Drawing
import Lessons

/// Conventional programming and machine learning as processes: inputs and outputs.
struct ParadigmsFigure: FigureMaker {
  let name = "paradigms"

  func need(of lesson: Lesson) -> FigureNeed? { nil }

  func figure(_ context: FigureContext) -> Figure {
    func text(_ key: String) -> String { context.phrase("paradigms.\(key)") }
    let programming = ProcessDiagram(
      title: text("programming.title"), inputs: [text("data"), text("rules")],
      process: text("programming.process"), outputs: [text("results")],
      note: text("programming.note"))
    let learning = ProcessDiagram(
      title: text("learning.title"), inputs: [text("data"), text("results")],
      process: text("learning.process"), outputs: [text("parameters")], note: text("learning.note"))
    let picture = Picture(width: 860, height: 310, panels: [programming, learning])
    let data = DataTable(
      columns: [
        .init("paradigm", label: text("column.paradigm")),
        .init("inputs", label: text("column.in")),
        .init("output", label: text("column.out")),
      ],
      rows: [programming, learning].map {
        [
          .text($0.title ?? ""), .text($0.inputs.joined(separator: " + ")),
          .text($0.outputs.joined(separator: " + ")),
        ]
      })
    return context.figure(name, picture, [:], data: data)
  }
}
