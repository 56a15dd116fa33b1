import Diagnostics
import Lessons

/// Every figure that a lesson file can ask for.
public enum FigureCatalogue {
  /// In the order of `docs/figures.md`.
  public static let names: [String] = makers.map(\.name)

  static let makers: [any FigureMaker] = [
    ParadigmsFigure(), SamplesFigure(), ScatterFigure(), NetworkFigure(),
    LossFigure(),
    AccuracyFigure(), FitFigure(), PredictionFigure(), ResidualsFigure(), WeightsFigure(),
    StepsFigure(), OneStepFigure(), LossSurfaceFigure(), LearningRatesFigure(), SeedSpreadFigure(),
    LossComparisonFigure(), ProductFigure(), ReluSeedsFigure(), RawAndNormalizedFigure(),
    ConfusionFigure(),
    RecallFigure(), MistakesFigure(),
    ProbabilitiesFigure(), PixelsFigure(), ConvolutionFigure(), FeatureMapsFigure(),
  ]

  /// What suits a lesson that names no figures, in the order of a lesson: look at the data, the
  /// model, its training, its use.
  public static func defaults(for lesson: Lesson) -> [String] {
    makers.filter { $0.isDefault(for: lesson) && $0.need(of: lesson) == nil }.map(\.name)
  }

  /// The names of a lesson's figures: what it asks for, else the default ones.
  public static func names(for lesson: Lesson) -> [String] {
    lesson.figures.map { $0.map(\.name) } ?? defaults(for: lesson)
  }

  /// What is wrong with a lesson's requests, before anything is trained.
  ///
  /// - Parameter path: of `notebook.yaml`, for the errors' places.
  public static func check(_ lesson: Lesson, in notebook: Notebook, path: String) -> [FigureError] {
    (lesson.figures ?? []).compactMap { request in
      let place = Place(path, line: request.line, column: request.column)
      guard let maker = makers.first(where: { $0.name == request.name }) else {
        return .unknown(
          place, name: request.name, suggestion: nearest(to: request.name, among: names))
      }
      guard let need = maker.need(of: lesson, in: notebook) else { return nil }
      return .misfit(place, name: request.name, need: need)
    }
  }

  /// The ids of the other lessons whose results a figure shows.
  package static func companions(of name: String, _ lesson: Lesson, in notebook: Notebook) -> [String] {
    makers.first { $0.name == name }?.companions(of: lesson, in: notebook) ?? []
  }

  /// Precondition: `check` has passed for the lesson, or the name is one of its defaults.
  public static func figure(named name: String, _ context: FigureContext) -> Figure {
    let makers = context.isForStudents ? [BlankNetworkFigure()] + makers : makers
    guard let maker = makers.first(where: { $0.name == name }) else {
      preconditionFailure("no figure is named \(name)")
    }
    if let need = maker.need(of: context.lesson, in: context.notebook) {
      preconditionFailure("figure \(name) needs \(need) in lesson \(context.lesson.id)")
    }
    return maker.figure(context)
  }
}

/// One figure: what it needs of a lesson, and how it is drawn.
protocol FigureMaker: Sendable {
  var name: String { get }
  /// Drawn where a lesson names no figures.
  func isDefault(for lesson: Lesson) -> Bool
  /// What the lesson lacks for it; nil if it can be drawn.
  func need(of lesson: Lesson) -> FigureNeed?
  func need(of lesson: Lesson, in notebook: Notebook) -> FigureNeed?
  /// The ids of the other lessons whose results it shows: no others are in its context.
  func companions(of lesson: Lesson, in notebook: Notebook) -> [String]
  func figure(_ context: FigureContext) -> Figure
}

extension FigureMaker {
  func isDefault(for lesson: Lesson) -> Bool { false }
  func need(of lesson: Lesson, in notebook: Notebook) -> FigureNeed? { need(of: lesson) }
  func companions(of lesson: Lesson, in notebook: Notebook) -> [String] { [] }
}
