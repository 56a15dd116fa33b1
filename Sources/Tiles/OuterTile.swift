import Lanes

/// `outerStripe` for 6 rows and two registers: 12 accumulators, 2 loads and 6
/// broadcasts per iteration.
@_transparent @usableFromInline
func outerTile6x2<L: FloatLane>(
  _ lane: L.Type,
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, _ places: UnsafePointer<Int>, count: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  let x0 = x + places[0]
  let x1 = x + places[1]
  let x2 = x + places[2]
  let x3 = x + places[3]
  let x4 = x + places[4]
  let x5 = x + places[5]
  let d1 = d + stride
  let d2 = d1 + stride
  let d3 = d2 + stride
  let d4 = d3 + stride
  let d5 = d4 + stride
  var c0 = LanePair<L>()
  var c1 = LanePair<L>()
  var c2 = LanePair<L>()
  var c3 = LanePair<L>()
  var c4 = LanePair<L>()
  var c5 = LanePair<L>()
  if accumulates {
    c0 = LanePair<L>(d, step: L.scalarCount)
    c1 = LanePair<L>(d1, step: L.scalarCount)
    c2 = LanePair<L>(d2, step: L.scalarCount)
    c3 = LanePair<L>(d3, step: L.scalarCount)
    c4 = LanePair<L>(d4, step: L.scalarCount)
    c5 = LanePair<L>(d5, step: L.scalarCount)
  }
  var p = 0
  while p < count {
    let row = xRows[p]
    let gradients = LanePair<L>(g + p &* stride, step: L.scalarCount)
    c0.addProduct(x0 + row, gradients)
    c1.addProduct(x1 + row, gradients)
    c2.addProduct(x2 + row, gradients)
    c3.addProduct(x3 + row, gradients)
    c4.addProduct(x4 + row, gradients)
    c5.addProduct(x5 + row, gradients)
    p &+= 1
  }
  c0.store(d, step: L.scalarCount)
  c1.store(d1, step: L.scalarCount)
  c2.store(d2, step: L.scalarCount)
  c3.store(d3, step: L.scalarCount)
  c4.store(d4, step: L.scalarCount)
  c5.store(d5, step: L.scalarCount)
}

/// The same for up to 5 rows: 10 accumulators, for what sixes leave of a window of nine values. Rows that do
/// not exist are the last one again: they write the same values.
@_transparent @usableFromInline
func outerTile5x2<L: FloatLane>(
  _ lane: L.Type,
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, _ places: UnsafePointer<Int>, rows: Int,
  count: Int, _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int,
  accumulates: Bool
) {
  let last = rows &- 1
  let x0 = x + places[0]
  let x1 = x + places[min(1, last)]
  let x2 = x + places[min(2, last)]
  let x3 = x + places[min(3, last)]
  let x4 = x + places[min(4, last)]
  let d1 = d + min(1, last) &* stride
  let d2 = d + min(2, last) &* stride
  let d3 = d + min(3, last) &* stride
  let d4 = d + min(4, last) &* stride
  var c0 = LanePair<L>()
  var c1 = LanePair<L>()
  var c2 = LanePair<L>()
  var c3 = LanePair<L>()
  var c4 = LanePair<L>()
  if accumulates {
    c0 = LanePair<L>(d, step: L.scalarCount)
    c1 = LanePair<L>(d1, step: L.scalarCount)
    c2 = LanePair<L>(d2, step: L.scalarCount)
    c3 = LanePair<L>(d3, step: L.scalarCount)
    c4 = LanePair<L>(d4, step: L.scalarCount)
  }
  var p = 0
  while p < count {
    let row = xRows[p]
    let gradients = LanePair<L>(g + p &* stride, step: L.scalarCount)
    c0.addProduct(x0 + row, gradients)
    c1.addProduct(x1 + row, gradients)
    c2.addProduct(x2 + row, gradients)
    c3.addProduct(x3 + row, gradients)
    c4.addProduct(x4 + row, gradients)
    p &+= 1
  }
  c0.store(d, step: L.scalarCount)
  c1.store(d1, step: L.scalarCount)
  c2.store(d2, step: L.scalarCount)
  c3.store(d3, step: L.scalarCount)
  c4.store(d4, step: L.scalarCount)
}
