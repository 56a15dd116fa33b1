import Tensors

/// What the engine tells a layer when it asks for its operation: the shape of one input sample and
/// the offsets of the layer's weights. Its members are internal to the engine.
public struct LayerSite {
  /// Shape of one sample.
  let input: [Int]
  /// The layer's own, in get_weights() order.
  let slots: [WeightSlot]
  /// Samples that go through the operation at a time.
  let unitSamples: Int

  /// Values of one input sample.
  var size: Int { input.reduce(1, *) }
  var channels: Int { input[input.count - 1] }

  /// The offset of a weight array among the parameters, or, if training does not change it, among
  /// the statistics.
  func offset(_ name: String) -> Int {
    guard let slot = slots.first(where: { $0.name == name }) else {
      preconditionFailure("no \(name) among \(slots.map(\.name))")
    }
    return slot.offset
  }

  /// Windows over an image.
  func geometry(_ window: Size2D, _ strides: Size2D, _ padding: Padding) -> WindowGeometry {
    WindowGeometry(
      height: input[0], width: input[1], channels: input[2], windowHeight: window.height,
      windowWidth: window.width, strideHeight: strides.height, strideWidth: strides.width,
      isSame: padding == .same)
  }
}
