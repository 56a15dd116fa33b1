import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A stack of layers with its weights: trained, asked and read out as `keras.Sequential`.
///
/// Not for use by several threads at once; it uses `threads` of its own. The same calls give the
/// same bits for any number of them.
public final class Sequential {
  public let inputShape: [Int]
  public let outputShape: [Int]
  public let layers: [any Layer]
  /// One row a layer, as Keras's `summary()`.
  public let summary: [LayerSummary]
  public let threads: Int
  let network: Network
  /// The input of each layer, and the output.
  let shapes: [[Int]]
  private(set) lazy var pool = WorkerPool(threadCount: threads)

  /// Processors this process may run on.
  public static var coreCount: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// At most so many values may one sample have behind any layer.
  public static let sizeLimit = 1 << 24

  /// Weights are zero (batch normalisation: Keras's initial ones) until `initializeWeights` or
  /// `setWeights`. Throws where a layer does not fit what comes before it.
  public init(
    inputShape: [Int], layers: [any Layer], threads: Int = Sequential.coreCount
  ) throws(ShapeError) {
    precondition(!layers.isEmpty, "a model needs at least one layer")
    precondition(threads > 0, "a model on \(threads) threads")
    self.inputShape = inputShape
    self.layers = layers
    self.threads = threads

    var shapes = [inputShape]
    var slots: [WeightSlot] = []
    var summary: [LayerSummary] = []
    var sizes = (parameters: 0, statistics: 0)
    var uses: [(name: String, count: Int)] = []
    for (index, layer) in layers.enumerated() {
      let input = shapes[index]
      let output = try layer.outputShape(for: input)
      guard Self.fits(output) else {
        throw .tooLarge(layer: type(of: layer).className, shape: output)
      }
      shapes.append(output)
      let weights = layer.weightShapes(for: input)
      for weight in weights {
        let isTrainable = weight.isTrainable
        let slot = WeightSlot(
          layer: index, name: weight.name, shape: weight.shape, isTrainable: isTrainable,
          offset: isTrainable ? sizes.parameters : sizes.statistics)
        slots.append(slot)
        // From a cache line on; the gap behind lets a tile read whole blocks.
        let room = (slot.count + 15) / 16 * 16
        if isTrainable { sizes.parameters += room } else { sizes.statistics += room }
      }
      let base = type(of: layer).baseName
      let place = uses.firstIndex { $0.name == base }
      let number = place.map { uses[$0].count } ?? 0
      if let place { uses[place].count += 1 } else { uses.append((base, 1)) }
      let count: ([WeightShape]) -> Int = { $0.reduce(0) { $0 + $1.shape.reduce(1, *) } }
      summary.append(
        LayerSummary(
          name: number == 0 ? base : "\(base)_\(number)", className: type(of: layer).className,
          outputShape: output, parameterCount: count(weights),
          trainableCount: count(weights.filter(\.isTrainable))))
    }
    outputShape = shapes[layers.count]
    self.summary = summary
    network = Network(layers: layers, shapes: shapes, slots: slots, sizes: sizes, fuses: true)
    self.shapes = shapes
    for slot in slots where slot.name == "gamma" || slot.name.hasSuffix("variance") {
      write([Float](repeating: 1, count: slot.count), to: slot)
    }
    network.refresh()
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

  /// All parameters, those included that training does not change.
  public var parameterCount: Int {
    summary.reduce(0) { $0 + $1.parameterCount }
  }

  /// All weight arrays in get_weights() order.
  public var weights: [WeightArray] {
    network.slots.map { slot in
      WeightArray(
        layer: summary[slot.layer].name, name: slot.name, shape: slot.shape,
        values: values(of: slot))
    }
  }

  /// Sets all weight arrays, in get_weights() order; their number and sizes must be the model's.
  public func setWeights(_ values: [[Float]]) {
    precondition(
      values.map(\.count) == network.slots.map(\.count),
      "weights of \(values.map(\.count)) values where \(network.slots.map(\.count)) belong")
    for (slot, array) in zip(network.slots, values) { write(array, to: slot) }
    network.refresh()
  }

  /// Keras's initial weights: kernels from Glorot's uniform distribution, drawn from
  /// `stream(index)` where index counts the arrays of get_weights(); biases zero.
  public func initializeWeights(_ stream: (_ index: Int) -> RandomStream) {
    for (index, slot) in network.slots.enumerated() {
      switch slot.name {
      case "kernel":
        var source = stream(index)
        write(GlorotUniform(shape: slot.shape).values(from: &source), to: slot)
      case "bias":
        write([Float](repeating: 0, count: slot.count), to: slot)
      default: break
      }
    }
    network.refresh()
  }

  /// All weights in one array, in get_weights() order.
  var allValues: [Float] { network.slots.flatMap { values(of: $0) } }

  func values(of slot: WeightSlot) -> [Float] {
    network.values(of: slot)
  }

  func write(_ values: [Float], to slot: WeightSlot) {
    network.write(values, to: slot)
  }
}
