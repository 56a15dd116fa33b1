import Diagnostics
import Lessons

/// All figures that a lesson file can ask for.
public enum FigureCatalogue {
  /// In the order of `docs/figures.md`.
  public static let names: [String] = makers.map(\.name)

  static let makers: [any FigureMaker] = [
    ParadigmsFigure(), SamplesFigure(), HistogramFigure(), CorrelationFigure(), PairsFigure(),
    ScatterFigure(), NetworkFigure(),
    LossFigure(),
    AccuracyFigure(), FitFigure(), PredictionFigure(), ResidualsFigure(), WeightsFigure(),
    StepsFigure(), OneStepFigure(), LossSurfaceFigure(), LearningRatesFigure(), SeedSpreadFigure(),
    LossComparisonFigure(), ProductFigure(), ReluSeedsFigure(), RawAndNormalizedFigure(),
    ConfusionFigure(),
    RecallFigure(), MistakesFigure(),
    ProbabilitiesFigure(), PixelsFigure(), ConvolutionFigure(), FeatureMapsFigure(),
  ]

  /// The figures of a lesson that names none, in the order of a lesson: data, model, training, use.
  public static func defaults(for lesson: Lesson) -> [String] {
    makers.filter { $0.isDefault(for: lesson) && $0.need(of: lesson) == nil }.map(\.name)
  }

  /// The figures that a lesson asks for, or the default ones.
  public static func names(for lesson: Lesson) -> [String] {
    lesson.figures.map { $0.map(\.name) } ?? defaults(for: lesson)
  }

  /// The errors in a lesson's requests; found before training.
  ///
  /// - Parameter path: the path of `notebook.yaml`, for the errors' positions.
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

  /// The ids of the other lessons whose results the figure uses.
  package static func companions(of name: String, _ lesson: Lesson, in notebook: Notebook)
    -> [String]
  {
    makers.first { $0.name == name }?.companions(of: lesson, in: notebook) ?? []
  }

  /// Draws a figure.
  ///
  /// Precondition: `check` found no error in the lesson, or the name is one of its defaults.
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

/// A figure of the catalogue: its name, what it requires of a lesson, and how it is drawn.
///
/// `FigureCatalogue.figure(named: "loss", context)` finds the maker with that name and calls
/// `figure`. A new figure is one file with a struct like `ScatterFigure`, listed in
/// `FigureCatalogue.makers`; `docs/first-figure.md` walks through one.
protocol FigureMaker: Sendable {
  var name: String { get }
  /// Whether it is drawn for lessons that name no figures.
  func isDefault(for lesson: Lesson) -> Bool
  /// What the lesson lacks for this figure; nil if it can be drawn.
  func need(of lesson: Lesson) -> FigureNeed?
  func need(of lesson: Lesson, in notebook: Notebook) -> FigureNeed?
  /// The ids of the other lessons whose results it uses; its context contains no others.
  func companions(of lesson: Lesson, in notebook: Notebook) -> [String]
  func figure(_ context: FigureContext) -> Figure
}

extension FigureMaker {
  func isDefault(for lesson: Lesson) -> Bool { false }
  func need(of lesson: Lesson, in notebook: Notebook) -> FigureNeed? { need(of: lesson) }
  func companions(of lesson: Lesson, in notebook: Notebook) -> [String] { [] }
}
