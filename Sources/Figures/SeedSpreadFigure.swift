import Drawing
import Lessons

/// The spread over seeds: the band of their losses, and the range of their predictions.
struct SeedSpreadFigure: FigureMaker {
  let name = StudyFigure.seedSpread.rawValue
  /// Maximum number of rows, so that they stay readable.
  private static let predictionLimit = 8

  func need(of lesson: Lesson) -> FigureNeed? { lesson.tableSource == nil ? .table : nil }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.seeds(.asWritten, of: .seedSpread)
    let rows = Self.rows(context, study)
    var panels: [any Panel] = [lossPlot(context, study)]
    if !rows.isEmpty { panels.append(predictionPlot(context, study, rows)) }
    let picture = Picture(
      width: rows.isEmpty ? 640 : 800, height: 430, panels: panels,
      shares: rows.isEmpty ? [] : [1, 1.25])
    return context.figure(
      name, picture, words(context, study, rows), data: table(context, study))
  }

  // MARK: Loss

  private func lossPlot(_ context: FigureContext, _ study: SeedStudy) -> Plot {
    let band = study.lossBand
    let epochs = band.median.indices.map { Double($0 + 1) }
    let own = context.trained.history["loss"] ?? []
    let positive = (band.least + band.greatest).filter { $0 > 0 && $0.isFinite }
    let isWide = (positive.max() ?? 1) / (positive.min() ?? 1) >= 10
    let marks: [any Mark] = [
      BandMark(
        .between(xs: epochs, lower: band.least, upper: band.greatest),
        label: context.phrase(
          "seed-spread.band", ["seeds": context.count(study.seeds.count, .seeds)])),
      LineMark(epochs, band.least, series: Theme.paleSeries, width: 1),
      LineMark(epochs, band.greatest, series: Theme.paleSeries, width: 1),
      LineMark(epochs, band.median, label: context.phrase("seed-spread.median")),
      LineMark(
        own.indices.map { Double($0 + 1) }, own, label: context.phrase("seed-spread.own"),
        series: 1),
    ]
    return Plot(
      title: context.phrase("seed-spread.lossTitle"),
      x: context.epochAxis([band.median, own], tickLimit: 6),
      y: Axis(context.lossLabel, isWide ? .logarithmic : .linear, numbers: context.numbers),
      marks: marks)
  }

  // MARK: Predictions

  private struct Row {
    var input: String
    var values: [Double]
    var median: Double
    var own: Double
  }

  /// The rows for models with one output.
  private static func rows(_ context: FigureContext, _ study: SeedStudy) -> [Row] {
    guard context.lesson.predictsNumber else { return [] }
    return context.trained.predictions.prefix(predictionLimit).enumerated().map {
      index, prediction in
      let values = study.finishedPredictions(index)
      let names = context.study.inputNames
      let input = zip(prediction.input, names).map { value, name in
        [context.shortNumber(value), context.unit(of: name)].compactMap { $0 }.joined(
          separator: " ")
      }
      return Row(
        input: input.joined(separator: ", "), values: values,
        median: Statistics.median(values) ?? 0, own: Double(prediction.output[0]))
    }
  }

  private func predictionPlot(_ context: FigureContext, _ study: SeedStudy, _ rows: [Row]) -> Plot {
    var marks: [any Mark] = [RuleMark(.vertical, at: 0)]
    for (place, row) in rows.enumerated() {
      let points = SeedPoints(row: place)
      let label = place == 0 ? context.count(row.values.count, .seeds) : nil
      let distances = row.values.map { $0 - row.median }
      marks.append(
        points.mark(
          distances, at: Array(distances.indices), label: label, series: 0, isHollow: true))
    }
    marks.append(
      PointMark(
        rows.map { $0.own - $0.median }, rows.indices.map(Double.init),
        label: context.phrase("seed-spread.own"), series: 1, size: 9))
    // Smaller differences are rounding errors, not spread.
    let heights = Extent.range(context.study.targets) ?? 0...1
    let least = max((heights.upperBound - heights.lowerBound) * 1e-4, 1e-12)
    let farthest = rows.flatMap { row in (row.values + [row.own]).map { abs($0 - row.median) } }
      .max()
    let reach = max(least, (farthest ?? 0) * 1.08)
    let target = context.study.targetName
    let unit = context.unit(of: target).map { " (\($0))" } ?? ""
    return Plot(
      title: context.phrase("seed-spread.predictionTitle"),
      x: Axis(
        context.phrase("seed-spread.difference") + unit, domain: -reach...reach, tickLimit: 5,
        numbers: context.numbers),
      y: Axis(
        nil, .category(rows.map { "\($0.input) → \(context.shortNumber($0.median))" }),
        hasGrid: false,
        numbers: context.numbers),
      marks: marks)
  }

  // MARK: Words

  private func words(_ context: FigureContext, _ study: SeedStudy, _ rows: [Row]) -> [String:
    String]
  {
    let unit = context.unit(of: context.study.targetName)
    let ranges = rows.map { row in
      "; "
        + context.phrase(
          "seed-spread.range",
          ["input": row.input, "range": context.range(row.values, unit: unit)])
    }
    let heights = Extent.range(context.study.targets) ?? 0...0
    let height = heights.upperBound - heights.lowerBound
    let agree = rows.allSatisfy { row in
      let range = Extent.range(row.values) ?? 0...0
      return range.upperBound - range.lowerBound <= 0.01 * height
    }
    let isWhole = study.divergedCount == 0
    let key = !agree ? "differ" : isWhole ? "agree" : "agreeRest"
    let saysMore = !rows.isEmpty && study.seeds.count - study.divergedCount > 1
    return [
      "trainings": context.count(study.seeds.count, .trainings),
      "losses": context.range(study.finishedLosses, unit: context.lossUnit),
      "first": ranges.first ?? "", "list": ranges.joined(),
      "insight": context.joined([
        saysMore ? context.phrase("seed-spread.insight.\(key)") : nil,
        context.divergedSentence([study]),
      ]),
    ]
  }

  /// One row per seed, followed by one per epoch.
  private func table(_ context: FigureContext, _ study: SeedStudy) -> DataTable {
    let inputs = context.trained.predictions.map { Prediction.name(of: $0.input) }
    let width = context.trained.predictions.first?.output.count ?? 0
    var columns: [DataTable.Column] = [
      .init("seed", label: context.phrase("column.seed")),
      .init("loss", label: context.lossLabel),
    ]
    for input in inputs {
      for output in 0..<width {
        let suffix = width == 1 ? "" : "_\(output)"
        let isNumber = context.lesson.predictsNumber
        columns.append(
          .init(
            "predict_\(input)\(suffix)",
            label: context.phrase(
              isNumber ? "column.predictionFor" : "column.probabilityFor",
              ["input": input, "class": width == 1 ? "1" : String(output)])))
      }
    }
    let predictions = columns.count - 2
    columns += [
      .init("epoch", label: context.phrase("axis.epoch")),
      .init("least_loss", label: context.phrase("column.leastLoss")),
      .init("median_loss", label: context.phrase("column.medianLoss")),
      .init("greatest_loss", label: context.phrase("column.greatestLoss")),
    ]
    let none = [DataTable.Cell](repeating: .empty, count: 4)
    var rows = study.seeds.indices.map { index -> [DataTable.Cell] in
      [.integer(Int(study.seeds[index])), .number(study.losses[index])]
        + study.predictions[index].flatMap { $0.map { .single($0) } } + none
    }
    let band = study.lossBand
    rows += band.median.indices.map { epoch in
      [DataTable.Cell](repeating: .empty, count: predictions + 2) + [
        .integer(epoch + 1), .number(band.least[epoch]), .number(band.median[epoch]),
        .number(band.greatest[epoch]),
      ]
    }
    return DataTable(columns: columns, rows: rows)
  }
}
