/// A layer as declared: what it is, not its weights. Shapes are those of one sample, NHWC.
///
/// Names and defaults are Keras 3's (`docs/keras-conventions.md`).
public protocol Layer: Sendable {
  /// The class name in Keras, e.g. `Conv2D`.
  static var className: String { get }
  /// Snake case of the class name as Keras numbers its layers: `conv2d`, `max_pooling2d`.
  static var baseName: String { get }
  /// The shape of its output for one sample of `input`, or why there is none.
  func outputShape(for input: [Int]) throws(ShapeError) -> [Int]
  /// Its weights in get_weights() order, for one sample of `input` (whose shape fits).
  func weightShapes(for input: [Int]) -> [WeightShape]
}

/// One weight array of a layer: its name in Keras, its shape, and whether training changes it.
public struct WeightShape: Hashable, Sendable {
  public var name: String
  public var shape: [Int]
  public var isTrainable: Bool

  public init(_ name: String, _ shape: [Int], isTrainable: Bool = true) {
    self.name = name
    self.shape = shape
    self.isTrainable = isTrainable
  }
}

/// Why a layer cannot take an input.
public enum ShapeError: Error, Hashable, Sendable {
  /// The layer needs an input of that many dimensions (3 for images: height, width, channels).
  case rank(layer: String, expected: Int, shape: [Int])
  /// A window of that size does not fit into the image.
  case windowTooLarge(layer: String, window: Size2D, shape: [Int])
  /// The output would have more than the engine's limit of elements for one sample.
  case tooLarge(layer: String, shape: [Int])
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
