import Tensors

/// Inputs and targets with pointers that stay valid while it lives, for gathering batches.
final class SampleSource {
  private let inputs: Samples
  private let targets: Targets?
  private let inputSize: Int
  private let width: Int
  private let isSparse: Bool

  /// `width` values of a target belong to the model's output.
  init(_ inputs: Samples, _ targets: Targets?, width: Int) {
    self.inputs = inputs
    self.targets = targets
    self.width = width
    inputSize = inputs.shape.reduce(1, *)
    if case .values(let values, let valueWidth) = targets, valueWidth != width {
      precondition(
        valueWidth == 1 && values.allSatisfy { $0 >= 0 && $0 < Float(width) && $0 == $0.rounded() },
        "targets of \(valueWidth) values for an output of \(width)")
      isSparse = true
    } else {
      isSparse = false
    }
    if case .classes(let classes) = targets, width > 1 {
      precondition(
        classes.allSatisfy { Int($0) < width }, "a class outside the \(width) outputs")
    }
  }

  var count: Int { inputs.count }

  func gatherInputs(
    _ order: UnsafePointer<Int32>, count: Int, into target: UnsafeMutablePointer<Float>
  ) {
    switch inputs.storage {
    case .floats(let values):
      values.withUnsafeBufferPointer {
        gather($0.baseAddress!, order, count: count, size: inputSize, into: target)
      }
    case .bytes(let values, let scale):
      values.withUnsafeBufferPointer {
        gather($0.baseAddress!, scale: scale, order, count: count, size: inputSize, into: target)
      }
    }
  }

  func gatherTargets(
    _ order: UnsafePointer<Int32>, count: Int, into target: UnsafeMutablePointer<Float>
  ) {
    switch targets {
    case .values(let values, _):
      values.withUnsafeBufferPointer {
        if isSparse {
          gatherClassNumbers($0.baseAddress!, order, count: count, width: width, into: target)
        } else {
          gather($0.baseAddress!, order, count: count, size: width, into: target)
        }
      }
    case .classes(let classes):
      classes.withUnsafeBufferPointer {
        gatherClasses($0.baseAddress!, order, count: count, width: width, into: target)
      }
    case nil: break
    }
  }
}
