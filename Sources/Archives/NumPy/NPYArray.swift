/// A named array of Float32 in row-major order.
public struct NPYArray: Hashable, Sendable {
  public let name: String
  public let shape: [Int]
  public let values: [Float]

  public init(name: String, shape: [Int], values: [Float]) {
    precondition(
      shape.reduce(1, *) == values.count, "\(values.count) values are no array of shape \(shape)")
    self.name = name
    self.shape = shape
    self.values = values
  }
}
