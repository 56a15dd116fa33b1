/// The most GFLOP/s of fused multiply-adds on twelve registers of eight lanes: what 256 bits can do here.
func measurePeak() -> Double {
  // In memory that escapes, so that the work cannot be moved away from the clock.
  let result = UnsafeMutablePointer<Float>.allocate(capacity: 1)
  result.initialize(to: 1)
  defer { result.deallocate() }
  return (0..<300).map { _ in
    let steps = 200_000
    let start = now()
    multiplyAdd(steps: steps, result)
    let seconds = now() - start
    precondition(result.pointee.isFinite)
    return Double(steps) * 12 * 8 * 2 / seconds / 1e9
  }.max()!
}

@inline(never)
private func multiplyAdd(steps: Int, _ result: UnsafeMutablePointer<Float>) {
  typealias Lanes = SIMD8<Float>
  let a = Lanes(repeating: 0.999_9 * result.pointee)
  let b = Lanes(repeating: 0.000_1)
  // Twelve different chains: equal ones would be computed once.
  var (s0, s1, s2, s3) = (a, a * 2, a * 3, a * 4)
  var (s4, s5, s6, s7) = (a * 5, a * 6, a * 7, a * 8)
  var (s8, s9, s10, s11) = (a * 9, a * 10, a * 11, a * 12)
  for _ in 0..<steps {
    s0 = b.addingProduct(s0, a)
    s1 = b.addingProduct(s1, a)
    s2 = b.addingProduct(s2, a)
    s3 = b.addingProduct(s3, a)
    s4 = b.addingProduct(s4, a)
    s5 = b.addingProduct(s5, a)
    s6 = b.addingProduct(s6, a)
    s7 = b.addingProduct(s7, a)
    s8 = b.addingProduct(s8, a)
    s9 = b.addingProduct(s9, a)
    s10 = b.addingProduct(s10, a)
    s11 = b.addingProduct(s11, a)
  }
  result.pointee = (s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11).sum() / 100
}
