import Neural

/// The parameters of a model and their size, as Keras counts them.
struct KerasParameters {
  private let layers: [LayerSummary]

  init(_ layers: [LayerSummary]) {
    self.layers = layers
  }

  var total: Int { layers.reduce(0) { $0 + $1.parameterCount } }
  var trainable: Int { layers.reduce(0) { $0 + $1.trainableCount } }
  var nonTrainable: Int { total - trainable }

  /// Four bytes per value, eight for the counter of a Normalization layer.
  var nonTrainableBytes: Int {
    nonTrainable * 4 + layers.count { $0.className == Normalization.className } * 4
  }
}
