/// Writes the indices of the pooled pixels whose windows are not all zero, ascending, then -1: a quarter of
/// what a first layer looks at in Fashion-MNIST is black, and its sums are known without adding.
///
/// - the windows of pooled pixel (y, x), all four together, cover `rows` rows of `span` values,
///   `stride` apart, from `y * down + x * right` on
/// - `list`: room for `height * width + 1` numbers
///
///     for y in 0..<height { for x in 0..<width {
///       if any input[y * down + x * right + r * stride + k] != 0 { list.append(y * width + x) } } }
@inline(never)
public func listLitWindows(
  _ input: UnsafePointer<Float>, height: Int, width: Int, down: Int, right: Int, rows: Int,
  span: Int, stride: Int, into list: UnsafeMutablePointer<Int32>
) {
  let length = (width &- 1) &* right &+ span
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(length, 1)) { bits in
    let column = bits.baseAddress!
    var count = 0
    for y in 0..<height {
      // What the rows have in each column, but for the sign of a zero.
      let top = input + y &* down
      for index in 0..<length { column[index] = top[index].bitPattern &<< 1 }
      for row in 1..<max(rows, 1) {
        let values = top + row &* stride
        for index in 0..<length { column[index] |= values[index].bitPattern &<< 1 }
      }
      for x in 0..<width {
        var any: UInt32 = 0
        for k in 0..<span { any |= column[x &* right &+ k] }
        list[count] = Int32(truncatingIfNeeded: y &* width &+ x)
        count &+= any == 0 ? 0 : 1
      }
    }
    list[count] = -1
  }
}
