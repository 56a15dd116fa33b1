import Drawing
import Glibc
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
          x: context.epochAxis([otherLosses, losses]),
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
    let settling = summary.settling
    let key = summary.count == 1 ? "single" : settling == nil ? "level" : "drops"
    return context.phrase(
      "loss-comparison.pace.\(key)",
      [
        "name": name, "last": context.lossQuantity(summary.last),
        "settles": settling.map { context.numbers.string($0.epoch) } ?? "",
      ])
  }

  /// Which is the first to stay below a loss that both reach; empty where one of them did not learn
  /// or diverged. Each one's own drop would make a winner of who hardly falls.
  private static func verdict(
    _ summaries: [LossSummary?], _ names: [String], _ context: FigureContext
  ) -> String {
    let curves = summaries.compactMap { $0?.curve }
    let levels = curves.compactMap { $0.settledLevel(0.99) }
    guard levels.count == 2, context.trained.history.divergence == nil,
      let level = levels.max().map(Self.rounded)
    else { return "" }
    let epochs = curves.compactMap { $0.arrival(below: level)?.epoch }
    guard epochs.count == 2 else { return "" }
    let (less, more) = (min(epochs[0], epochs[1]), max(epochs[0], epochs[1]))
    // Within a tenth of the way nobody is called the faster one.
    let key = Double(less) > 0.9 * Double(more) ? "tie" : "faster"
    return context.phrase(
      "loss-comparison.verdict.\(key)",
      [
        "name": names[epochs[0] < epochs[1] ? 0 : 1], "level": context.lossQuantity(level),
        "epoch": context.numbers.string(less), "other": context.numbers.string(more),
      ])
  }

  /// Up to two significant digits, so that the level named is the level meant.
  private static func rounded(_ level: Double) -> Double {
    guard level > 0 else { return level }
    let unit = pow(10, log10(level).rounded(.down) - 1)
    return (level / unit).rounded(.up) * unit
  }
}
