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
  /// One entry a layer.
  public let layers: [PlacedLayer]
  public let threads: Int
  let network: Network
  private(set) lazy var pool = WorkerPool(threadCount: threads)

  /// Processors this process may run on.
  public static var coreCount: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Weights have their initializers' constants, and kernels are zero, until `initializeWeights` or
  /// `setWeights`. Throws if a layer does not fit what comes before it.
  public init(
    inputShape: [Int], layers: [any Layer], threads: Int = Sequential.coreCount
  ) throws(ShapeError) {
    precondition(!layers.isEmpty, "a model needs at least one layer")
    precondition(threads > 0, "a model on \(threads) threads")
    let shapes = ModelShapes(inputShape: inputShape, layers: layers)
    if let misfit = shapes.misfit { throw misfit }
    self.inputShape = inputShape
    self.layers = shapes.layers
    self.threads = threads
    network = Network(layers: shapes.layers, fuses: true)
    for slot in network.slots { writeInitial(slot) { nil } }
    network.refresh()
  }

  public var outputShape: [Int] { layers[layers.count - 1].output }

  /// One row a layer, as Keras's `summary()`.
  public var summary: [LayerSummary] {
    layers.map {
      LayerSummary(
        name: $0.name, className: $0.className, outputShape: $0.output,
        parameterCount: $0.parameterCount, trainableCount: $0.trainableCount)
    }
  }

  /// All parameters, those included that training does not change.
  public var parameterCount: Int {
    layers.reduce(0) { $0 + $1.parameterCount }
  }

  func values(of slot: WeightSlot) -> [Float] {
    network.values(of: slot)
  }

  func write(_ values: [Float], to slot: WeightSlot) {
    network.write(values, to: slot)
  }
}
