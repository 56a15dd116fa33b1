import Neural

/// What can be said of a lesson before it has been trained: which names mean something in it.
package struct LessonOutline: Sendable {
  package struct Layer: Sendable {
    /// Keras's name, numbered from 0 within the lesson.
    package var name: String
    package var layer: any Neural.Layer
    /// Of one sample.
    package var input: [Int]
    package var output: [Int]
    package var weights: [WeightShape]

    package var hasKernel: Bool { weights.contains { $0.name == "kernel" } }
    package var activation: Activation? {
      switch layer {
      case let dense as Dense: dense.activation
      case let convolution as Conv2D: convolution.activation
      default: nil
      }
    }
  }

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
  package let layers: [Layer]
  package let needs: Set<Need>
  /// The nearest earlier lesson that trains a single neuron on the same file.
  package let sibling: String?

  package init(_ lesson: Lesson, in notebook: Notebook) {
    self.notebook = notebook
    self.lesson = lesson
    layers = Self.layers(of: lesson)
    sibling = Self.sibling(of: lesson, in: notebook)
    var needs = Self.needs(of: lesson, layers: layers)
    if sibling != nil { needs.insert(.sibling) }
    self.needs = needs
  }

  package var table: TableSource? {
    guard case .table(let source)? = lesson.training?.data else { return nil }
    return source
  }

  package var images: ImageSource? {
    guard case .images(let source)? = lesson.training?.data else { return nil }
    return source
  }

  /// The layers that `L` counts from 0: those with a kernel.
  package var kernelLayers: [Layer] { layers.filter(\.hasKernel) }

  package var hasNormalization: Bool { layers.contains { $0.layer is Normalization } }

  private static func layers(of lesson: Lesson) -> [Layer] {
    guard let training = lesson.training else { return [] }
    var shape: [Int]
    switch training.data {
    case .table(let source): shape = [source.inputs.count]
    // The only images there are: MNIST's family.
    case .images: shape = [28, 28, 1]
    }
    var counts: [String: Int] = [:]
    var layers: [Layer] = []
    for declaration in training.model {
      let layer = declaration.layer
      guard let output = try? layer.outputShape(for: shape) else { break }
      let base = type(of: layer).baseName
      let number = counts[base, default: 0]
      counts[base] = number + 1
      layers.append(
        Layer(
          name: number == 0 ? base : "\(base)_\(number)", layer: layer, input: shape,
          output: output, weights: layer.weightShapes(for: shape)))
      shape = output
    }
    return layers
  }

  private static func needs(of lesson: Lesson, layers: [Layer]) -> Set<Need> {
    guard let training = lesson.training else { return [] }
    var needs: Set<Need> = [.training]
    var inputs = 0
    switch training.data {
    case .table(let source):
      needs.formUnion([.table, training.compile.loss.kind == .numbers ? .regression : .classes])
      if training.compile.loss == .meanSquaredError { needs.insert(.squaredLoss) }
      inputs = source.inputs.count
      if inputs == 1 { needs.insert(.singleInput) }
    case .images: needs.insert(.images)
    }
    if training.compile.metrics.contains(.accuracy) { needs.insert(.accuracy) }
    if training.fit.validation != .none { needs.insert(.validation) }
    if layers.contains(where: { $0.layer is Normalization }) { needs.insert(.normalization) }
    if training.reference != nil { needs.insert(.reference) }
    if training.untrained != nil { needs.insert(.untrained) }
    let isLinear =
      inputs > 0 && layers.last?.output == [1]
      && layers.enumerated().allSatisfy { index, layer in
        layer.activation == .linear || (index == 0 && layer.layer is Normalization)
      }
    if isLinear { needs.insert(.linear) }
    if isLinear && inputs == 1 && layers.count == 1 { needs.insert(.neuron) }
    let parameters = layers.flatMap(\.weights).reduce(0) { $0 + $1.shape.reduce(1, *) }
    if parameters <= 64 { needs.insert(.trajectory) }
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
