import Neural

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
