@testable import Neural

/// Where windows lie over an image. With `same` an odd pixel of padding is below and to the right.
struct ReferenceWindow {
  let size: Size2D
  let strides: Size2D
  let input: Size2D
  let output: Size2D
  /// Padding above and to the left.
  let before: Size2D

  init(_ input: [Int], size: Size2D, strides: Size2D, padding: Padding) {
    self.size = size
    self.strides = strides
    self.input = Size2D(input[0], input[1])
    let rows = Self.fit(input[0], size.height, strides.height, padding)
    let columns = Self.fit(input[1], size.width, strides.width, padding)
    output = Size2D(rows.count, columns.count)
    before = Size2D(rows.before, columns.before)
  }

  private static func fit(
    _ length: Int, _ window: Int, _ stride: Int, _ padding: Padding
  ) -> (count: Int, before: Int) {
    switch padding {
    case .valid:
      return ((length - window) / stride + 1, 0)
    case .same:
      let count = (length + stride - 1) / stride
      return (count, max((count - 1) * stride + window - length, 0) / 2)
    }
  }

  /// Every output pixel with each input pixel of its window that lies inside the image.
  func forEach(
    _ body: (
      _ output: (row: Int, column: Int), _ input: (row: Int, column: Int),
      _ offset: (row: Int, column: Int)
    ) -> Void
  ) {
    for row in 0..<output.height {
      for column in 0..<output.width {
        for down in 0..<size.height {
          for right in 0..<size.width {
            let y = row * strides.height + down - before.height
            let x = column * strides.width + right - before.width
            guard (0..<input.height).contains(y), (0..<input.width).contains(x) else { continue }
            body((row, column), (y, x), (down, right))
          }
        }
      }
    }
  }
}
