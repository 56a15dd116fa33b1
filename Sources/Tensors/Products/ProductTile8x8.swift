import Lanes

/// `productTile6x16` for 8 rows and the first 8 columns of a block, for layers of few filters.
@inline(never)
func productTile8x8(
  _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>
) {
  let first = start == .bias ? load(bias) : Lane()
  var c0 = first
  var c1 = first
  var c2 = first
  var c3 = first
  var c4 = first
  var c5 = first
  var c6 = first
  var c7 = first
  if start == .sum {
    c0 = load(out + outRows[0])
    c1 = load(out + outRows[1])
    c2 = load(out + outRows[2])
    c3 = load(out + outRows[3])
    c4 = load(out + outRows[4])
    c5 = load(out + outRows[5])
    c6 = load(out + outRows[6])
    c7 = load(out + outRows[7])
  }
  var column = b
  for run in 0..<runs {
    let base = a + run &* stride
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
      let value = load(column)
      column += 16
      c0.addProduct(broadcast(a0 + k), value)
      c1.addProduct(broadcast(a1 + k), value)
      c2.addProduct(broadcast(a2 + k), value)
      c3.addProduct(broadcast(a3 + k), value)
      c4.addProduct(broadcast(a4 + k), value)
      c5.addProduct(broadcast(a5 + k), value)
      c6.addProduct(broadcast(a6 + k), value)
      c7.addProduct(broadcast(a7 + k), value)
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
