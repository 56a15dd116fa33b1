import Tensors

/// A layer as declared: what it is, not its weights. Shapes are those of one sample, NHWC.
///
/// Names and defaults are Keras 3's (`docs/keras-conventions.md`). `docs/first-layer.md` adds one.
public protocol Layer: Configurable {
  static var kind: LayerKind { get }
  /// The shape of its output for one sample of `input`, or why there is none.
  func outputShape(for input: [Int]) throws(ShapeError) -> [Int]
  /// Its weights in get_weights() order, for one sample of `input`. Their names and ranks do not
  /// depend on `input`.
  func weightShapes(for input: [Int]) -> [WeightShape]
  /// What computes it, or nil if its output is its input in another shape.
  func operation(at site: LayerSite) -> Operation?
}

/// Every layer there is, by its class name in Keras, in the order of the reference.
public enum LayerKind: String, CaseIterable, Sendable {
  case dense = "Dense"
  case conv2D = "Conv2D"
  case maxPooling2D = "MaxPooling2D"
  case averagePooling2D = "AveragePooling2D"
  case globalAveragePooling2D = "GlobalAveragePooling2D"
  case globalMaxPooling2D = "GlobalMaxPooling2D"
  case flatten = "Flatten"
  case dropout = "Dropout"
  case batchNormalization = "BatchNormalization"
  case normalization = "Normalization"

  public var type: any Layer.Type {
    switch self {
    case .dense: Dense.self
    case .conv2D: Conv2D.self
    case .maxPooling2D: MaxPooling2D.self
    case .averagePooling2D: AveragePooling2D.self
    case .globalAveragePooling2D: GlobalAveragePooling2D.self
    case .globalMaxPooling2D: GlobalMaxPooling2D.self
    case .flatten: Flatten.self
    case .dropout: Dropout.self
    case .batchNormalization: BatchNormalization.self
    case .normalization: Normalization.self
    }
  }
}

extension Layer {
  public static var className: String { kind.rawValue }

  /// Snake case of the class name, as Keras numbers its layers: `conv2d`, `max_pooling2d`.
  public static var baseName: String {
    let letters = Array(className)
    var name = ""
    for (index, letter) in letters.enumerated() {
      let startsWord =
        index > 0 && letter.isUppercase
        && (letters[index - 1].isLowercase
          || letters.dropFirst(index + 1).first?.isLowercase == true)
      name += (startsWord ? "_" : "") + letter.lowercased()
    }
    return name
  }

  /// The weights that a lesson file may give; their shapes depend on the input.
  public static var givenWeights: [WeightShape] {
    prototype.weightShapes(for: [1, 1, 1]).filter { $0.initializer != .counter }
  }

  /// The function after the layer's sum; nil for a layer without that option.
  public var ownActivation: Activation? {
    for setting in configuration {
      if case .activation(let activation) = setting.value { return activation }
    }
    return nil
  }
}

/// One weight array of a layer: its name in Keras, its shape, and how it starts.
public struct WeightShape: Hashable, Sendable {
  public var name: String
  public var shape: [Int]
  public var initializer: Initializer
  /// Whether training changes it.
  public var isTrainable: Bool
  public var count: Int { shape.reduce(1, *) }

  public init(
    _ name: String, _ shape: [Int], _ initializer: Initializer, isTrainable: Bool = true
  ) {
    self.name = name
    self.shape = shape
    self.initializer = initializer
    self.isTrainable = isTrainable
  }
}

/// The values a weight array has before training.
public enum Initializer: Hashable, Sendable {
  /// Uniform in ±sqrt(6 / (fan in + fan out)).
  case glorotUniform
  case constant(Float)
  /// Measured on the training inputs (`Sequential.adapt`); this value until then.
  case measured(until: Float)
  /// A number that Keras keeps for itself: 0.
  case counter
}

/// Why a layer cannot take an input.
public enum ShapeError: Error, Hashable, Sendable {
  /// The layer takes samples of another rank.
  case rank(layer: String, expected: SampleRank, shape: [Int])
  /// A window of that size does not fit into the image.
  case windowTooLarge(layer: String, window: Size2D, shape: [Int])
  /// The output would have more than the engine's limit of elements for one sample.
  case tooLarge(layer: String, shape: [Int])
}

/// The number of dimensions of one sample.
public enum SampleRank: Int, Sendable {
  /// Features.
  case vector = 1
  /// Height, width, channels.
  case image = 3
}

/// Height and width, of a kernel, a stride or a pooling window.
public struct Size2D: Hashable, Codable, Sendable {
  public var height: Int
  public var width: Int

  public init(_ height: Int, _ width: Int) {
    self.height = height
    self.width = width
  }

  public init(_ side: Int) {
    self.init(side, side)
  }

  /// Side of a kernel, a pooling window or a stride, in pixels.
  static let sides = 1...64
}

/// What happens at the border of an image: nothing beyond it is read, or it is padded so that the
/// output has `ceil(input / stride)` pixels.
public enum Padding: String, Codable, CaseIterable, Sendable {
  case valid
  case same
}

/// The function after a layer's sum, by its Keras name.
public enum Activation: String, Codable, CaseIterable, Sendable {
  case linear
  case relu
  case leakyReLU = "leaky_relu"
  case elu
  case gelu
  case sigmoid
  case tanh
  case softmax
}
