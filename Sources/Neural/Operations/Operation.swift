import Tensors

/// A layer made concrete: its input shape is known, and where its values, gradients and parameters
/// stand. Offsets are in floats; a region of the workspace holds `unitSamples` samples one after the
/// other.
class Operation {
  /// The declared layer's place in the model.
  var layer = 0
  var input = 0
  var output = 0
  let inputSize: Int
  let outputSize: Int
  var outputGradient = 0
  /// Nil where nothing before it learns.
  var inputGradient: Int?
  /// The loss gave the gradient with respect to the sums before the activation.
  var skipsActivationSlope = false

  init(inputSize: Int, outputSize: Int) {
    self.inputSize = inputSize
    self.outputSize = outputSize
  }

  /// Multiply-adds of the forward pass for one sample.
  var cost: Int { outputSize }
  /// Where the sums before the activation stand, if they are kept.
  var sums: Int? { nil }
  /// It needs all samples of a batch before it can go on.
  var isBatchWide: Bool { false }

  /// Its kernel stands transposed among the parameters: filters x window.
  var keepsKernelByFilter: Bool { false }

  /// Reserves what it needs beside input, output and their gradients.
  func reserve(in layout: inout WorkspaceLayout) {}
  func forward(_ context: SliceContext) {}
  /// From the output's gradient to those of the parameters and of the input.
  func backward(_ context: SliceContext) {}
  /// Brings copies of the kernel's rows `rows` (as it stands) in another order up to date.
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
