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

/// A lesson's model, or what it would be with one thing changed.
public enum ModelVariant: String, Codable, Sendable {
  case asWritten
  /// ReLU behind every Dense layer but the last.
  case relu
  /// Without a Normalization in front.
  case raw
  /// With one, unless it is there.
  case normalized

  public func model(of training: Training) -> [LayerDeclaration] {
    var model = training.model
    let isNormalized = model.first?.layer is Normalization
    switch self {
    case .asWritten: break
    case .relu:
      for index in model.indices.dropLast() {
        guard var dense = model[index].layer as? Dense else { continue }
        dense.activation = .relu
        model[index].layer = dense
      }
    case .raw: if isNormalized { model.removeFirst() }
    case .normalized:
      if !isNormalized { model.insert(LayerDeclaration(layer: Normalization()), at: 0) }
    }
    return model
  }

  /// The lesson with that model. Weights of a file, which belong to the model as written, give way
  /// to drawn ones where the layers differ.
  func applied(to lesson: PreparedLesson) -> PreparedLesson {
    var lesson = lesson
    let count = lesson.training.model.count
    lesson.training.model = model(of: lesson.training)
    if lesson.training.model.count != count { lesson.initialWeights = nil }
    return lesson
  }
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
