import Drawing
import Lessons

/// The rows of a table with one input as points: training rows filled, test rows as hollow squares.
struct TablePoints {
  let context: FigureContext
  let study: RegressionStudy
  let inputs: [Double]

  init(_ context: FigureContext) {
    self.context = context
    study = context.study
    inputs = study.inputs.map { $0[0] }
  }

  var inputName: String { study.inputNames[0] }
  var hasTest: Bool { study.isTest.contains(true) }

  func rows(isTest: Bool) -> [Int] {
    study.targets.indices.filter { study.isTest[$0] == isTest }
  }

  /// Target over input, training and test rows separately.
  func marks() -> [any Mark] { marks(at: inputs, study.targets) }

  /// The red cross of a prediction, with input and output beside it; hollow outside the data.
  func cross(at prediction: Prediction, label: String? = nil) -> CrossMark {
    let output = Double(prediction.output[0])
    let input = context.quantity(prediction.input[0], inputName)
    return CrossMark(
      x: prediction.input[0], y: output, label: label,
      text: "\(input) → \(context.quantity(output, study.targetName))",
      isHollow: prediction.extrapolates)
  }

  /// The rows at the given coordinates.
  func marks(at xs: [Double], _ ys: [Double]) -> [any Mark] {
    let (training, test) = (rows(isTest: false), rows(isTest: true))
    var marks: [any Mark] = [
      PointMark(
        training.map { xs[$0] }, training.map { ys[$0] },
        label: context.phrase(hasTest ? "series.trainingRows" : "series.data"),
        countsRepeats: true, above: test.map { Point(xs[$0], ys[$0]) })
    ]
    if hasTest {
      marks.append(
        PointMark(
          test.map { xs[$0] }, test.map { ys[$0] }, label: context.phrase("series.testRows"),
          series: 3, isHollow: true, countsRepeats: true))
    }
    return marks
  }

  /// How many places the rows have, in a sentence; empty where each has one of its own.
  var repeatedSentence: String {
    let places = [false, true].reduce(0) { sum, isTest in
      sum + Set(rows(isTest: isTest).map { [inputs[$0], study.targets[$0]] }).count
    }
    guard places < study.targets.count, study.targets.count <= 3000 else { return "" }
    return context.phrase("scatter.repeated", ["places": context.count(places, .places)])
  }

  var xAxis: Axis { Axis(context.axisLabel(inputName), numbers: context.numbers) }
  var yAxis: Axis { Axis(context.axisLabel(study.targetName), numbers: context.numbers) }

  /// The range of training inputs, which is all that the network has seen.
  var seen: ClosedRange<Double> {
    let values = rows(isTest: false).map { inputs[$0] }
    return Extent.range(values) ?? 0...0
  }

  /// `seen` as text: `de 60 a 130 lpm`.
  var seenWords: String { context.span(seen, unit: context.unit(of: inputName)) }

  func part(_ row: Int) -> DataTable.Cell {
    study.isTest[row]
      ? .term("test", label: context.phrase("column.partTest"))
      : .term("train", label: context.phrase("column.partTraining"))
  }

  /// The cell of the column `part` for a row with a prediction.
  var predictionPart: DataTable.Cell {
    .term("predict", label: context.phrase("column.partPrediction"))
  }

  /// The columns `part`, input and target, followed by the figure's own.
  func columns(_ more: [DataTable.Column]) -> [DataTable.Column] {
    [
      .init("part", label: context.phrase("column.part")),
      .init(inputName, label: context.axisLabel(inputName)),
      .init(study.targetName, label: context.axisLabel(study.targetName)),
    ] + more
  }
}
