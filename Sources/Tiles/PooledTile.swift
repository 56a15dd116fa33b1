import Lanes

/// The four sums of pooled pixels for two registers of filters: convolution and bias in front of a 2 x 2
/// pooling, in 8 accumulators.
///
/// - p: pooled pixels; the window of the first of its four pixels starts at `windows[p]`, those of
///   the others at `right`, `down` and `right + down` behind it (q)
/// - k: `depth` values of a window, at the offsets `places`
/// - c: two registers of filters; in `b` the second register's values are `step` behind the first's
/// - `lit`: the numbers of those pixels, counted from `first`, whose windows are not all zero, ascending; nil for all. What
///   the others see is zero, and their sums are the bias.
///
///     for p in 0..<pixels { for q in 0..<4 { for c in 0..<2 * L.scalarCount {
///       z[p][q][c] = bias[c]; for k in 0..<depth {
///         z[p][q][c] += x[windows[p] + corner[q] + places[k]]
///           * b[k * 16 + c / L.scalarCount * step + c % L.scalarCount] } } } }
///
/// Returns what of `lit` is left.
@_transparent
public func pooledTile<L: FloatLane>(
  _ lane: L.Type,
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, pixels: Int,
  lit: UnsafePointer<Int32>?, first: Int, right: Int, down: Int,
  _ places: UnsafePointer<Int>, depth: Int, _ b: UnsafePointer<Float>, step: Int,
  bias: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>
) -> UnsafePointer<Int32>? {
  let start = LanePair<L>(bias, step: L.scalarCount)
  var next = lit
  for p in 0..<pixels {
    var z0 = start
    var z1 = start
    var z2 = start
    var z3 = start
    if next == nil || next?.pointee == Int32(truncatingIfNeeded: first &+ p) {
      next = next.map { $0 + 1 }
      let corner = x + windows[p]
      var k = 0
      while k < depth {
        let factors = LanePair<L>(b + k &* 16, step: step)
        let value = corner + places[k]
        z0.addProduct(value, factors)
        z1.addProduct(value + right, factors)
        z2.addProduct(value + down, factors)
        z3.addProduct(value + down + right, factors)
        k &+= 1
      }
    }
    let sums = z + p &* 8 &* L.scalarCount
    z0.store(sums, step: L.scalarCount)
    z1.store(sums + 2 &* L.scalarCount, step: L.scalarCount)
    z2.store(sums + 4 &* L.scalarCount, step: L.scalarCount)
    z3.store(sums + 6 &* L.scalarCount, step: L.scalarCount)
  }
  return next
}
