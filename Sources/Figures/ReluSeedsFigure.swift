import Drawing
import Lessons
import Neural

/// The same network with ReLU in its hidden layers, from several seeds: what they learn, and how
/// their losses compare.
struct ReluSeedsFigure: FigureMaker {
  let name = StudyFigure.reluSeeds.rawValue

  func need(of lesson: Lesson) -> FigureNeed? {
    if lesson.tableSource == nil { return .table }
    let hidden = lesson.layers.dropLast().compactMap { $0 as? Dense }
    return hidden.isEmpty || hidden.allSatisfy { $0.activation == .relu } ? .hiddenLayers : nil
  }

  func companions(of lesson: Lesson, in notebook: Notebook) -> [String] {
    [LessonOutline(lesson, in: notebook).sibling].compactMap { $0 }
  }

  func figure(_ context: FigureContext) -> Figure {
    let study = ReluStudy(context)
    var panels: [any Panel] = []
    var curves: [[Double]] = []
    var grid: InputGrid?
    if context.lesson.hasSingleInput, context.lesson.predictsNumber,
      context.lesson.smallNetwork != nil
    {
      let points = TablePoints(context)
      let inputs = InputGrid(points)
      curves = inputs.curves(context, study.relu, .relu)
      grid = inputs
      panels.append(
        Plot(
          title: context.phrase("relu-seeds.linesTitle"),
          x: Axis(
            context.axisLabel(points.inputName), domain: inputs.domain, tickLimit: 5,
            numbers: context.numbers),
          y: Axis(
            context.axisLabel(points.study.targetName), domain: inputs.heights,
            numbers: context.numbers),
          marks: [
            LineMark.fan(
              inputs.xs, curves,
              label: context.count(curves.count, .seeds), series: 1)
          ] + points.marks()))
    }
    panels.append(lossPlot(context, study))
    let picture = Picture(width: panels.count == 1 ? 640 : 800, height: 420, panels: panels)
    return context.figure(
      name, picture, words(context, study), data: table(context, study, grid, curves))
  }

  private func lossPlot(_ context: FigureContext, _ study: ReluStudy) -> Plot {
    var marks: [any Mark] = [
      RuleMark(.vertical, at: study.reference, stretchesAxis: study.reference > 0)
    ]
    for (place, row) in study.rows.enumerated() {
      let points = SeedPoints(row: place)
      let losses = row.seeds.losses
      let dead = losses.indices.filter { row.seeds.isConstant[$0] }
      let alive = losses.indices.filter { !row.seeds.isConstant[$0] }
      marks.append(
        points.mark(
          losses, at: alive, label: place == 0 ? context.phrase("relu-seeds.seed") : nil,
          series: 0, isHollow: true))
      if !dead.isEmpty {
        marks.append(
          points.mark(
            losses, at: dead, label: context.phrase("relu-seeds.dead"), series: 3, isHollow: false))
      }
    }
    return Plot(
      title: context.phrase("relu-seeds.lossTitle"),
      x: Axis(context.finalLossLabel, .logarithmic, tickLimit: 6, numbers: context.numbers),
      y: Axis(nil, .category(study.rows.map(\.label)), hasGrid: false, numbers: context.numbers),
      marks: marks)
  }

  private func words(_ context: FigureContext, _ study: ReluStudy) -> [String: String] {
    let losses = study.relu.losses
    let arguments = [
      "count": context.numbers.string(losses.count),
      "trainings": context.count(losses.count, .trainings),
      "worse": context.numbers.string(study.worse),
      "better": study.better == 0
        ? context.phrase("relu-seeds.none") : context.numbers.string(study.better),
      "dead": context.numbers.string(study.dead),
      "reference": context.lossQuantity(study.reference),
      "against": study.rows[0].label,
      "losses": context.range(study.relu.finishedLosses, unit: context.lossUnit),
      "plain": context.range(study.plain.finishedLosses, unit: context.lossUnit),
    ]
    let isWorse = study.worse * 2 > losses.count
    let counts = study.worse == 0 ? "countsNone" : study.worse == 1 ? "countsOne" : "counts"
    let insight = context.joined([
      context.phrase("relu-seeds.insight.\(counts)", arguments),
      study.dead > 0
        ? context.phrase("relu-seeds.insight.dead\(study.dead == 1 ? "One" : "")", arguments) : nil,
      context.divergedSentence([study.relu]),
      isWorse ? context.phrase("relu-seeds.insight.deeper") : nil,
    ])
    return arguments.merging(["insight": insight]) { $1 }
  }

  /// One row per seed of each network, followed by the curves of those with ReLU.
  private func table(
    _ context: FigureContext, _ study: ReluStudy, _ grid: InputGrid?, _ curves: [[Double]]
  ) -> DataTable {
    let columns: [DataTable.Column] = [
      .init("network", label: context.phrase("column.network")),
      .init("seed", label: context.phrase("column.seed")),
      .init("loss", label: context.finalLossLabel),
      .init("same_for_all", label: context.phrase("relu-seeds.dead")),
      .init("input", label: context.phrase("network.input")),
      .init("output", label: context.phrase("network.output")),
    ]
    func flag(_ value: Bool) -> DataTable.Cell {
      .term(value ? "yes" : "no", label: context.phrase(value ? "column.yes" : "column.no"))
    }
    var rows = study.rows.flatMap { row in
      row.seeds.seeds.indices.map { index -> [DataTable.Cell] in
        [
          .term(row.name, label: row.label), .integer(Int(row.seeds.seeds[index])),
          .number(row.seeds.losses[index]), flag(row.seeds.isConstant[index]), .empty, .empty,
        ]
      }
    }
    if let grid, let relu = study.rows.last {
      rows += curves.enumerated().flatMap { index, curve in
        zip(grid.xs, curve).map { x, y -> [DataTable.Cell] in
          [
            .term(relu.name, label: relu.label), .integer(Int(relu.seeds.seeds[index])), .empty,
            .empty, .number(x), .number(y),
          ]
        }
      }
    }
    return DataTable(columns: columns, rows: rows)
  }
}

/// The seeds with ReLU, those of the network as written, and those of an earlier single neuron.
private struct ReluStudy {
  struct Row {
    var name: String
    var label: String
    var seeds: SeedStudy
  }

  let rows: [Row]
  let plain: SeedStudy
  let relu: SeedStudy
  /// The median loss of the first row, with which the others are compared.
  let reference: Double

  init(_ context: FigureContext) {
    plain = context.seeds(.asWritten, of: .reluSeeds)
    relu = context.seeds(.relu, of: .reluSeeds)
    var rows = [
      Row(name: "as_written", label: context.phrase("relu-seeds.plain"), seeds: plain),
      Row(name: "relu", label: context.phrase("relu-seeds.relu"), seeds: relu),
    ]
    let outline = LessonOutline(context.lesson, in: context.notebook)
    if let neuron = outline.sibling.flatMap({ context.others[$0]?.seedStudy }) {
      rows.insert(
        Row(name: "single_neuron", label: context.phrase("relu-seeds.neuron"), seeds: neuron), at: 0
      )
    }
    self.rows = rows
    reference = Statistics.median(rows[0].seeds.finishedLosses) ?? 0
  }

  /// Number of seeds whose loss is more than 5 % above the reference.
  var worse: Int { relu.losses.count { $0 > 1.05 * reference || !$0.isFinite } }
  var better: Int { relu.losses.count { $0 < 0.95 * reference } }
  var dead: Int { relu.isConstant.count { $0 } }
}
