import Lanes

/// `outerEdge` for up to 6 rows and two registers: 12 accumulators, 2 loads and 6 broadcasts per iteration.
@_transparent @usableFromInline
func outerEdge6x2<L: FloatLane>(
  _ lane: L.Type,
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, _ places: UnsafePointer<Int>, rows: Int,
  count: Int, _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int,
  columns: Int, accumulates: Bool
) {
  let last = rows &- 1
  let x0 = x + places[0]
  let x1 = x + places[min(1, last)]
  let x2 = x + places[min(2, last)]
  let x3 = x + places[min(3, last)]
  let x4 = x + places[min(4, last)]
  let x5 = x + places[min(5, last)]
  let d1 = d + min(1, last) &* stride
  let d2 = d + min(2, last) &* stride
  let d3 = d + min(3, last) &* stride
  let d4 = d + min(4, last) &* stride
  let d5 = d + min(5, last) &* stride
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
  c0.store(d, first: columns)
  c1.store(d1, first: columns)
  c2.store(d2, first: columns)
  c3.store(d3, first: columns)
  c4.store(d4, first: columns)
  c5.store(d5, first: columns)
}

/// `outerSingle` for up to 8 rows: 8 accumulators, 1 load and 8 broadcasts per iteration.
@_transparent @usableFromInline
func outerSingle8x1<L: FloatLane>(
  _ lane: L.Type,
  _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, _ places: UnsafePointer<Int>, rows: Int,
  count: Int, _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int,
  columns: Int, accumulates: Bool
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
  let d1 = d + min(1, last) &* stride
  let d2 = d + min(2, last) &* stride
  let d3 = d + min(3, last) &* stride
  let d4 = d + min(4, last) &* stride
  let d5 = d + min(5, last) &* stride
  let d6 = d + min(6, last) &* stride
  let d7 = d + min(7, last) &* stride
  var c0 = L()
  var c1 = L()
  var c2 = L()
  var c3 = L()
  var c4 = L()
  var c5 = L()
  var c6 = L()
  var c7 = L()
  if accumulates {
    c0 = load(d)
    c1 = load(d1)
    c2 = load(d2)
    c3 = load(d3)
    c4 = load(d4)
    c5 = load(d5)
    c6 = load(d6)
    c7 = load(d7)
  }
  var p = 0
  while p < count {
    let row = xRows[p]
    let gradients: L = load(g + p &* stride)
    c0.addProduct(broadcast(x0 + row), gradients)
    c1.addProduct(broadcast(x1 + row), gradients)
    c2.addProduct(broadcast(x2 + row), gradients)
    c3.addProduct(broadcast(x3 + row), gradients)
    c4.addProduct(broadcast(x4 + row), gradients)
    c5.addProduct(broadcast(x5 + row), gradients)
    c6.addProduct(broadcast(x6 + row), gradients)
    c7.addProduct(broadcast(x7 + row), gradients)
    p &+= 1
  }
  replaceFirst(columns, c0, d)
  replaceFirst(columns, c1, d1)
  replaceFirst(columns, c2, d2)
  replaceFirst(columns, c3, d3)
  replaceFirst(columns, c4, d4)
  replaceFirst(columns, c5, d5)
  replaceFirst(columns, c6, d6)
  replaceFirst(columns, c7, d7)
}
