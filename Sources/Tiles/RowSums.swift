import Lanes

/// `d[0..<n] += sum over entries of gradient * rows[offset..<offset + n]`, for n values in 12, 6, 3, 2 or
/// 1 registers, in as many accumulators.
///
///     for entry in list { for c in 0..<n { d[c] += entry.gradient * rows[entry.offset + c] } }
@_transparent
public func addRows<L: FloatLane>(
  _ lane: L.Type, registers: Int,
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>
) {
  switch registers {
  case 12: addRows12(lane, list, count, rows, d)
  case 6: addRows6(lane, list, count, rows, d)
  case 3: addRows3(lane, list, count, rows, d)
  case 2: addRows2(lane, list, count, rows, d)
  default: addRows1(lane, list, count, rows, d)
  }
}

@_transparent @usableFromInline
func addRows12<L: FloatLane>(
  _ lane: L.Type,
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>
) {
  let n = L.scalarCount
  var a0 = load(d) as L
  var a1 = load(d + n) as L
  var a2 = load(d + 2 &* n) as L
  var a3 = load(d + 3 &* n) as L
  var a4 = load(d + 4 &* n) as L
  var a5 = load(d + 5 &* n) as L
  var a6 = load(d + 6 &* n) as L
  var a7 = load(d + 7 &* n) as L
  var a8 = load(d + 8 &* n) as L
  var a9 = load(d + 9 &* n) as L
  var a10 = load(d + 10 &* n) as L
  var a11 = load(d + 11 &* n) as L
  var index = 0
  while index < count {
    let g = L(repeating: list[index].gradient)
    let row = rows + Int(list[index].offset)
    a0.addProduct(g, load(row))
    a1.addProduct(g, load(row + n))
    a2.addProduct(g, load(row + 2 &* n))
    a3.addProduct(g, load(row + 3 &* n))
    a4.addProduct(g, load(row + 4 &* n))
    a5.addProduct(g, load(row + 5 &* n))
    a6.addProduct(g, load(row + 6 &* n))
    a7.addProduct(g, load(row + 7 &* n))
    a8.addProduct(g, load(row + 8 &* n))
    a9.addProduct(g, load(row + 9 &* n))
    a10.addProduct(g, load(row + 10 &* n))
    a11.addProduct(g, load(row + 11 &* n))
    index &+= 1
  }
  store(a0, d)
  store(a1, d + n)
  store(a2, d + 2 &* n)
  store(a3, d + 3 &* n)
  store(a4, d + 4 &* n)
  store(a5, d + 5 &* n)
  store(a6, d + 6 &* n)
  store(a7, d + 7 &* n)
  store(a8, d + 8 &* n)
  store(a9, d + 9 &* n)
  store(a10, d + 10 &* n)
  store(a11, d + 11 &* n)
}

@_transparent @usableFromInline
func addRows6<L: FloatLane>(
  _ lane: L.Type,
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>
) {
  let n = L.scalarCount
  var a0 = load(d) as L
  var a1 = load(d + n) as L
  var a2 = load(d + 2 &* n) as L
  var a3 = load(d + 3 &* n) as L
  var a4 = load(d + 4 &* n) as L
  var a5 = load(d + 5 &* n) as L
  var index = 0
  while index < count {
    let g = L(repeating: list[index].gradient)
    let row = rows + Int(list[index].offset)
    a0.addProduct(g, load(row))
    a1.addProduct(g, load(row + n))
    a2.addProduct(g, load(row + 2 &* n))
    a3.addProduct(g, load(row + 3 &* n))
    a4.addProduct(g, load(row + 4 &* n))
    a5.addProduct(g, load(row + 5 &* n))
    index &+= 1
  }
  store(a0, d)
  store(a1, d + n)
  store(a2, d + 2 &* n)
  store(a3, d + 3 &* n)
  store(a4, d + 4 &* n)
  store(a5, d + 5 &* n)
}

@_transparent @usableFromInline
func addRows3<L: FloatLane>(
  _ lane: L.Type,
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>
) {
  let n = L.scalarCount
  var a0 = load(d) as L
  var a1 = load(d + n) as L
  var a2 = load(d + 2 &* n) as L
  var index = 0
  while index < count {
    let g = L(repeating: list[index].gradient)
    let row = rows + Int(list[index].offset)
    a0.addProduct(g, load(row))
    a1.addProduct(g, load(row + n))
    a2.addProduct(g, load(row + 2 &* n))
    index &+= 1
  }
  store(a0, d)
  store(a1, d + n)
  store(a2, d + 2 &* n)
}

@_transparent @usableFromInline
func addRows2<L: FloatLane>(
  _ lane: L.Type,
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>
) {
  let n = L.scalarCount
  var a0 = load(d) as L
  var a1 = load(d + n) as L
  var index = 0
  while index < count {
    let g = L(repeating: list[index].gradient)
    let row = rows + Int(list[index].offset)
    a0.addProduct(g, load(row))
    a1.addProduct(g, load(row + n))
    index &+= 1
  }
  store(a0, d)
  store(a1, d + n)
}

@_transparent @usableFromInline
func addRows1<L: FloatLane>(
  _ lane: L.Type,
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>
) {
  var a0 = load(d) as L
  var index = 0
  while index < count {
    let g = L(repeating: list[index].gradient)
    let row = rows + Int(list[index].offset)
    a0.addProduct(g, load(row))
    index &+= 1
  }
  store(a0, d)
}
