/// How many windows fit: `floor((n - window) / stride) + 1` for `valid`, `ceil(n / stride)` for
/// `same`, in both directions.
func windowedSize(
  of input: [Int], window: Size2D, strides: Size2D, padding: Padding, layer: String
) throws(ShapeError) -> Size2D {
  guard input.count == 3 else { throw .rank(layer: layer, expected: 3, shape: input) }
  switch padding {
  case .same:
    return Size2D(
      (input[0] + strides.height - 1) / strides.height,
      (input[1] + strides.width - 1) / strides.width)
  case .valid:
    guard input[0] >= window.height, input[1] >= window.width else {
      throw .windowTooLarge(layer: layer, window: window, shape: input)
    }
    return Size2D(
      (input[0] - window.height) / strides.height + 1,
      (input[1] - window.width) / strides.width + 1)
  }
}
