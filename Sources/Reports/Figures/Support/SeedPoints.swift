import Drawing
import Glibc
import Lessons

/// Seeds as points of a row each: their values across, a little apart up and down so that equal ones
/// can be counted.
struct SeedPoints {
  let row: Int

  /// Of a row's height, 0.5 in all.
  private func offset(_ index: Int, of count: Int) -> Double {
    guard count > 1 else { return 0 }
    // Neighbouring seeds far apart: 7 is prime to every count up to 50 but its multiples.
    let place = (index * (count % 7 == 0 ? 5 : 7)) % count
    return (Double(place) / Double(count - 1) - 0.5) * 0.5
  }

  /// The values at the places of `indices`, out of all of them.
  func mark(
    _ values: [Double], at indices: [Int], label: String?, series: Int, isHollow: Bool
  ) -> PointMark {
    PointMark(
      indices.map { values[$0] },
      indices.map { Double(row) + offset($0, of: values.count) }, label: label, series: series,
      isHollow: isHollow, size: 6.5)
  }
}

extension LineMark {
  /// A series over the epochs from 1, with points where there are few.
  static func byEpoch(_ values: [Double], label: String?, series: Int = 0) -> LineMark {
    LineMark(
      values.indices.map { Double($0 + 1) }, values, label: label, series: series,
      showsPoints: values.count <= 30)
  }

  /// Many curves over the same places as one mark: a fan, without names of its own.
  static func fan(
    _ xs: [Double], _ curves: [[Double]], label: String?, series: Int, width: Double = 1
  ) -> LineMark {
    // A value that is no number is a gap between one curve and the next.
    LineMark(
      curves.flatMap { _ in xs + [.nan] }, curves.flatMap { $0 + [.nan] }, label: label,
      series: series, width: width, isSolid: true)
  }
}

/// The places at which a table's single input is drawn: a little beyond the training rows.
struct InputGrid {
  let xs: [Double]
  /// Of the targets, with a quarter of room on both sides.
  let heights: ClosedRange<Double>

  init(_ points: TablePoints) {
    let seen = points.seen
    let length = seen.upperBound - seen.lowerBound
    let room = length > 0 ? length * 0.08 : 1
    xs = (0...60).map {
      seen.lowerBound - room + (length + 2 * room) * Double($0) / 60
    }
    let targets = Extent.range(points.study.targets) ?? 0...1
    // Equal targets, but for rounding, stand in the middle of a range of their own size.
    let size = max(targets.lowerBound.magnitude, targets.upperBound.magnitude)
    let height = targets.upperBound - targets.lowerBound
    let space = height > 1e-9 * size ? height * 0.25 : size > 0 ? size * 0.25 : 1
    heights = targets.lowerBound - space...targets.upperBound + space
  }

  /// What each seed's network says along the grid.
  func curves(_ context: FigureContext, _ study: SeedStudy, _ variant: ModelVariant) -> [[Double]] {
    var lesson = context.lesson
    if let training = lesson.training { lesson.training?.model = variant.model(of: training) }
    return study.weights.compactMap { weights in
      DenseFunction(lesson, context.trained, parameters: weights).map { xs.map($0.callAsFunction) }
    }
  }

  var domain: ClosedRange<Double> { xs[0]...xs[xs.count - 1] }
}

extension SeedStudy {
  /// The places of the seeds whose training came to its end; all of them where none did.
  var finished: [Int] {
    let places = seeds.indices.filter { divergences[$0] == nil && losses[$0].isFinite }
    return places.isEmpty ? Array(seeds.indices) : places
  }

  /// The final losses of those.
  var finishedLosses: [Double] { finished.map { losses[$0] } }

  /// What those say of one of the lesson's inputs.
  func finishedPredictions(_ place: Int) -> [Double] {
    finished.map { Double(predictions[$0][place][0]) }
  }
}

extension FigureContext {
  /// How many seeds diverged, in a sentence; nil where none did.
  func divergedSentence(_ studies: [SeedStudy]) -> String? {
    let count = studies.reduce(0) { $0 + $1.divergedCount }
    return count == 0
      ? nil : phrase("seed-spread.diverged", ["count": numbers.string(count)])
  }

  /// The study of a figure that asks for it; the lesson's result has it.
  func seeds(_ variant: ModelVariant, of figure: StudyFigure) -> SeedStudy {
    let count = lesson.parameters(of: figure).seeds ?? SeedStudy.standardSeeds.count
    guard let study = trained.seeds(variant, count: count) else {
      preconditionFailure("lesson \(lesson.id) has no study of \(count) seeds, \(variant)")
    }
    return study
  }

  /// From the least to the greatest value, both with as many decimals as tell them apart, or each with
  /// its own where they are far from each other; one number where they are the same but for the
  /// rounding of a Float.
  func range(_ values: [Double], unit: String?) -> String {
    guard let range = Extent.range(values) else { return "–" }
    func quantity(_ text: String) -> String { unit.map { "\(text) \($0)" } ?? text }
    let (low, high) = (range.lowerBound, range.upperBound)
    let size = max(low.magnitude, high.magnitude)
    guard high - low > 1e-6 * size else { return quantity(number(high)) }
    // Equal decimals would round a small end away.
    let small = min(low.magnitude, high.magnitude)
    guard small == 0 || small >= size / 1000 else {
      return phrase("range", ["from": number(low), "to": quantity(number(high))])
    }
    let digits = (4...7).first {
      numbers.significant(low, digits: $0) != numbers.significant(high, digits: $0)
    }
    let decimals = (digits ?? 7) - 1 - Int(log10(size).rounded(.down))
    let texts = [low, high].map { value in
      (0...8).contains(decimals)
        ? numbers.string(value, decimals: decimals)
        : numbers.significant(value, digits: digits ?? 7)
    }
    return phrase("range", ["from": texts[0], "to": quantity(texts[1])])
  }

  /// Four significant digits, in a short form also where a number has many before its decimal mark.
  func shortNumber(_ value: Double) -> String {
    value.magnitude < 1e7 ? number(value) : numbers.scientific(value)
  }

  /// `1.798 x + 31.95`.
  func equation(_ slope: Double, _ intercept: Double) -> String {
    let sign = intercept < 0 ? NumberStyle.minus : "+"
    return "\(number(slope)) x \(sign) \(number(intercept.magnitude))"
  }
}
