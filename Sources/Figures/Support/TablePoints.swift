import Drawing
import Lessons

/// The rows of a table of one input as points: training rows filled, test rows hollow squares.
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

  /// Input against target, training and test apart.
  func marks() -> [any Mark] { marks(at: inputs, study.targets) }

  /// The rows at places of their own.
  func marks(at xs: [Double], _ ys: [Double]) -> [any Mark] {
    let training = rows(isTest: false)
    var marks: [any Mark] = [
      PointMark(
        training.map { xs[$0] }, training.map { ys[$0] },
        label: context.phrase(hasTest ? "series.trainingRows" : "series.data"))
    ]
    if hasTest {
      let test = rows(isTest: true)
      marks.append(
        PointMark(
          test.map { xs[$0] }, test.map { ys[$0] }, label: context.phrase("series.testRows"),
          series: 3, isHollow: true))
    }
    return marks
  }

  var xAxis: Axis { Axis(context.axisLabel(inputName), numbers: context.numbers) }
  var yAxis: Axis { Axis(context.axisLabel(study.targetName), numbers: context.numbers) }

  /// Between the least and greatest training input, which is all that the network has seen.
  var seen: ClosedRange<Double> {
    let values = rows(isTest: false).map { inputs[$0] }
    return Extent.range(values) ?? 0...0
  }

  /// `seen` in words: `de 60 a 130 lpm`.
  var seenWords: String { context.span(seen, unit: context.unit(of: inputName)) }

  func part(_ row: Int) -> DataTable.Cell {
    study.isTest[row]
      ? .term("test", label: context.phrase("column.partTest"))
      : .term("train", label: context.phrase("column.partTraining"))
  }

  /// The part of a row that holds what the network predicts.
  var predictionPart: DataTable.Cell {
    .term("predict", label: context.phrase("column.partPrediction"))
  }

  /// Columns `part`, input and target with what the figure adds.
  func columns(_ more: [DataTable.Column]) -> [DataTable.Column] {
    [
      .init("part", label: context.phrase("column.part")),
      .init(inputName, label: context.axisLabel(inputName)),
      .init(study.targetName, label: context.axisLabel(study.targetName)),
    ] + more
  }
}
