import Drawing
import Lessons

/// The loss of this lesson and of an earlier one on the same data, on a logarithmic axis.
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

  /// The closest earlier lesson with the same file, target and loss.
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
    let picture = Picture(
      height: 420,
      panels: [
        Plot(
          x: Axis(context.phrase("axis.epochNumber"), isWhole: true, numbers: context.numbers),
          y: Axis(context.lossLabel, .logarithmic, numbers: context.numbers),
          marks: [
            LineMark.byEpoch(otherLosses, label: otherTitle),
            LineMark.byEpoch(losses, label: context.lessonTitle, series: 1),
          ])
      ])
    let summaries = [LossSummary(otherLosses), LossSummary(losses)]
    let words = [
      "otherPace": Self.pace(summaries[0], otherTitle, context),
      "pace": Self.pace(summaries[1], context.lessonTitle, context),
      "verdict": Self.verdict(summaries, [otherTitle, context.lessonTitle], context),
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

  /// Describes how fast a lesson learned and its final loss.
  private static func pace(_ summary: LossSummary?, _ name: String, _ context: FigureContext)
    -> String
  {
    guard let summary else { return context.phrase("loss-comparison.pace.none", ["name": name]) }
    let key = summary.count == 1 ? "single" : summary.settles == nil ? "level" : "drops"
    return context.phrase(
      "loss-comparison.pace.\(key)",
      [
        "name": name, "last": context.lossQuantity(summary.last),
        "settles": summary.settles.map { context.numbers.string($0) } ?? "",
      ])
  }

  /// Compares the two trainings; empty if one of them did not learn.
  private static func verdict(
    _ summaries: [LossSummary?], _ names: [String], _ context: FigureContext
  ) -> String {
    let epochs = summaries.compactMap { $0?.settles }
    guard epochs.count == 2 else { return "" }
    if epochs[0] == epochs[1] { return context.phrase("loss-comparison.verdict.tie") }
    return context.phrase(
      "loss-comparison.verdict.faster", ["name": names[epochs[0] < epochs[1] ? 0 : 1]])
  }
}
