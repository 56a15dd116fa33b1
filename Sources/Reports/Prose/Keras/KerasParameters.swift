import Neural

/// Parameters as Keras counts them: a Normalization layer also holds a counter of 64 bits.
struct KerasParameters {
  private let layers: [LayerSummary]

  init(_ layers: [LayerSummary]) {
    self.layers = layers
  }

  static func count(of layer: LayerSummary) -> Int {
    layer.parameterCount + counters(of: layer)
  }

  private static func counters(of layer: LayerSummary) -> Int {
    guard layer.className == Normalization.className else { return 0 }
    // Mean and variance come in pairs: an odd count holds the counter already.
    return layer.parameterCount % 2 == 0 ? 1 : 0
  }

  var total: Int { layers.reduce(0) { $0 + Self.count(of: $1) } }
  var trainable: Int { layers.reduce(0) { $0 + $1.trainableCount } }
  var nonTrainable: Int { total - trainable }

  /// Four bytes each, eight for a counter.
  var nonTrainableBytes: Int {
    nonTrainable * 4 + layers.count { $0.className == Normalization.className } * 4
  }
}
