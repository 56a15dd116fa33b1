import Tensors

/// What a layer's operation works on: up to `unitSamples` samples of a batch, in one workspace.
struct SliceContext {
  /// The workspace: each operation knows its offsets in it.
  var values: UnsafeMutablePointer<Float>
  var count: Int
  var parameters: UnsafePointer<Float>
  /// Moving averages and fitted statistics, which the optimizer does not touch.
  var statistics: UnsafePointer<Float>
  /// The slice's own gradient buffer, a twin of the parameters.
  var gradients: UnsafeMutablePointer<Float>
  /// The slice has been through other samples already: gradients are added.
  var accumulates = false
  var isTraining = false
  /// Place in the batch of the first sample.
  var firstSample = 0
  /// Place of the unit among those of the batch.
  var unit = 0
  var step = 0
  /// The epoch's dropout stream.
  var dropout: RandomStream
}
