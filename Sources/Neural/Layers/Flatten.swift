/// All values of a sample in one row, in memory order (height, width, channels).
public struct Flatten: Layer, Hashable {
  public static let kind = LayerKind.flatten
  public static let summary = "An image as one list of numbers."
  public static let prototype = Flatten()
  public static let settings: [Setting<Flatten>] = []

  public init() {}

  public func outputShape(for input: [Int]) throws(ShapeError) -> [Int] {
    [input.reduce(1, *)]
  }

  public func weightShapes(for input: [Int]) -> [WeightShape] { [] }

  /// None: in NHWC every value keeps its offset.
  public func operation(at site: LayerSite) -> Operation? { nil }
}
