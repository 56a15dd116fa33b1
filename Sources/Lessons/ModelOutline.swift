import Neural

/// What a lesson file tells about its model before anything is trained.
///
///     let model = ModelOutline(training)
///     model.layers.map(\.name)  // ["normalization", "dense"]
///     model.isSingleNeuron      // true
public struct ModelOutline: Sendable {
  /// The shape of one sample; nil as long as the size of the images is not known.
  public let inputShape: [Int]?
  /// Up to the first layer that does not fit. Without an input shape, `input` and `output` are empty
  /// and the weights have the right names, ranks and last dimensions, but no more.
  public let layers: [PlacedLayer]
  private let isWhole: Bool
  private let isTable: Bool

  /// - Parameter imageShape: of one sample, once the images are known.
  public init(_ training: Training, imageShape: [Int]? = nil) {
    let declared = training.model.map(\.layer)
    inputShape = imageShape ?? training.data.sampleShape
    if let inputShape {
      let shapes = ModelShapes(inputShape: inputShape, layers: declared)
      layers = shapes.layers
      isWhole = shapes.misfit == nil
    } else {
      layers = zip(declared, ModelShapes.names(of: declared)).map { layer, name in
        PlacedLayer(
          name: name, layer: layer, input: [], output: [],
          weights: layer.weightShapes(for: [1, 1, 1]))
      }
      isWhole = false
    }
    isTable = if case .table = training.data { true } else { false }
  }

  /// All weight arrays in get_weights() order.
  public var weights: [WeightShape] { layers.flatMap(\.weights) }

  /// Nil if a layer does not fit or the size of the images is not known.
  public var parameterCount: Int? {
    isWhole ? layers.reduce(0) { $0 + $1.parameterCount } : nil
  }

  /// Layers without activation on a table, and one output: the whole is one weighted sum.
  public var isLinear: Bool {
    isTable && layers.last?.output == [1]
      && layers.enumerated().allSatisfy { index, layer in
        layer.layer.ownActivation == .linear || (index == 0 && layer.layer is Normalization)
      }
  }

  /// One Dense unit without activation on one input column, perhaps behind a Normalization: what
  /// "weight" and "bias" mean without further words.
  public var isSingleNeuron: Bool {
    smallNetwork == [1, 1] && layers.last?.layer.ownActivation == .linear
  }

  /// The sizes of the input and of the Dense layers if there is nothing else but a Normalization in
  /// front, and few enough to draw: at most five layers of twelve units.
  public var smallNetwork: [Int]? {
    guard isTable, let inputShape else { return nil }
    let rest = layers.first?.layer is Normalization ? layers.dropFirst() : layers[...]
    let units = rest.compactMap { ($0.layer as? Dense)?.units }
    let sizes = inputShape + units
    guard units.count == rest.count, (2...6).contains(sizes.count),
      sizes.allSatisfy({ $0 <= 12 })
    else { return nil }
    return sizes
  }
}

extension DataSource {
  /// The shape of one sample as far as the lesson file tells: the images of an unknown set have
  /// their size in their own header.
  public var sampleShape: [Int]? {
    switch self {
    case .table(let source): [source.inputs.count]
    case .images(let source): source.isFashionMNIST ? [28, 28, 1] : nil
    }
  }
}

extension Training {
  /// What a Dense layer at the end says of a sample: its units.
  package var outputUnits: Int? { (model.last?.layer as? Dense)?.units }
}

extension Lesson {
  package var model: ModelOutline? { training.map { ModelOutline($0) } }

  package var layers: [any Layer] { training?.model.map(\.layer) ?? [] }

  package var smallNetwork: [Int]? { model?.smallNetwork }

  package var isSingleNeuron: Bool { model?.isSingleNeuron ?? false }

  package var tableSource: TableSource? {
    if case .table(let source) = training?.data { source } else { nil }
  }

  package var hasImages: Bool {
    if case .images = training?.data { true } else { false }
  }

  package var hasSingleInput: Bool { tableSource?.inputs.count == 1 }

  /// The target is a number, and the Dense layer in which tables end says one of a row. A class or
  /// its probability is no number to draw beside the data.
  package var predictsNumber: Bool {
    training?.compile.loss.kind == .numbers
      && layers.lazy.compactMap { $0 as? Dense }.last?.units == 1
  }

  package var asksAccuracy: Bool { training?.compile.metrics.contains(.accuracy) ?? false }
}
