import Lanes

/// The gradient of a small kernel in front of a 2 x 2 max pooling, for one image, eight filters at a
/// time: of the four pixels of a pooling window one has the gradient, the others' are masked out.
///
/// - p: the pooled pixels of `lit` (`listLitWindows`; no other adds anything), their windows and `winners` as in `convolveMaxPool`; c: filters
/// - k: places of the window, nine at a time (9 accumulators)
///
///     for p in lit { for c in 0..<filters { for k in 0..<kernelRows {
///       d[k * filters + c] += x[winners[p][c] / 4 + places[k]] * g[p][c] } } }
///
/// For first layers, whose windows are too small for `gatherWindows`.
@inline(never)
public func pooledKernelGradient(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, lit: UnsafePointer<Int32>,
  right: Int, down: Int,
  _ places: UnsafePointer<Int>, kernelRows: Int,
  _ g: UnsafePointer<Float>, winners: UnsafePointer<Int32>, filters: Int,
  into d: UnsafeMutablePointer<Float>
) {
  var row = 0
  while row < kernelRows {
    let last = kernelRows &- 1
    let x0 = x + places[row]
    let x1 = x + places[min(row &+ 1, last)]
    let x2 = x + places[min(row &+ 2, last)]
    let x3 = x + places[min(row &+ 3, last)]
    let x4 = x + places[min(row &+ 4, last)]
    let x5 = x + places[min(row &+ 5, last)]
    let x6 = x + places[min(row &+ 6, last)]
    let x7 = x + places[min(row &+ 7, last)]
    let x8 = x + places[min(row &+ 8, last)]
    var filter = 0
    while filter < filters {
      var a0 = Lane()
      var a1 = Lane()
      var a2 = Lane()
      var a3 = Lane()
      var a4 = Lane()
      var a5 = Lane()
      var a6 = Lane()
      var a7 = Lane()
      var a8 = Lane()
      var next = lit
      while next.pointee >= 0 {
        let p = Int(truncatingIfNeeded: next.pointee)
        next += 1
        let gradient = load(g + (p &* filters &+ filter))
        let corner = load(winners + (p &* filters &+ filter)) & 3
        let window = windows[p]
        var q: Int32 = 0
        while q < 4 {
          let isHere = corner .== SIMD8<Int32>(repeating: q)
          let part = Lane().replacing(with: gradient, where: isHere)
          let at = window &+ (q & 1 == 0 ? 0 : right) &+ (q < 2 ? 0 : down)
          a0.addProduct(broadcast(x0 + at), part)
          a1.addProduct(broadcast(x1 + at), part)
          a2.addProduct(broadcast(x2 + at), part)
          a3.addProduct(broadcast(x3 + at), part)
          a4.addProduct(broadcast(x4 + at), part)
          a5.addProduct(broadcast(x5 + at), part)
          a6.addProduct(broadcast(x6 + at), part)
          a7.addProduct(broadcast(x7 + at), part)
          a8.addProduct(broadcast(x8 + at), part)
          q &+= 1
        }
      }
      let count = min(filters &- filter, 8)
      let target = d + (row &* filters &+ filter)
      let rows = kernelRows &- row
      addFirst(count, a0, target)
      if rows > 1 { addFirst(count, a1, target + filters) }
      if rows > 2 { addFirst(count, a2, target + 2 &* filters) }
      if rows > 3 { addFirst(count, a3, target + 3 &* filters) }
      if rows > 4 { addFirst(count, a4, target + 4 &* filters) }
      if rows > 5 { addFirst(count, a5, target + 5 &* filters) }
      if rows > 6 { addFirst(count, a6, target + 6 &* filters) }
      if rows > 7 { addFirst(count, a7, target + 7 &* filters) }
      if rows > 8 { addFirst(count, a8, target + 8 &* filters) }
      filter &+= 8
    }
    row &+= 9
  }
}

@_transparent
private func addFirst(_ count: Int, _ lane: Lane, _ target: UnsafeMutablePointer<Float>) {
  if count == 8 {
    store(load(target) + lane, target)
  } else {
    for index in 0..<count { target[index] += lane[index] }
  }
}
