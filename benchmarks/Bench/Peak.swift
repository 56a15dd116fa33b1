import Lanes

/// The most GFLOP/s of fused multiply-adds on twelve registers of eight lanes: what 256 bits can do
/// here, in moments that no other program takes away.
func measurePeak() -> Double {
  let values = UnsafeMutablePointer<Float>.allocate(capacity: 112)
  defer { values.deallocate() }
  return (0..<300).map { _ in
    values.initialize(repeating: 0.001, count: 112)
    let steps = 200_000
    let start = now()
    multiplyAdd(steps: steps, values)
    let seconds = now() - start
    precondition(values[0].isFinite)
    return Double(steps) * 12 * 8 * 2 / seconds / 1e9
  }.max()!
}

/// Twelve sums of products, as a tile of six pixels and sixteen channels has them; everything comes
/// from memory and goes back, so that nothing can be computed beforehand.
@inline(never)
private func multiplyAdd(steps: Int, _ values: UnsafeMutablePointer<Float>) {
  let a = load(values + 96)
  let b = load(values + 104)
  var c0 = load(values)
  var c1 = load(values + 8)
  var c2 = load(values + 16)
  var c3 = load(values + 24)
  var c4 = load(values + 32)
  var c5 = load(values + 40)
  var c6 = load(values + 48)
  var c7 = load(values + 56)
  var c8 = load(values + 64)
  var c9 = load(values + 72)
  var c10 = load(values + 80)
  var c11 = load(values + 88)
  for _ in 0..<steps {
    c0.addProduct(a, b)
    c1.addProduct(a, b)
    c2.addProduct(a, b)
    c3.addProduct(a, b)
    c4.addProduct(a, b)
    c5.addProduct(a, b)
    c6.addProduct(a, b)
    c7.addProduct(a, b)
    c8.addProduct(a, b)
    c9.addProduct(a, b)
    c10.addProduct(a, b)
    c11.addProduct(a, b)
  }
  store(c0, values)
  store(c1, values + 8)
  store(c2, values + 16)
  store(c3, values + 24)
  store(c4, values + 32)
  store(c5, values + 40)
  store(c6, values + 48)
  store(c7, values + 56)
  store(c8, values + 64)
  store(c9, values + 72)
  store(c10, values + 80)
  store(c11, values + 88)
}
