/// Where a weight array stands: among the parameters, or, where training does not change it, among
/// the statistics.
struct WeightSlot {
  var layer: Int
  var name: String
  var shape: [Int]
  var isTrainable: Bool
  var offset: Int
  var count: Int { shape.reduce(1, *) }
}

/// A weight array with its values, as `get_weights()` gives them.
public struct WeightArray: Equatable, Sendable {
  /// Keras's name of the layer, numbered from 0 within the model.
  public var layer: String
  public var name: String
  public var shape: [Int]
  /// Row by row.
  public var values: [Float]

  public init(layer: String, name: String, shape: [Int], values: [Float]) {
    self.layer = layer
    self.name = name
    self.shape = shape
    self.values = values
  }
}
