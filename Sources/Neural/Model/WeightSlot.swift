/// A weight array with its offset among the parameters or, if training does not change it, among
/// the statistics.
struct WeightSlot {
  /// Index of its layer in the model.
  let layer: Int
  let weight: WeightShape
  let offset: Int
  /// Kept transposed: the last dimension first.
  var isByFilter = false
  var name: String { weight.name }
  var shape: [Int] { weight.shape }
  var isTrainable: Bool { weight.isTrainable }
  var count: Int { weight.count }
  var columns: Int { shape.last ?? 1 }
  /// Rows as it is kept, all dimensions but the one of the columns taken together.
  var storedRows: Int { isByFilter ? columns : count / columns }
  var storedColumns: Int { isByFilter ? count / columns : columns }

  /// Values as get_weights() has them, in the order they are kept in.
  func stored(_ values: [Float]) -> [Float] {
    isByFilter ? transpose(values, rows: count / columns, columns: columns) : values
  }

  /// The reverse of `stored`.
  func values(_ stored: [Float]) -> [Float] {
    isByFilter ? transpose(stored, rows: columns, columns: count / columns) : stored
  }

  private func transpose(_ values: [Float], rows: Int, columns: Int) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(values.count)
    for column in 0..<columns {
      for row in 0..<rows { result.append(values[row * columns + column]) }
    }
    return result
  }
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
