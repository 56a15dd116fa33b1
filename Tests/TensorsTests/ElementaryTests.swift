import Glibc
import Tensors
import Testing

/// Our own functions against the C library's in Double.
@Suite struct ElementaryTests {
  typealias Kernel = (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void

  static func apply(_ kernel: Kernel, _ values: [Float]) -> [Float] {
    var result = [Float](repeating: -7, count: values.count + 8)
    values.withUnsafeBufferPointer { x in
      result.withUnsafeMutableBufferPointer { y in
        kernel(x.baseAddress!, y.baseAddress!, values.count)
      }
    }
    #expect(result[values.count...].allSatisfy { $0 == -7 }, "written behind the end")
    return Array(result[..<values.count])
  }

  /// The largest error in units of the last place of the exact value.
  static func error(
    _ kernel: Kernel, _ exact: (Double) -> Double, from low: Float, through high: Float
  ) -> Double {
    let values = (0...20_003).map { low + (high - low) * Float($0) / 20_003 }
    var worst = 0.0
    for (x, y) in zip(values, apply(kernel, values)) {
      let wanted = exact(Double(x))
      let ulp = max(Double(Float(wanted).ulp), 0x1p-149)
      worst = max(worst, abs(Double(y) - wanted) / ulp)
    }
    return worst
  }

  @Test func exponential() {
    #expect(Self.error({ exponentials($0, $1, count: $2) }, exp, from: -87, through: 88.7) < 1.5)
    let edges = Self.apply(
      { exponentials($0, $1, count: $2) }, [0, -0, 88.73, -104, .infinity, -.infinity, .nan])
    #expect(edges[0] == 1 && edges[1] == 1 && edges[2] == .infinity && edges[3] == 0)
    #expect(edges[4] == .infinity && edges[5] == 0 && edges[6].isNaN)
  }

  @Test func logarithm() {
    #expect(Self.error({ logarithms($0, $1, count: $2) }, log, from: 1e-7, through: 3) < 1.5)
    #expect(Self.error({ logarithms($0, $1, count: $2) }, log, from: 3, through: 1e30) < 1.5)
    let edges = Self.apply(
      { logarithms($0, $1, count: $2) }, [1, 0, -1, .infinity, .nan, .leastNormalMagnitude])
    #expect(edges[0] == 0 && edges[1] == -.infinity && edges[2].isNaN && edges[3] == .infinity)
    #expect(edges[4].isNaN && abs(edges[5] + 87.336_55) < 1e-4)
  }

  @Test func hyperbolicTangent() {
    let kernel: Kernel = { hyperbolicTangents($0, $1, count: $2) }
    #expect(Self.error(kernel, tanh, from: -10, through: 10) < 2.5)
    #expect(Self.apply(kernel, [100, -100, .infinity]) == [1, -1, 1])
    #expect(Self.apply(kernel, [.nan])[0].isNaN)
  }

  @Test func logistic() {
    let kernel: Kernel = { logistics($0, $1, count: $2) }
    #expect(Self.error(kernel, { 1 / (1 + exp(-$0)) }, from: -80, through: 30) < 3)
    #expect(Self.apply(kernel, [0, 200, -200]) == [0.5, 1, 0])
    #expect(Self.apply(kernel, [.nan])[0].isNaN)
  }

  @Test func errorFunction() {
    let kernel: Kernel = { errorFunctions($0, $1, count: $2) }
    #expect(Self.error(kernel, erf, from: -5, through: 5) < 2)
    #expect(Self.apply(kernel, [10, -10, 0]) == [1, -1, 0])
  }

  @Test func units() {
    let elu: Kernel = { exponentialUnits($0, $1, count: $2) }
    #expect(Self.error(elu, { $0 > 0 ? $0 : expm1($0) }, from: -20, through: 3) < 4)
    let gelu: Kernel = { gaussianErrorUnits($0, $1, count: $2) }
    let values = (0...2000).map { Float($0) / 200 - 5 }
    for (x, y) in zip(values, Self.apply(gelu, values)) {
      let wanted = Double(x) * (1 + erf(Double(x) / 2.0.squareRoot())) / 2
      #expect(abs(Double(y) - wanted) < 1e-6)
    }
  }

  @Test("a value's result does not depend on its place", arguments: 1...17)
  func place(count: Int) {
    let kernels: [Kernel] = [
      { exponentials($0, $1, count: $2) }, { logarithms($0, $1, count: $2) },
      { hyperbolicTangents($0, $1, count: $2) }, { logistics($0, $1, count: $2) },
      { errorFunctions($0, $1, count: $2) }, { exponentialUnits($0, $1, count: $2) },
      { gaussianErrorUnits($0, $1, count: $2) },
    ]
    let values = (0..<count).map { 0.1 + Float($0) * 0.37 }
    for kernel in kernels {
      let together = Self.apply(kernel, values)
      for (index, value) in values.enumerated() {
        #expect(Self.apply(kernel, [value])[0] == together[index])
      }
    }
  }

  @Test func softmax() {
    var values: [Float] = [1, 2, 3, 1000, 1000, -1000]
    values.withUnsafeMutableBufferPointer {
      softmaxRows($0.baseAddress!, $0.baseAddress!, rows: 2, columns: 3)
    }
    #expect(abs(values[2] - 0.665_240_96) < 1e-6 && values[3] == 0.5 && values[5] == 0)
    #expect(abs(values[0] + values[1] + values[2] - 1) < 1e-6)
  }
}
