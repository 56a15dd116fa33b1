import Drawing
import Lessons

/// The pictures of a whole class.
struct SummaryFigure {
  var name: String
  var alt: String
  var caption: String
  var picture: Picture
  var png: [UInt8] = []
}

extension ClassSummary {
  /// Those that there are enough people for, drawn.
  func figures() throws -> [SummaryFigure] {
    let renderer = try PictureRenderer()
    return [distribution, envelope].compactMap { $0 }.map { figure in
      var figure = figure
      figure.png = renderer.png(
        figure.picture,
        metadata: PNGMetadata([
          PNGMetadata.Text("Title", figure.picture.title ?? "", language: plan.locale),
          PNGMetadata.Text("Description", figure.alt, language: plan.locale),
        ]))
      return figure
    }
  }

  /// Complete grades in tenths of the scale.
  private var distribution: SummaryFigure? {
    let grades = records.compactMap { record in
      record.grade.map { grade in
        (
          part: grade.value / max(record.gradeMaximum.value, 1e-9),
          maximum: record.gradeMaximum.value
        )
      }
    }
    guard grades.count >= 2, let maximum = grades.map(\.maximum).max() else { return nil }
    var counts = [Double](repeating: 0, count: 10)
    for grade in grades { counts[min(9, max(0, Int(grade.part * 10)))] += 1 }
    let numbers = plan.numbers
    let bounds = (0...10).map { numbers.significant(maximum * Double($0) / 10) }
    let names = zip(bounds, bounds.dropFirst()).map { "\($0)–\($1)" }
    let median = Fences.quantile(grades.map { $0.part * maximum }.sorted(), 0.5)
    let words = [
      "count": numbers.string(grades.count), "maximum": numbers.significant(maximum),
      "median": numbers.significant(median),
    ]
    let texts = counts.map { $0 > 0 ? numbers.string(Int($0)) : "" }
    let plot = Plot(
      x: Axis(
        plan.phrases["summary.gradeAxis"], .category(names), hasGrid: false, numbers: numbers),
      y: Axis(
        plan.phrases["summary.countAxis"], domain: 0...max(4, (counts.max() ?? 0) * 1.1),
        isWhole: true, tickLimit: 6, numbers: numbers),
      marks: [
        BarMark(counts, .upright, texts: texts)
      ])
    var picture = Picture(height: 360, panels: [plot])
    picture.title = plan.phrases["summary.distribution"]
    return SummaryFigure(
      name: "distribution.png", alt: plan.phrases["summary.distributionAlt", words],
      caption: plan.phrases["summary.distributionCaption", words], picture: picture)
  }

  /// What the networks learned: median and band, where enough people have data.
  private var envelope: SummaryFigure? {
    let curves = records.map(\.curve).filter { $0.count > 1 }
    guard curves.count >= Self.crowd, let least = curves.map({ $0[0].x }).min(),
      let most = curves.map({ $0[$0.count - 1].x }).max(), least < most
    else { return nil }
    var xs: [Double] = []
    var bands: [(low: Double, middle: Double, high: Double)] = []
    for step in 0...60 {
      let x = least + (most - least) * Double(step) / 60
      let values = curves.compactMap { Self.value(of: $0, at: x) }.sorted()
      guard values.count >= Self.crowd else { continue }
      xs.append(x)
      bands.append(
        (
          Fences.quantile(values, 0.1), Fences.quantile(values, 0.5), Fences.quantile(values, 0.9)
        ))
    }
    guard xs.count > 1 else { return nil }
    let numbers = plan.numbers
    let words = ["count": numbers.string(curves.count)]
    func axis(_ column: String) -> Axis {
      let unit = plan.unit(of: column)
      return Axis(
        plan.label(of: column) + (unit.isEmpty ? "" : " (\(unit))"), numbers: numbers)
    }
    let plot = Plot(
      x: axis(plan.columnNames[0]), y: axis(plan.targetName),
      marks: [
        BandMark(
          .between(xs: xs, lower: bands.map(\.low), upper: bands.map(\.high)),
          label: plan.phrases["summary.band"]),
        LineMark(
          xs, bands.map(\.middle), label: plan.phrases["summary.median"], series: 1, width: 2),
      ])
    var picture = Picture(height: 400, panels: [plot])
    picture.title = plan.phrases["summary.envelope"]
    return SummaryFigure(
      name: "envelope.png", alt: plan.phrases["summary.envelopeAlt", words],
      caption: plan.phrases["summary.envelopeCaption", words], picture: picture)
  }

  /// Linear between the points; nil outside of them.
  static func value(of curve: [(x: Double, y: Double)], at x: Double) -> Double? {
    guard let next = curve.firstIndex(where: { $0.x >= x }) else { return nil }
    guard next > 0 else { return curve[0].x == x ? curve[0].y : nil }
    let (left, right) = (curve[next - 1], curve[next])
    return left.y + (x - left.x) / (right.x - left.x) * (right.y - left.y)
  }
}
