/// A layer within a model, with the shapes of one sample before and behind it.
public struct PlacedLayer: Sendable {
  /// Keras's name, numbered from 0 within the model: `dense`, `dense_1`.
  public let name: String
  public let layer: any Layer
  public let input: [Int]
  public let output: [Int]
  /// In get_weights() order.
  public let weights: [WeightShape]

  public init(
    name: String, layer: any Layer, input: [Int], output: [Int], weights: [WeightShape]
  ) {
    self.name = name
    self.layer = layer
    self.input = input
    self.output = output
    self.weights = weights
  }

  public var className: String { type(of: layer).className }
  public var parameterCount: Int { weights.reduce(0) { $0 + $1.count } }
  public var trainableCount: Int {
    weights.reduce(0) { $0 + ($1.isTrainable ? $1.count : 0) }
  }
  public var hasKernel: Bool { weights.contains { $0.name == "kernel" } }
}

/// The one walk of a sample's shape through the layers of a model.
public struct ModelShapes: Sendable {
  /// Up to the first layer that does not fit.
  public let layers: [PlacedLayer]
  /// Why the layer behind `layers` does not fit; nil if all do.
  public let misfit: ShapeError?

  /// Upper limit for the number of values in one sample's output of any layer.
  public static let sizeLimit = 1 << 24

  public init(inputShape: [Int], layers: [any Layer]) {
    var shape = inputShape
    var placed: [PlacedLayer] = []
    var misfit: ShapeError?
    for (layer, name) in zip(layers, Self.names(of: layers)) {
      do throws(ShapeError) {
        let output = try layer.outputShape(for: shape)
        guard Self.fits(output) else {
          throw .tooLarge(layer: type(of: layer).className, shape: output)
        }
        placed.append(
          PlacedLayer(
            name: name, layer: layer, input: shape, output: output,
            weights: layer.weightShapes(for: shape)))
        shape = output
      } catch {
        misfit = error
        break
      }
    }
    self.layers = placed
    self.misfit = misfit
  }

  /// Keras's names, which depend on no shape.
  public static func names(of layers: [any Layer]) -> [String] {
    var uses: [String: Int] = [:]
    return layers.map { layer in
      let base = type(of: layer).baseName
      let number = uses[base, default: 0]
      uses[base] = number + 1
      return number == 0 ? base : "\(base)_\(number)"
    }
  }

  private static func fits(_ shape: [Int]) -> Bool {
    var size = 1
    for side in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: side)
      if overflow || product > sizeLimit { return false }
      size = product
    }
    return true
  }
}

/// A row of the model summary.
public struct LayerSummary: Codable, Hashable, Sendable {
  /// Keras's name, numbered from 0 within the model.
  public var name: String
  public var className: String
  /// Shape of one sample; Keras prints `None` before it.
  public var outputShape: [Int]
  public var parameterCount: Int
  /// Trainable ones among them.
  public var trainableCount: Int

  public init(
    name: String, className: String, outputShape: [Int], parameterCount: Int, trainableCount: Int
  ) {
    self.name = name
    self.className = className
    self.outputShape = outputShape
    self.parameterCount = parameterCount
    self.trainableCount = trainableCount
  }
}
