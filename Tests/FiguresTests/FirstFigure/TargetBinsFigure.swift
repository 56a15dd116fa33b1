import Drawing
import Lessons

@testable import Figures

/// How many rows have targets in each fifth of their range.
struct TargetBinsFigure: FigureMaker {
  let name = "target-bins"

  func need(of lesson: Lesson) -> FigureNeed? { lesson.tableSource == nil ? .table : nil }

  func figure(_ context: FigureContext) -> Figure {
    let targets = context.study.targets
    let range = Extent.range(targets) ?? 0...0
    // Equal targets have one bin.
    let count = range.lowerBound < range.upperBound ? 5 : 1
    let width = (range.upperBound - range.lowerBound) / Double(count)
    var rows = [Int](repeating: 0, count: count)
    for target in targets {
      let bin = width > 0 ? Int((target - range.lowerBound) / width) : 0
      rows[min(bin, count - 1)] += 1
    }
    let names = rows.indices.map { bin in
      let start = range.lowerBound + width * Double(bin)
      return context.span(start...(start + width))
    }
    let target = context.axisLabel(context.study.targetName)
    let plot = Plot(
      x: Axis(target, .category(names), hasGrid: false, numbers: context.numbers),
      y: Axis(context.phrase("target-bins.rows"), isWhole: true, numbers: context.numbers),
      marks: [BarMark(rows.map(Double.init), texts: rows.map(context.numbers.string))])
    let data = DataTable(
      columns: [
        .init("bin", label: target), .init("rows", label: context.phrase("target-bins.rows")),
      ],
      rows: rows.indices.map { [.text(names[$0]), .integer(rows[$0])] })
    let words = ["target": target, "rows": context.count(targets.count, .rows)]
    return context.figure(name, Picture(height: 400, panels: [plot]), words, data: data)
  }
}
