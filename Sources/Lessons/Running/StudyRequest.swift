import Neural

/// Another training of a lesson, or several, to be compared with its own.
public enum StudyRequest: Hashable, Sendable {
  /// From the lesson's seed, with another optimizer and learning rate.
  case rate(StudiedOptimizer, Float)
  /// From seeds 1 to `count`.
  case seeds(ModelVariant, count: Int)
}

/// An optimizer to be studied, with Keras's defaults for all but its learning rate.
public enum StudiedOptimizer: String, Codable, CaseIterable, Sendable {
  case adam, sgd, rmsprop

  public func optimizer(learningRate: Float) -> any Optimizer {
    switch self {
    case .adam: Adam(learningRate: learningRate)
    case .sgd: SGD(learningRate: learningRate)
    case .rmsprop: RMSprop(learningRate: learningRate)
    }
  }

  /// Keras's name.
  public var className: String { type(of: optimizer(learningRate: 1)).className }
}

extension Lesson {
  /// The trainings that its figures show, each once. What the result carries anyhow is not among
  /// them: see `SeedStudy.isPart`.
  public var studyRequests: [StudyRequest] {
    let requests = (figures ?? []) + placedFigures
    return requests.flatMap { request in
      StudyFigure(rawValue: request.name)?.studies(request.parameters) ?? []
    }.reduce(into: []) { all, study in
      if study != Self.standardSeeds, !all.contains(study) { all.append(study) }
    }
  }

  private static let standardSeeds = StudyRequest.seeds(
    .asWritten, count: SeedStudy.standardSeeds.count)

  /// Something of the lesson needs to know what the standard seeds give.
  var asksForSeeds: Bool {
    exercises.contains { $0.tolerance == .seeds }
      || ((figures ?? []) + placedFigures).contains { request in
        StudyFigure(rawValue: request.name)?.studies(request.parameters)
          .contains(Self.standardSeeds) ?? false
      }
  }

  /// The parameters of a figure: those of the lesson file, else none.
  public func parameters(of figure: StudyFigure) -> FigureParameters {
    (figures ?? []).first { $0.name == figure.rawValue }?.parameters ?? FigureParameters()
  }
}
