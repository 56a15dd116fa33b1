import Drawing
import Figures
import Lessons
import Prose

/// The plots of a student's data and training.
struct StudentFigures {
  private let plan: ClassPlan
  private let context: FigureContext

  init(_ plan: ClassPlan, _ handIn: HandIn, _ training: StudentTraining) {
    self.plan = plan
    var context = FigureContext(
      notebook: plan.notebook, lesson: plan.lesson, result: training.result,
      language: plan.language, phrases: plan.reportPhrases)
    if let claimed = handIn.claimed(.prediction, plan, training),
      let input = plan.lesson.training?.predict.first
    {
      context.claim = ClaimedPoint(input: input, output: claimed.value)
    }
    self.context = context
  }

  /// Those that the lesson's kind of data and network allow, in the order of the page.
  static func names(for plan: ClassPlan) -> [String] {
    ["prediction", "scatter", "loss"].filter { name in
      var asking = plan.lesson
      asking.figures = [FigureRequest(name: name)]
      return FigureCatalogue.check(asking, in: plan.notebook, path: "").isEmpty
    }.filter { name in
      // With a prediction drawn, the data are in that plot.
      name != "scatter" || plan.lesson.training?.predict.isEmpty != false
    }
  }

  func drawn(by renderer: PictureRenderer) -> [DrawnFigure] {
    Self.names(for: plan).map { name in
      let figure = FigureCatalogue.figure(named: name, context)
      let png = renderer.png(
        figure.picture, metadata: figure.metadata(context, tag: plan.locale, dataHash: nil))
      var drawn = DrawnFigure(
        lesson: plan.lesson.id, language: plan.language, figure: figure, png: png)
      drawn.picture = figure.picture
      return drawn
    }
  }
}

/// The learned function of one input over the student's own data, in a few points.
enum LearnedCurve {
  static let count = 25

  static func points(_ lesson: Lesson, _ result: LessonResult) -> [(x: Double, y: Double)] {
    guard let function = DenseFunction(lesson, result), let study = result.regression else {
      return []
    }
    let inputs = study.inputs.map { $0[0] }
    guard let least = inputs.min(), let most = inputs.max(), least < most else { return [] }
    let step = (most - least) / Double(count - 1)
    return (0..<count).map { index in
      let x = least + step * Double(index)
      return (x, function(x))
    }
  }
}

/// The cell of Keras code that gives a student our number from the own data.
enum StudentKeras {
  /// More rows would fill pages with numbers.
  static let rowLimit = 300

  static func cell(_ plan: ClassPlan, _ training: StudentTraining) -> String {
    guard let rows = training.result.regression?.targets.count, rows <= rowLimit else { return "" }
    return StandaloneKeras.source(
      plan.lesson, in: plan.notebook, training.result, language: plan.language,
      phrases: plan.reportPhrases)
  }
}
