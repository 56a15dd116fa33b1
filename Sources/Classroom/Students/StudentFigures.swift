import Drawing
import Lessons
import Reports

/// The plots of a student's data and training.
struct StudentFigures {
  private let plan: ClassPlan
  private let context: FigureContext

  init(_ plan: ClassPlan, _ handIn: HandIn, _ training: StudentTraining) {
    self.plan = plan
    var context = FigureContext(
      notebook: plan.notebook, lesson: plan.lesson, result: training.result,
      language: plan.language, phrases: plan.reportPhrases)
    if let claimed = handIn.claim(.prediction, plan),
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
      return DrawnFigure(
        lesson: plan.lesson.id, language: plan.language, figure: figure, png: png)
    }
  }
}
