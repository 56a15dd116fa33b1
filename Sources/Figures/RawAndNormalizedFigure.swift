import Drawing
import Lessons

/// The same lesson with raw and with normalized input, from several seeds: two fans of lines.
struct RawAndNormalizedFigure: FigureMaker {
  let name = StudyFigure.rawAndNormalized.rawValue

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    if !lesson.hasSingleInput { return .singleInput }
    if !lesson.predictsNumber { return .singleOutput }
    return lesson.smallNetwork == nil ? .smallNetwork : nil
  }

  private struct Side {
    var name: String
    var title: String
    var study: SeedStudy
    var curves: [[Double]]

  }

  private static func width(_ values: [Double]) -> Double {
    Extent.range(values).map { $0.upperBound - $0.lowerBound } ?? 0
  }

  func figure(_ context: FigureContext) -> Figure {
    let points = TablePoints(context)
    let grid = InputGrid(points)
    let sides = [(ModelVariant.raw, "raw"), (.normalized, "normalized")].map { variant, key in
      let study = context.seeds(variant, of: .rawAndNormalized)
      return Side(
        name: key, title: context.phrase("raw-and-normalized.\(key)"), study: study,
        curves: grid.curves(context, study, variant))
    }
    let best = context.study.leastSquares
    let plots = sides.map { side -> Plot in
      var marks: [any Mark] = points.marks()
      marks.append(
        LineMark.fan(
          grid.xs, side.curves,
          label: context.count(side.curves.count, .seeds),
          series: 2, width: 0.9))
      if let best {
        marks.append(
          LineMark(
            grid.xs, grid.xs.map { best([$0]) }, label: context.phrase("series.leastSquares"),
            series: 1, width: 2.4))
      }
      return Plot(
        title: side.title,
        x: Axis(
          context.axisLabel(points.inputName), domain: grid.domain, tickLimit: 6,
          numbers: context.numbers),
        y: Axis(
          context.axisLabel(points.study.targetName), domain: grid.heights,
          numbers: context.numbers), marks: marks)
    }
    let picture = Picture(width: 800, height: 430, panels: [PlotGrid(plots, columns: 2)])
    return context.figure(
      name, picture, words(context, points, sides), data: table(context, points, sides, grid))
  }

  private func words(_ context: FigureContext, _ points: TablePoints, _ sides: [Side])
    -> [String: String]
  {
    let target = points.study.targetName
    // Compared at the prediction where the raw seeds differ most, or in the middle of the data.
    let predictions = context.trained.predictions
    let place = predictions.indices.max {
      Self.width(sides[0].study.finishedPredictions($0))
        < Self.width(sides[0].study.finishedPredictions($1))
    }
    let middle = (points.seen.lowerBound + points.seen.upperBound) / 2
    let input = place.map { predictions[$0].input[0] } ?? middle
    let values = sides.map { side in
      place.map(side.study.finishedPredictions) ?? side.curves.map { $0[$0.count / 2] }
    }
    let ranges = values.map { context.range($0, unit: context.unit(of: target)) }
    return [
      "seeds": context.count(sides[0].study.seeds.count, .seeds),
      "input": context.quantity(input, points.inputName), "raw": ranges[0],
      "normalized": ranges[1],
      "rawLosses": context.range(sides[0].study.finishedLosses, unit: context.lossUnit),
      "normalizedLosses": context.range(sides[1].study.finishedLosses, unit: context.lossUnit),
      "insight": context.joined([
        context.phrase("raw-and-normalized.insight.\(Self.comparison(values, points))"),
        context.divergedSentence(sides.map(\.study)),
      ]),
    ]
  }

  /// Describes how much normalizing reduces the spread between seeds: to a hundredth of the
  /// targets' range, to less than half, or not.
  private static func comparison(_ values: [[Double]], _ points: TablePoints) -> String {
    let (raw, normalized) = (width(values[0]), width(values[1]))
    if normalized < 0.5 * raw {
      return normalized <= 0.01 * width(points.study.targets) ? "narrower" : "closer"
    }
    return normalized > 2 * raw ? "wider" : "same"
  }

  private func table(
    _ context: FigureContext, _ points: TablePoints, _ sides: [Side], _ grid: InputGrid
  ) -> DataTable {
    // Two points determine a line.
    let places = context.lesson.isSingleNeuron ? [0, grid.xs.count - 1] : Array(grid.xs.indices)
    return DataTable(
      columns: [
        .init("network", label: context.phrase("column.network")),
        .init("seed", label: context.phrase("column.seed")),
        .init("loss", label: context.finalLossLabel),
        .init(points.inputName, label: context.axisLabel(points.inputName)),
        .init("output", label: context.phrase("column.fitted")),
      ],
      rows: sides.flatMap { side in
        side.curves.indices.flatMap { index in
          places.map { place -> [DataTable.Cell] in
            [
              .term(side.name, label: side.title), .integer(Int(side.study.seeds[index])),
              .number(side.study.losses[index]), .number(grid.xs[place]),
              .number(side.curves[index][place]),
            ]
          }
        }
      })
  }
}
