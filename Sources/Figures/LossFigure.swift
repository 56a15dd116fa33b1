import Drawing
import Lessons

/// The loss per epoch, on a linear axis and next to it on a logarithmic one.
struct LossFigure: FigureMaker {
  static let figureName = "loss"
  var name: String { Self.figureName }

  func isDefault(for lesson: Lesson) -> Bool { true }
  func need(of lesson: Lesson) -> FigureNeed? { lesson.training == nil ? .model : nil }

  func figure(_ context: FigureContext) -> Figure {
    let history = context.trained.history
    let losses = history["loss"] ?? []
    let validation = history["val_loss"]
    let epochs = losses.indices.map { Double($0 + 1) }
    let isShort = losses.count <= 30
    let earlier = context.earlierLosses
    let label: String? =
      validation != nil
      ? context.phrase("series.training") : earlier.isEmpty ? nil : context.phrase("series.now")
    var marks: [any Mark] = [LineMark.byEpoch(losses, label: label)]
    if let validation, validation.count == losses.count {
      marks.insert(
        BandMark(
          .between(xs: epochs, lower: losses, upper: validation),
          label: context.phrase("series.gap")), at: 0)
      marks.append(
        LineMark.byEpoch(validation, label: context.phrase("series.validation"), series: 1))
      if let least = Self.least(validation), least < validation.count - 1 {
        let text = context.phrase("loss.least", ["epoch": context.numbers.string(least + 1)])
        marks.append(RuleMark(.vertical, at: Double(least + 1), text: text))
      }
    }
    if !earlier.isEmpty {
      marks.insert(
        LineMark(
          earlier.indices.map { Double($0 + 1) }, earlier, label: context.phrase("series.earlier"),
          series: Theme.paleSeries, width: 4), at: 0)
    }
    let summary = LossSummary(losses)
    let isWide = spansDecade(losses + (validation ?? []) + earlier)
    func plot(_ title: String?, _ kind: ScaleKind, _ extra: [any Mark]) -> Plot {
      Plot(
        title: title,
        x: context.epochAxis([losses], tickLimit: isWide ? 6 : nil),
        y: Axis(context.lossLabel, kind, numbers: context.numbers), marks: marks + extra)
    }
    var panels: [any Panel] = [plot(isWide ? context.phrase("loss.linear") : nil, .linear, [])]
    if isWide {
      var settled: [any Mark] = []
      if let epoch = summary?.settling?.epoch, !isShort {
        let text = context.phrase("loss.settles", ["epoch": context.numbers.string(epoch)])
        settled.append(RuleMark(.vertical, at: Double(epoch), text: text))
      }
      panels.append(plot(context.phrase("loss.logarithmic"), .logarithmic, settled))
    }
    return context.figure(
      name, Picture(height: isWide ? 400 : 420, panels: panels),
      words(context, summary, validation ?? [], isWide: isWide),
      data: table(context, losses, validation))
  }

  private func words(
    _ context: FigureContext, _ summary: LossSummary?, _ validation: [Double], isWide: Bool
  ) -> [String: String] {
    var sentences: [String?] = []
    if let summary {
      sentences.append(summary.sentence(context, saysWhen: true))
      // A minimum in the first epoch is labelled already; next to a validation curve there is no
      // room for the label.
      if summary.endsAboveLeast, summary.least.epoch > 1, validation.isEmpty {
        sentences.append(
          context.phrase(
            "loss.insight.low",
            [
              "low": context.lossQuantity(summary.least.loss),
              "lowEpoch": context.numbers.string(summary.least.epoch),
            ]))
      }
    } else if context.divergenceSentence == nil {
      sentences.append(context.phrase("loss.insight.unknown"))
    }
    sentences.append(Self.sentence(of: validation, context))
    sentences.append(context.divergenceSentence)
    if let last = context.earlierLosses.last {
      sentences.append(
        context.phrase("loss.insight.earlier", ["last": context.lossQuantity(last)]))
    }
    let count = context.trained.history["loss"]?.count ?? 0
    return [
      "insight": context.joined(sentences), "epochs": context.count(count, .epochs),
      "axes": isWide ? context.phrase("loss.bothAxes") : "",
    ]
  }

  /// Index of the smallest finite value; the first on ties.
  private static func least(_ validation: [Double]) -> Int? {
    validation.indices.filter { validation[$0].isFinite }.min { validation[$0] < validation[$1] }
  }

  private static func sentence(of validation: [Double], _ context: FigureContext) -> String? {
    guard let last = validation.last else { return nil }
    guard let least = least(validation) else {
      return context.phrase("loss.insight.validationNone")
    }
    let lost = validation.count { !$0.isFinite }
    let key =
      lost > 0
      ? "validationLost"
      : validation.count == 1
        ? "validationSingle" : validation[least] == last ? "validationLeast" : "validation"
    return context.phrase(
      "loss.insight.\(key)",
      [
        "validation": context.lossQuantity(last), "lost": context.count(lost, .epochs),
        "least": context.lossQuantity(validation[least]),
        "leastEpoch": context.numbers.string(least + 1),
      ])
  }

  private func table(_ context: FigureContext, _ losses: [Double], _ validation: [Double]?)
    -> DataTable
  {
    var columns: [DataTable.Column] = [
      .init("epoch", label: context.phrase("axis.epoch")),
      .init("loss", label: context.lossLabel),
    ]
    var series = [losses]
    if let validation {
      columns.append(.init("val_loss", label: context.phrase("series.validationLoss")))
      series.append(validation)
    }
    if !context.earlierLosses.isEmpty {
      columns.append(.init("earlier_loss", label: context.phrase("series.earlierLoss")))
      series.append(context.earlierLosses)
    }
    let count = max(losses.count, context.earlierLosses.count)
    let rows = (0..<count).map { index in
      [DataTable.Cell.integer(index + 1)]
        + series.map { $0.indices.contains(index) ? .number($0[index]) : .empty }
    }
    return DataTable(columns: columns, rows: rows)
  }

  /// A logarithmic axis is only worthwhile if values differ by a factor of ten.
  private func spansDecade(_ values: [Double]) -> Bool {
    let positive = values.filter { $0 > 0 && $0.isFinite }
    guard let least = positive.min(), let most = positive.max() else { return false }
    return most / least >= 10
  }
}
