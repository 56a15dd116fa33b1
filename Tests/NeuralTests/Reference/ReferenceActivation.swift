import Glibc

@testable import Neural

/// An activation over rows of `width` values (the width matters to softmax alone).
struct ReferenceActivation<Scalar: BinaryFloatingPoint> {
  var kind: Activation
  var width: Int

  func forward(_ sums: [Scalar]) -> [Scalar] {
    guard kind == .softmax else { return sums.map(value) }
    var output = sums
    for start in stride(from: 0, to: sums.count, by: width) {
      let row = sums[start..<start + width]
      let largest = row.max()!
      let powers = row.map { Scalar(exp(Double($0 - largest))) }
      let total = powers.reduce(0, +)
      for index in 0..<width { output[start + index] = powers[index] / total }
    }
    return output
  }

  func backward(sums: [Scalar], output: [Scalar], gradient: [Scalar]) -> [Scalar] {
    guard kind == .softmax else {
      return sums.indices.map { gradient[$0] * slope(sums[$0], output[$0]) }
    }
    var result = gradient
    for start in stride(from: 0, to: sums.count, by: width) {
      var mean: Scalar = 0
      for index in start..<start + width { mean += gradient[index] * output[index] }
      for index in start..<start + width {
        result[index] = output[index] * (gradient[index] - mean)
      }
    }
    return result
  }

  func kinkDistance(_ sums: [Scalar]) -> Scalar {
    switch kind {
    case .relu, .leakyReLU, .elu: sums.map { abs($0) }.min() ?? .infinity
    case .linear, .gelu, .sigmoid, .tanh, .softmax: .infinity
    }
  }

  private func value(_ sum: Scalar) -> Scalar {
    let x = Double(sum)
    switch kind {
    case .linear, .softmax: return sum
    case .relu: return sum > 0 ? sum : 0
    case .leakyReLU: return sum > 0 ? sum : Scalar(0.2) * sum
    case .elu: return sum > 0 ? sum : Scalar(expm1(x))
    case .gelu: return Scalar(0.5 * x * (1 + erf(x / 2.0.squareRoot())))
    case .sigmoid: return Scalar(1 / (1 + exp(-x)))
    case .tanh: return Scalar(tanh(x))
    }
  }

  private func slope(_ sum: Scalar, _ output: Scalar) -> Scalar {
    let x = Double(sum)
    switch kind {
    case .linear, .softmax: return 1
    case .relu: return sum > 0 ? 1 : 0
    case .leakyReLU: return sum > 0 ? 1 : Scalar(0.2)
    case .elu: return sum > 0 ? 1 : output + 1
    case .gelu:
      let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
      return Scalar(0.5 * (1 + erf(x / 2.0.squareRoot())) + x * density)
    case .sigmoid: return output * (1 - output)
    case .tanh: return 1 - output * output
    }
  }
}
