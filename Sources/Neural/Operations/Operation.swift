import Tensors

/// A layer made concrete: it knows its input's shape and the offsets of its values, gradients and
/// parameters. Offsets are in floats; a region of the workspace holds `unitSamples` samples one after
/// the other.
///
/// A subclass keeps the offsets of its own parameters and overrides the two passes. The engine sets
/// `input`, `output` and the gradients' offsets before the first pass:
///
///     final class DoublingOperation: Operation {
///       override func forward(_ context: SliceContext) {
///         let (x, y) = (context.values + input, context.values + output)
///         for index in 0..<context.count * inputSize { y[index] = 2 * x[index] }
///       }
///
///       override func backward(_ context: SliceContext) {
///         guard let inputGradient else { return }
///         let (g, dx) = (context.values + outputGradient, context.values + inputGradient)
///         for index in 0..<context.count * inputSize { dx[index] = 2 * g[index] }
///       }
///     }
public class Operation {
  /// Index of the declared layer in the model.
  var layer = 0
  var input = 0
  var output = 0
  let inputSize: Int
  let outputSize: Int
  var outputGradient = 0
  /// Nil if nothing before it learns.
  var inputGradient: Int?
  /// The loss gave the gradient with respect to the sums before the activation.
  var skipsActivationSlope = false

  init(inputSize: Int, outputSize: Int) {
    self.inputSize = inputSize
    self.outputSize = outputSize
  }

  /// Multiply-adds of the forward pass for one sample.
  var cost: Int { outputSize }
  /// Offset of the sums before the activation, if they are kept.
  var sums: Int? { nil }
  /// It needs all samples of a batch before it can go on.
  var isBatchWide: Bool { false }

  /// Its kernel is kept transposed among the parameters: filters x window.
  var keepsKernelByFilter: Bool { false }

  /// Reserves what it needs beside input, output and their gradients.
  func reserve(in layout: inout WorkspaceLayout) {}
  func forward(_ context: SliceContext) {}
  /// Computes the gradients of the parameters and of the input from the output's gradient.
  func backward(_ context: SliceContext) {}
  /// Updates the repacked copy of the kernel's rows `rows` after a weight update; rows are those of
  /// the kernel as it is kept.
  func refresh(_ parameters: UnsafePointer<Float>, rows: Range<Int>) {}
}

/// Hands out regions of a slice's workspace.
struct WorkspaceLayout {
  let unitSamples: Int
  private(set) var count = 0

  init(unitSamples: Int) {
    self.unitSamples = unitSamples
  }

  /// Room for `size` floats of each sample, from a cache line on, with a tile's slack behind.
  mutating func reserve(_ size: Int) -> Int {
    reserveOnce(size * unitSamples)
  }

  /// Room for `size` floats in all.
  mutating func reserveOnce(_ size: Int) -> Int {
    let offset = count
    count += (size + 16 + 15) / 16 * 16
    return offset
  }
}

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
  /// Index in the batch of the first sample.
  var firstSample = 0
  /// Index of the unit within the batch.
  var unit = 0
  var step = 0
  /// The epoch's dropout stream.
  var dropout: RandomStream
}
