import Neural

/// What can be said of a lesson before it has been trained: which names mean something in it.
package struct LessonOutline: Sendable {
  /// What a name may need of a lesson to mean something in it.
  package enum Need: Hashable, Sendable {
    case training
    case table
    /// A table whose target is a number, not a class.
    case regression
    /// A table whose target is a class.
    case classes
    /// A table trained on the mean squared error.
    case squaredLoss
    /// A table with one input column.
    case singleInput
    case images
    case accuracy
    case validation
    case normalization
    /// Layers without activation on a table, one output: the whole is one weighted sum.
    case linear
    /// One Dense unit without activation on one input, nothing else.
    case neuron
    case reference
    case untrained
    /// At most 64 parameters: their way through the epochs is recorded.
    case trajectory
    /// An earlier lesson trains a single neuron on the same file.
    case sibling
  }

  package let notebook: Notebook
  package let lesson: Lesson
  /// Of a lesson that trains.
  package private(set) var model: ModelOutline?
  package let needs: Set<Need>
  /// The nearest earlier lesson that trains a single neuron on the same file.
  package let sibling: String?

  package init(_ lesson: Lesson, in notebook: Notebook) {
    self.notebook = notebook
    self.lesson = lesson
    model = lesson.model
    sibling = Self.sibling(of: lesson, in: notebook)
    var needs = Self.needs(of: lesson)
    if sibling != nil { needs.insert(.sibling) }
    self.needs = needs
  }

  /// With the size of the images that the lesson was trained on.
  package func sized(by result: LessonResult) -> LessonOutline {
    guard let images = result.classification, let training = lesson.training else { return self }
    var outline = self
    outline.model = ModelOutline(training, imageShape: [images.height, images.width, 1])
    return outline
  }

  package var layers: [PlacedLayer] { model?.layers ?? [] }

  package var table: TableSource? { lesson.tableSource }

  /// The layers that `L` counts from 0: those with a kernel.
  package var kernelLayers: [PlacedLayer] { layers.filter(\.hasKernel) }

  private static func needs(of lesson: Lesson) -> Set<Need> {
    guard let training = lesson.training, let model = lesson.model else { return [] }
    var needs: Set<Need> = [.training]
    if lesson.hasImages {
      needs.insert(.images)
    } else {
      needs.formUnion([.table, training.compile.loss.kind == .numbers ? .regression : .classes])
      if training.compile.loss == .meanSquaredError { needs.insert(.squaredLoss) }
    }
    if lesson.hasSingleInput { needs.insert(.singleInput) }
    if lesson.asksAccuracy { needs.insert(.accuracy) }
    if training.fit.validation != .none { needs.insert(.validation) }
    if model.layers.contains(where: { $0.layer is Normalization }) { needs.insert(.normalization) }
    if training.reference != nil { needs.insert(.reference) }
    if training.untrained != nil { needs.insert(.untrained) }
    if model.isLinear { needs.insert(.linear) }
    if model.isSingleNeuron && model.layers.count == 1 { needs.insert(.neuron) }
    if let parameters = model.parameterCount, parameters <= 64 { needs.insert(.trajectory) }
    return needs
  }

  private static func sibling(of lesson: Lesson, in notebook: Notebook) -> String? {
    guard case .table(let source)? = lesson.training?.data,
      let place = notebook.lessons.firstIndex(where: { $0.id == lesson.id })
    else { return nil }
    return notebook.lessons[..<place].last { other in
      guard case .table(let earlier)? = other.training?.data, let training = other.training,
        let dense = training.model.first?.layer as? Dense
      else { return false }
      return training.model.count == 1 && dense.units == 1 && dense.activation == .linear
        && earlier.path == source.path && earlier.inputs == source.inputs
        && earlier.target == source.target
    }?.id
  }
}
