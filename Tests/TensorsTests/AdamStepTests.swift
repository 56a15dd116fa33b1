import Tensors
import Testing

/// Keras's constants, to the bit (`keras/src/optimizers/adam.py`).
@Suite struct AdamStepTests {
  private func steps(_ count: Int) -> AdamStep {
    var step = AdamStep(learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7)
    for _ in 0..<count { step.advance() }
    return step
  }

  @Test func complementsAreTakenInDouble() {
    let step = steps(1)
    #expect(step.oneMinusBeta1 == 0.1)
    #expect(step.oneMinusBeta2 == 0.001)
  }

  @Test func firstStepUsesTheFloatBetas() {
    let step = steps(1)
    // 1 - Float(0.999) is 0.00099998713, not 0.001.
    #expect(1 - step.power2 == Float(0.000_999_987_13))
    #expect(step.alpha == 0.001 * (1 - Float(0.999)).squareRoot() / (1 - Float(0.9)))
  }

  @Test func powersAreRoundedOnce() {
    var exact1 = 1.0
    var exact2 = 1.0
    for count in 1...3000 {
      exact1 *= Double(Float(0.9))
      exact2 *= Double(Float(0.999))
      if count == 3 || count == 34 || count == 3000 {
        #expect(steps(count).power1 == Float(exact1))
        #expect(steps(count).power2 == Float(exact2))
      }
    }
    // Multiplied up in Float32 it would be 0.9970031.
    #expect(steps(3).power2 == 0.997003)
  }

  @Test func firstStepMovesByTheLearningRate() {
    let values = FloatBuffer(count: 4)
    values.write([0, 256.5, 0, 0], at: 0)
    let result = FloatBuffer(count: 1)
    let check = adamUpdate(
      from: values.base, to: result.base, values.base + 1, values.base + 2, values.base + 3,
      count: 1, step: steps(1))
    #expect(check == 0)
    #expect(abs(result.base[0] + 0.001 * 0.999_993_34) < 1e-9)
  }

  @Test("a weight that is not finite is told", arguments: [0, 3, 8, 12])
  func nonFinite(place: Int) {
    let count = 13
    let w = FloatBuffer(count: count)
    let g = FloatBuffer(count: count)
    let m = FloatBuffer(count: count)
    let v = FloatBuffer(count: count)
    let result = FloatBuffer(count: count)
    for bad in [Float.nan, .infinity, -.infinity] {
      for buffer in [m, v] { buffer.write([Float](repeating: 0, count: count), at: 0) }
      g.write([Float](repeating: 1, count: count), at: 0)
      g.base[place] = bad
      let adam = adamUpdate(
        from: w.base, to: result.base, g.base, m.base, v.base, count: count, step: steps(1))
      #expect(adam.isNaN)
      for buffer in [m, v] { buffer.write([Float](repeating: 0, count: count), at: 0) }
      let sgd = sgdUpdate(
        from: w.base, to: result.base, g.base, m.base, count: count, learningRate: 0.1,
        momentum: 0.9, isNesterov: true)
      #expect(sgd.isNaN)
      let rms = rmspropUpdate(
        from: w.base, to: result.base, g.base, m.base, v.base, count: count, learningRate: 0.1,
        rho: 0.9, oneMinusRho: 0.1, momentum: 0, epsilon: 1e-7)
      #expect(rms.isNaN)
    }
  }
}
