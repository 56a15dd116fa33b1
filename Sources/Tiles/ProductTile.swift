import Lanes

/// `productStripe` for 6 rows and two registers: 12 accumulators, 2 loads and 6 broadcasts per iteration.
@_transparent @usableFromInline
func productTile6x2<L: FloatLane>(
  _ lane: L.Type,
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, step: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  var c0 = start == .bias ? LanePair<L>(bias, step: L.scalarCount) : LanePair<L>()
  var c1 = c0
  var c2 = c0
  var c3 = c0
  var c4 = c0
  var c5 = c0
  if start == .sum {
    c0 = LanePair<L>(out + outRows[0], step: L.scalarCount)
    c1 = LanePair<L>(out + outRows[1], step: L.scalarCount)
    c2 = LanePair<L>(out + outRows[2], step: L.scalarCount)
    c3 = LanePair<L>(out + outRows[3], step: L.scalarCount)
    c4 = LanePair<L>(out + outRows[4], step: L.scalarCount)
    c5 = LanePair<L>(out + outRows[5], step: L.scalarCount)
  }
  for run in 0..<runs {
    let base = a + run &* stride
    let column = b + run &* length &* 16
    let a0 = base + aRows[0]
    let a1 = base + aRows[1]
    let a2 = base + aRows[2]
    let a3 = base + aRows[3]
    let a4 = base + aRows[4]
    let a5 = base + aRows[5]
    var k = 0
    while k < length {
      let values = LanePair<L>(column + k &* 16, step: step)
      c0.addProduct(a0 + k, values)
      c1.addProduct(a1 + k, values)
      c2.addProduct(a2 + k, values)
      c3.addProduct(a3 + k, values)
      c4.addProduct(a4 + k, values)
      c5.addProduct(a5 + k, values)
      k &+= 1
    }
  }
  c0.store(out + outRows[0], step: L.scalarCount)
  c1.store(out + outRows[1], step: L.scalarCount)
  c2.store(out + outRows[2], step: L.scalarCount)
  c3.store(out + outRows[3], step: L.scalarCount)
  c4.store(out + outRows[4], step: L.scalarCount)
  c5.store(out + outRows[5], step: L.scalarCount)
}

/// The same for 4 rows, for the rows that groups of six leave over: 8 accumulators, 2 loads and 4 broadcasts per iteration.
@_transparent @usableFromInline
func productTile4x2<L: FloatLane>(
  _ lane: L.Type,
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, step: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  var c0 = start == .bias ? LanePair<L>(bias, step: L.scalarCount) : LanePair<L>()
  var c1 = c0
  var c2 = c0
  var c3 = c0
  if start == .sum {
    c0 = LanePair<L>(out + outRows[0], step: L.scalarCount)
    c1 = LanePair<L>(out + outRows[1], step: L.scalarCount)
    c2 = LanePair<L>(out + outRows[2], step: L.scalarCount)
    c3 = LanePair<L>(out + outRows[3], step: L.scalarCount)
  }
  for run in 0..<runs {
    let base = a + run &* stride
    let column = b + run &* length &* 16
    let a0 = base + aRows[0]
    let a1 = base + aRows[1]
    let a2 = base + aRows[2]
    let a3 = base + aRows[3]
    var k = 0
    while k < length {
      let values = LanePair<L>(column + k &* 16, step: step)
      c0.addProduct(a0 + k, values)
      c1.addProduct(a1 + k, values)
      c2.addProduct(a2 + k, values)
      c3.addProduct(a3 + k, values)
      k &+= 1
    }
  }
  c0.store(out + outRows[0], step: L.scalarCount)
  c1.store(out + outRows[1], step: L.scalarCount)
  c2.store(out + outRows[2], step: L.scalarCount)
  c3.store(out + outRows[3], step: L.scalarCount)
}

/// The same for 8 rows and one register: 8 accumulators, 1 load and 8 broadcasts per iteration.
@_transparent @usableFromInline
func productTile8x1<L: FloatLane>(
  _ lane: L.Type,
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  var c0 = start == .bias ? load(bias) as L : L()
  var c1 = c0
  var c2 = c0
  var c3 = c0
  var c4 = c0
  var c5 = c0
  var c6 = c0
  var c7 = c0
  if start == .sum {
    c0 = load(out + outRows[0]) as L
    c1 = load(out + outRows[1]) as L
    c2 = load(out + outRows[2]) as L
    c3 = load(out + outRows[3]) as L
    c4 = load(out + outRows[4]) as L
    c5 = load(out + outRows[5]) as L
    c6 = load(out + outRows[6]) as L
    c7 = load(out + outRows[7]) as L
  }
  for run in 0..<runs {
    let base = a + run &* stride
    let column = b + run &* length &* 16
    let a0 = base + aRows[0]
    let a1 = base + aRows[1]
    let a2 = base + aRows[2]
    let a3 = base + aRows[3]
    let a4 = base + aRows[4]
    let a5 = base + aRows[5]
    let a6 = base + aRows[6]
    let a7 = base + aRows[7]
    var k = 0
    while k < length {
      let values: L = load(column + k &* 16)
      c0.addProduct(broadcast(a0 + k), values)
      c1.addProduct(broadcast(a1 + k), values)
      c2.addProduct(broadcast(a2 + k), values)
      c3.addProduct(broadcast(a3 + k), values)
      c4.addProduct(broadcast(a4 + k), values)
      c5.addProduct(broadcast(a5 + k), values)
      c6.addProduct(broadcast(a6 + k), values)
      c7.addProduct(broadcast(a7 + k), values)
      k &+= 1
    }
  }
  store(c0, out + outRows[0])
  store(c1, out + outRows[1])
  store(c2, out + outRows[2])
  store(c3, out + outRows[3])
  store(c4, out + outRows[4])
  store(c5, out + outRows[5])
  store(c6, out + outRows[6])
  store(c7, out + outRows[7])
}
