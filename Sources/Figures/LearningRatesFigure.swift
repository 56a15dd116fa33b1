import Drawing
import Glibc
import Lessons
import Neural

/// The loss per epoch for several learning rates, one panel per optimizer, on logarithmic axes. A
/// curve that leaves the picture and does not return ends in a cross.
struct LearningRatesFigure: FigureMaker {
  let name = StudyFigure.learningRates.rawValue

  func need(of lesson: Lesson) -> FigureNeed? { lesson.tableSource == nil ? .table : nil }

  func figure(_ context: FigureContext) -> Figure {
    let sweeps = Self.sweeps(context)
    let curves = sweeps.flatMap(\.curves)
    let domain = Self.domain(curves)
    let longest = max(2, curves.map(\.losses.count).max() ?? 2)
    let panels = sweeps.enumerated().map { place, sweep -> Plot in
      var marks: [any Mark] = []
      for (series, curve) in sweep.curves.enumerated() {
        let leaves = curve.leaves(domain.upperBound)
        let shown = curve.shown(below: domain.upperBound)
        marks.append(
          LineMark(
            shown.xs, shown.ys, label: leaves ? nil : context.number(curve.rate), series: series))
        if leaves {
          // A training that diverged in its first epoch has no loss to show.
          let end = shown.xs.last.map { ($0, shown.ys[shown.ys.count - 1]) }
          let (x, y) = end ?? (1, domain.upperBound)
          marks.append(
            CrossMark(
              x: x, y: y,
              text: context.phrase("learning-rates.diverges", ["rate": context.number(curve.rate)]))
          )
        }
      }
      return Plot(
        title: sweep.optimizer.className,
        x: Axis(
          context.phrase("axis.epoch"), .logarithmic,
          domain: pow(Double(longest), -0.04)...Double(longest), isWhole: true,
          tickLimit: 5, numbers: context.numbers),
        y: Axis(
          place == 0 ? context.lossLabel : nil, .logarithmic,
          domain: domain.lowerBound / 1.6...domain.upperBound * 1.6, numbers: context.numbers),
        marks: marks, legend: .lineEnds)
    }
    let picture = Picture(width: max(420, 380 * Double(panels.count)), height: 440, panels: panels)
    return context.figure(
      name, picture, words(context, sweeps, domain), data: table(context, sweeps))
  }

  // MARK: Curves

  private struct Curve {
    var rate: Float
    var losses: [Double]
    var divergence: Divergence?

    /// Whether the last loss is outside the picture or not finite.
    func leaves(_ top: Double) -> Bool {
      divergence != nil || losses.last.map { $0 > top } ?? true
    }

    /// The curve up to the epoch at which it leaves the picture for good, ended at the height
    /// `top`.
    func shown(below top: Double) -> (xs: [Double], ys: [Double]) {
      var count = losses.count
      if leaves(top) {
        while count > 1, losses[count - 1] > top { count -= 1 }
      }
      var xs = (0..<count).map { Double($0 + 1) }
      var ys = Array(losses.prefix(count))
      if count < losses.count, let last = ys.last, last > 0 {
        let part = log(top / last) / log(losses[count] / last)
        xs.append(Double(count) * pow(Double(count + 1) / Double(count), part))
        ys.append(top)
      }
      return (xs, ys)
    }
  }

  private struct Sweep {
    var optimizer: StudiedOptimizer
    var curves: [Curve]
  }

  private static func sweeps(_ context: FigureContext) -> [Sweep] {
    let asked = context.lesson.parameters(of: .learningRates).rates ?? OptimizerRates.standard
    return asked.map { sweep in
      Sweep(
        optimizer: sweep.optimizer,
        curves: sweep.rates.compactMap { rate in
          context.trained.rateStudies.first { $0.optimizer == sweep.optimizer && $0.rate == rate }
            .map { Curve(rate: rate, losses: $0.losses, divergence: $0.divergence) }
        })
    }
  }

  /// The axis: from the smallest loss to 30 times the largest first one; no curve returns from
  /// beyond that.
  private static func domain(_ curves: [Curve]) -> ClosedRange<Double> {
    let firsts = curves.compactMap(\.losses.first).filter { $0 > 0 && $0.isFinite }
    let start = firsts.max() ?? 1
    let least = curves.flatMap(\.losses).filter { $0 > 0 && $0.isFinite }.min() ?? start / 10
    let largest = curves.flatMap(\.losses).filter(\.isFinite).max() ?? start
    let top = min(max(largest, start), start * 30)
    return min(least, top / 10)...top
  }

  // MARK: Words

  private func words(
    _ context: FigureContext, _ sweeps: [Sweep], _ domain: ClosedRange<Double>
  ) -> [String: String] {
    var named: [(name: String, curve: Curve)] = []
    for sweep in sweeps {
      for curve in sweep.curves {
        named.append(("\(sweep.optimizer.className) \(context.number(curve.rate))", curve))
      }
    }
    let gone = named.filter { $0.curve.leaves(domain.upperBound) }
    let stays = named.filter { !$0.curve.leaves(domain.upperBound) }
    var insight: [String] = []
    if let least = stays.compactMap(\.curve.losses.last).min() {
      // Several rates may have the smallest loss in the digits shown.
      let loss = context.lossQuantity(least)
      let best = stays.filter { $0.curve.losses.last.map(context.lossQuantity) == loss }
      insight.append(
        context.phrase(
          "learning-rates.insight.best",
          ["names": best.map(\.name).joined(separator: ", "), "loss": loss]))
    }
    insight.append(
      gone.isEmpty
        ? context.phrase("learning-rates.insight.none\(named.count == 1 ? "One" : "")")
        : context.phrase(
          "learning-rates.insight.gone\(gone.count == 1 ? "One" : "")",
          ["list": gone.map(\.name).joined(separator: ", ")]))
    let list = named.map { name, curve in
      let arguments = [
        "name": name, "loss": curve.losses.last.map(context.lossQuantity) ?? "–",
        "epoch": (curve.divergence?.epoch).map { context.numbers.string($0) } ?? "–",
      ]
      let key = curve.divergence == nil ? "ends" : "overflows"
      return context.phrase("learning-rates.list.\(key)", arguments)
    }
    return [
      "rates": context.count(named.count, .rates),
      "epochs": context.count(context.lesson.training?.fit.epochs ?? 0, .epochs),
      "optimizers": sweeps.map(\.optimizer.className).joined(separator: ", "),
      "insight": insight.joined(separator: " "), "list": list.joined(separator: "; "),
    ]
  }

  private func table(_ context: FigureContext, _ sweeps: [Sweep]) -> DataTable {
    var columns: [DataTable.Column] = [.init("epoch", label: context.phrase("axis.epoch"))]
    var losses: [[Double]] = []
    for sweep in sweeps {
      for curve in sweep.curves {
        columns.append(
          .init(
            "\(sweep.optimizer.rawValue)_\(curve.rate)",
            label: "\(sweep.optimizer.className) \(context.number(curve.rate))"))
        losses.append(curve.losses)
      }
    }
    let epochs = losses.map(\.count).max() ?? 0
    return DataTable(
      columns: columns,
      rows: (0..<epochs).map { epoch -> [DataTable.Cell] in
        let cells = losses.map { values -> DataTable.Cell in
          epoch < values.count ? .number(values[epoch]) : .empty
        }
        return [.integer(epoch + 1)] + cells
      })
  }
}
