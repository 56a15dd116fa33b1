import Drawing
import Lessons

/// The loss of this lesson over that of an earlier one on the same data, on a logarithmic axis.
struct LossComparisonFigure: FigureMaker {
  let name = "loss-comparison"

  func need(of lesson: Lesson) -> FigureNeed? {
    lesson.tableSource == nil ? .table : nil
  }

  func need(of lesson: Lesson, in notebook: Notebook) -> FigureNeed? {
    need(of: lesson) ?? (Self.sibling(of: lesson, in: notebook) == nil ? .sibling : nil)
  }

  func companions(of lesson: Lesson, in notebook: Notebook) -> [String] {
    [Self.sibling(of: lesson, in: notebook)?.id].compactMap { $0 }
  }

  /// The nearest lesson before it with the same file, target and loss.
  static func sibling(of lesson: Lesson, in notebook: Notebook) -> Lesson? {
    guard let source = lesson.tableSource else { return nil }
    let earlier = notebook.lessons.prefix { $0.id != lesson.id }
    return earlier.last {
      $0.tableSource?.path == source.path && $0.tableSource?.target == source.target
        && $0.training?.compile.loss == lesson.training?.compile.loss
    }
  }

  func figure(_ context: FigureContext) -> Figure {
    let other = Self.sibling(of: context.lesson, in: context.notebook)
    let otherTitle = other?.title[context.language] ?? ""
    let losses = context.trained.history["loss"] ?? []
    let otherLosses = other.flatMap { context.others[$0.id]?.history["loss"] } ?? []
    func line(_ values: [Double], _ label: String, _ series: Int) -> LineMark {
      LineMark(
        values.indices.map { Double($0 + 1) }, values, label: label, series: series,
        showsPoints: values.count <= 30)
    }
    let picture = Picture(
      height: 420,
      panels: [
        Plot(
          x: Axis(context.phrase("axis.epochNumber"), numbers: context.numbers),
          y: Axis(context.lossLabel, .logarithmic, numbers: context.numbers),
          marks: [line(otherLosses, otherTitle, 0), line(losses, context.lessonTitle, 1)])
      ])
    func settles(_ values: [Double]) -> String {
      LossSummary(values)?.settles.map { context.numbers.string($0) } ?? "–"
    }
    let words = [
      "other": otherTitle, "settles": settles(losses), "otherSettles": settles(otherLosses),
      "last": losses.last.map(context.lossQuantity) ?? "–",
      "otherLast": otherLosses.last.map(context.lossQuantity) ?? "–",
    ]
    let count = max(losses.count, otherLosses.count)
    let data = DataTable(
      columns: [
        .init("epoch", label: context.phrase("axis.epoch")),
        .init(other?.id ?? "other", label: otherTitle),
        .init(context.lesson.id, label: context.lessonTitle),
      ],
      rows: (0..<count).map { index in
        [.integer(index + 1)]
          + [otherLosses, losses].map {
            $0.indices.contains(index) ? .number($0[index]) : .empty
          }
      })
    return context.figure(name, picture, words, data: data)
  }
}
