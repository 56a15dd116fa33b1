import Lanes

/// `outerTile9x1` in front of a 2 x 2 max pooling: of the four pixels of a pooling window one has the
/// gradient, the others' are masked out.
///
/// - p: the pooled pixels of `lit`, ended by -1; their windows and `winners` as in `pooledTile`
/// - k: up to 9 values of the window
/// - c: the first `columns` filters of one register; `stride` from pixel to pixel and row to row
///
///     for p in lit { for c in 0..<columns { for k in 0..<rows {
///       d[k * stride + c] += x[winners[p * stride + c] / 4 + places[k]] * g[p * stride + c] } } }
@_transparent
public func pooledGradientTile<L: FloatLane>(
  _ lane: L.Type,
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, lit: UnsafePointer<Int32>,
  right: Int, down: Int, _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, winners: UnsafePointer<Int32>, stride: Int, columns: Int,
  into d: UnsafeMutablePointer<Float>
) {
  let last = rows &- 1
  let x0 = x + places[0]
  let x1 = x + places[min(1, last)]
  let x2 = x + places[min(2, last)]
  let x3 = x + places[min(3, last)]
  let x4 = x + places[min(4, last)]
  let x5 = x + places[min(5, last)]
  let x6 = x + places[min(6, last)]
  let x7 = x + places[min(7, last)]
  let x8 = x + places[min(8, last)]
  var c0 = L()
  var c1 = L()
  var c2 = L()
  var c3 = L()
  var c4 = L()
  var c5 = L()
  var c6 = L()
  var c7 = L()
  var c8 = L()
  let three = L.MaskStorage(repeating: 3)
  var next = lit
  while next.pointee >= 0 {
    let p = Int(truncatingIfNeeded: next.pointee)
    next += 1
    let gradient: L = load(g + p &* stride)
    let corner: L.MaskStorage = load(winners + p &* stride) & three
    let window = windows[p]
    var q: Int32 = 0
    while q < 4 {
      let part = gradient.kept(where: corner, are: q)
      let at = window &+ (q & 1 == 0 ? 0 : right) &+ (q < 2 ? 0 : down)
      c0.addProduct(broadcast(x0 + at), part)
      c1.addProduct(broadcast(x1 + at), part)
      c2.addProduct(broadcast(x2 + at), part)
      c3.addProduct(broadcast(x3 + at), part)
      c4.addProduct(broadcast(x4 + at), part)
      c5.addProduct(broadcast(x5 + at), part)
      c6.addProduct(broadcast(x6 + at), part)
      c7.addProduct(broadcast(x7 + at), part)
      c8.addProduct(broadcast(x8 + at), part)
      q &+= 1
    }
  }
  addFirst(columns, c0, d)
  if rows > 1 { addFirst(columns, c1, d + stride) }
  if rows > 2 { addFirst(columns, c2, d + 2 &* stride) }
  if rows > 3 { addFirst(columns, c3, d + 3 &* stride) }
  if rows > 4 { addFirst(columns, c4, d + 4 &* stride) }
  if rows > 5 { addFirst(columns, c5, d + 5 &* stride) }
  if rows > 6 { addFirst(columns, c6, d + 6 &* stride) }
  if rows > 7 { addFirst(columns, c7, d + 7 &* stride) }
  if rows > 8 { addFirst(columns, c8, d + 8 &* stride) }
}

@_transparent @usableFromInline
func addFirst<L: FloatLane>(_ count: Int, _ lane: L, _ target: UnsafeMutablePointer<Float>) {
  replaceFirst(count, load(target) + lane, target)
}
