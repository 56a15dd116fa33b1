import Lanes

/// Filters `range` of a 3 x 3 kernel as Winograd's F(2 x 2, 3 x 3) wants them: `U = G g G'`, 4 x 4
/// places for each filter and channel.
///
///     G = [[1, 0, 0], [1/2, 1/2, 1/2], [1/2, -1/2, 1/2], [0, 0, 1]]
///
/// - `w`: filter by filter, `w[filter][row][column][channel]`
/// - `u`: `u[filter / 16][place][channel][filter % 16]`; `winogradKernelCount` values
///
/// `channels` is a multiple of 8; eight are worked on at a time.
@inline(never)
public func winogradKernel(
  _ w: UnsafePointer<Float>, channels: Int, range: Range<Int>, into u: UnsafeMutablePointer<Float>
) {
  for filter in range {
    let source = w + filter &* 9 &* channels
    let target = u + (filter / 16 &* 256 &* channels &+ filter % 16)
    var channel = 0
    while channel < channels {
      let g = source + channel
      // G g, a column at a time: rows 0 to 3 of three columns.
      let (a0, a1, a2, a3) = halves(g, 0, channels)
      let (b0, b1, b2, b3) = halves(g, 1, channels)
      let (c0, c1, c2, c3) = halves(g, 2, channels)
      // (G g) G', a row at a time.
      putRow(a0, b0, c0, target + channel &* 16, 0, channels)
      putRow(a1, b1, c1, target + channel &* 16, 4, channels)
      putRow(a2, b2, c2, target + channel &* 16, 8, channels)
      putRow(a3, b3, c3, target + channel &* 16, 12, channels)
      channel &+= 8
    }
  }
}

/// How many values `winogradKernel` needs room for.
public func winogradKernelCount(channels: Int, filters: Int) -> Int {
  (filters + 15) / 16 * 256 * channels
}

/// `G` times column `column` of a kernel.
@_transparent
private func halves(_ g: UnsafePointer<Float>, _ column: Int, _ channels: Int)
  -> (Lane, Lane, Lane, Lane)
{
  let first = load(g + column &* channels)
  let second = load(g + (column &+ 3) &* channels)
  let third = load(g + (column &+ 6) &* channels)
  let outer = (first + third) * 0.5
  let inner = second * 0.5
  return (first, outer + inner, outer - inner, third)
}

/// A row times `G'`, to four places from `place` on, eight channels each.
@_transparent
private func putRow(
  _ first: Lane, _ second: Lane, _ third: Lane, _ target: UnsafeMutablePointer<Float>,
  _ place: Int, _ channels: Int
) {
  let outer = (first + third) * 0.5
  let inner = second * 0.5
  let plus = outer + inner
  let minus = outer - inner
  let step = channels &* 16
  let start = target + place &* step
  for lane in 0..<8 {
    start[lane &* 16] = first[lane]
    start[step &+ lane &* 16] = plus[lane]
    start[2 &* step &+ lane &* 16] = minus[lane]
    start[3 &* step &+ lane &* 16] = third[lane]
  }
}
