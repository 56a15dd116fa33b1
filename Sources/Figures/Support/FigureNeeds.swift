import Lessons
import Neural

/// Properties of a lesson that its file decides before anything is read or trained.
extension Lesson {
  var tableSource: TableSource? {
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

  package var layers: [any Layer] { training?.model.map(\.layer) ?? [] }

  /// The sizes of the input and the Dense layers of a network small enough to draw; nil if it has
  /// other layers, apart from a Normalization in front.
  var smallNetwork: [Int]? {
    guard let source = tableSource else { return nil }
    var layers = self.layers[...]
    if layers.first is Normalization { layers.removeFirst() }
    var sizes = [source.inputs.count]
    for layer in layers {
      guard let dense = layer as? Dense else { return nil }
      sizes.append(dense.units)
    }
    guard sizes.count >= 2, sizes.count <= 6, sizes.allSatisfy({ $0 <= 12 }) else { return nil }
    return sizes
  }

  /// Whether the model is one linear Dense unit with one input, optionally behind a Normalization.
  var isSingleNeuron: Bool {
    smallNetwork == [1, 1] && (layers.last as? Dense)?.activation == .linear
  }

  /// Number of parameters; nil without a model or if its shapes do not fit.
  var parameterCount: Int? {
    guard let training else { return nil }
    var shape: [Int]
    switch training.data {
    case .table(let source): shape = [source.inputs.count]
    // The size of images is known only from their files; networks on them are large.
    case .images: return .max
    }
    var count = 0
    for layer in layers {
      for weight in layer.weightShapes(for: shape) { count += weight.shape.reduce(1, *) }
      guard let next = try? layer.outputShape(for: shape) else { return nil }
      shape = next
    }
    return count
  }

  var asksAccuracy: Bool { training?.compile.metrics.contains(.accuracy) ?? false }
}
