import Lanes

// exp, log, tanh, erf and the logistic function, eight values at a time, with a fixed order of
// operations: the same bits on any processor and with any version of libm. Every step is a
// multiplication, an addition, a division or an explicit fused multiply-add, correctly rounded
// everywhere. A partial lane at the end is computed as a whole one, so a value's result does not
// depend on its position.

/// exp(x) to about 1 ulp (at least 2^-126, no subnormal results); infinity above 88.72, NaN stays.
@_transparent
private func exponential(_ x: Lane) -> Lane {
  // x = n ln 2 + r, |r| <= ln 2 / 2; the polynomial is Cephes' expf.
  let bounded = x.replacing(with: -87.3, where: x .< -87.3).replacing(with: 88.8, where: x .> 88.8)
  // Adding 1.5 * 2^23 rounds to a whole number, which is then in the low bits.
  let shifted = (bounded * 1.44269504) + 12_582_912
  let n = shifted - 12_582_912
  var r = bounded.addingProduct(n, Lane(repeating: -0.693359375))
  r.addProduct(n, Lane(repeating: 2.12194440e-4))
  var p = Lane(repeating: 1.9875691500e-4)
  p = Lane(repeating: 1.3981999507e-3).addingProduct(p, r)
  p = Lane(repeating: 8.3334519073e-3).addingProduct(p, r)
  p = Lane(repeating: 4.1665795894e-2).addingProduct(p, r)
  p = Lane(repeating: 1.6666665459e-1).addingProduct(p, r)
  p = Lane(repeating: 5.0000001201e-1).addingProduct(p, r)
  let y = (r + 1).addingProduct(p, r * r)
  // Two factors, so that 2^128 does not overflow before its time.
  let whole = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
  let half = whole &>> 1
  let bias = SIMD8<Int32>(repeating: 127)
  let first = unsafeBitCast((half &+ bias) &<< 23, to: Lane.self)
  let second = unsafeBitCast((whole &- half &+ bias) &<< 23, to: Lane.self)
  var result = y * first * second
  result.replace(with: 0, where: x .< -87.3)
  result.replace(with: Float.infinity, where: x .> 88.722839)
  result.replace(with: x, where: x .!= x)
  return result
}

/// log(x) to about 1 ulp for normal x; -infinity at zero, NaN below.
@_transparent
private func logarithm(_ x: Lane) -> Lane {
  // x = 2^e m, sqrt(1/2) <= m < sqrt(2); the polynomial is Cephes' logf.
  let bits = unsafeBitCast(x, to: SIMD8<Int32>.self)
  var exponent = unsafeBitCast((bits &>> 23) &+ (0x4B40_0000 - 126), to: Lane.self) - 12_582_912
  var m = unsafeBitCast((bits & 0x007F_FFFF) | 0x3F00_0000, to: Lane.self)
  let isLow = m .< 0.707106781
  exponent.replace(with: exponent - 1, where: isLow)
  m.replace(with: m + m, where: isLow)
  m -= 1
  let z = m * m
  var p = Lane(repeating: 7.0376836292e-2)
  p = Lane(repeating: -1.1514610310e-1).addingProduct(p, m)
  p = Lane(repeating: 1.1676998740e-1).addingProduct(p, m)
  p = Lane(repeating: -1.2420140846e-1).addingProduct(p, m)
  p = Lane(repeating: 1.4249322787e-1).addingProduct(p, m)
  p = Lane(repeating: -1.6668057665e-1).addingProduct(p, m)
  p = Lane(repeating: 2.0000714765e-1).addingProduct(p, m)
  p = Lane(repeating: -2.4999993993e-1).addingProduct(p, m)
  p = Lane(repeating: 3.3333331174e-1).addingProduct(p, m)
  var y = m * z * p
  y.addProduct(exponent, Lane(repeating: -2.12194440e-4))
  y.addProduct(z, Lane(repeating: -0.5))
  var result = m + y
  result.addProduct(exponent, Lane(repeating: 0.693359375))
  result.replace(with: Float.infinity, where: x .== Float.infinity)
  result.replace(with: -Float.infinity, where: x .== 0)
  result.replace(with: Float.nan, where: x .< 0)
  result.replace(with: x, where: x .!= x)
  return result
}

@_transparent
private func magnitude(_ x: Lane) -> Lane {
  unsafeBitCast(unsafeBitCast(x, to: SIMD8<UInt32>.self) & 0x7FFF_FFFF, to: Lane.self)
}

@_transparent
private func withSign(of x: Lane, _ value: Lane) -> Lane {
  let sign = unsafeBitCast(x, to: SIMD8<UInt32>.self) & 0x8000_0000
  return unsafeBitCast(unsafeBitCast(value, to: SIMD8<UInt32>.self) | sign, to: Lane.self)
}

/// tanh(x) to about 2 ulp.
@_transparent
private func hyperbolicTangent(_ x: Lane) -> Lane {
  // A polynomial (Cephes' tanhf) below 0.625, 1 - 2 / (exp(2|x|) + 1) above.
  let t = magnitude(x)
  let s = x * x
  var p = Lane(repeating: -5.70498872745e-3)
  p = Lane(repeating: 2.06390887954e-2).addingProduct(p, s)
  p = Lane(repeating: -5.37397155531e-2).addingProduct(p, s)
  p = Lane(repeating: 1.33314422036e-1).addingProduct(p, s)
  p = Lane(repeating: -3.33332819422e-1).addingProduct(p, s)
  let small = x.addingProduct(p * s, x)
  let large = withSign(of: x, 1 - 2 / (exponential(t + t) + 1))
  return large.replacing(with: small, where: t .< 0.625)
}

/// 1 / (1 + exp(-x)).
@_transparent
private func logistic(_ x: Lane) -> Lane {
  let e = exponential(-magnitude(x))
  let positive = 1 / (1 + e)
  return positive.replacing(with: e / (1 + e), where: x .< 0)
}

/// erf(x) to about 1 ulp (coefficients by N. Juffa).
@_transparent
private func errorFunction(_ x: Lane) -> Lane {
  let t = magnitude(x)
  let s = x * x
  var r = Lane(repeating: 3.83197126e-4).addingProduct(Lane(repeating: -1.72853470e-5), t)
  let u = Lane(repeating: 2.42546219e-2).addingProduct(Lane(repeating: -3.88396438e-3), t)
  r = u.addingProduct(r, s)
  r = Lane(repeating: -1.06777877e-1).addingProduct(r, t)
  r = Lane(repeating: -6.34846687e-1).addingProduct(r, t)
  r = Lane(repeating: -1.28717512e-1).addingProduct(r, t)
  r = (-t).addingProduct(r, t)
  let large = withSign(of: x, 1 - exponential(r))
  var p = Lane(repeating: -5.96761703e-4)
  p = Lane(repeating: 4.99119423e-3).addingProduct(p, s)
  p = Lane(repeating: -2.67681349e-2).addingProduct(p, s)
  p = Lane(repeating: 1.12819925e-1).addingProduct(p, s)
  p = Lane(repeating: -3.76125336e-1).addingProduct(p, s)
  p = Lane(repeating: 1.28379166e-1).addingProduct(p, s)
  let small = x.addingProduct(p, x)
  return small.replacing(with: large, where: t .> 0.927734375)
}

/// Applies `function` to `count` values of `x`; `result` may be `x`.
@inline(__always)
private func map(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int,
  _ function: (Lane) -> Lane
) {
  var index = 0
  while index &+ 8 <= count {
    store(function(load(x + index)), result + index)
    index &+= 8
  }
  if index < count {
    storeFirst(count - index, function(loadFirst(count - index, x + index)), result + index)
  }
}

/// `result[i] = exp(x[i])`; may work in place.
@inline(never)
public func exponentials(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int
) { map(x, result, count: count) { exponential($0) } }

/// `result[i] = log(x[i])`; may work in place.
@inline(never)
public func logarithms(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int
) { map(x, result, count: count) { logarithm($0) } }

/// `result[i] = tanh(x[i])`; may work in place.
@inline(never)
public func hyperbolicTangents(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int
) { map(x, result, count: count) { hyperbolicTangent($0) } }

/// `result[i] = 1 / (1 + exp(-x[i]))`; may work in place.
@inline(never)
public func logistics(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int
) { map(x, result, count: count) { logistic($0) } }

/// `result[i] = erf(x[i])`; may work in place.
@inline(never)
public func errorFunctions(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int
) { map(x, result, count: count) { errorFunction($0) } }

/// `result[i] = x[i] (1 + erf(x[i] / sqrt 2)) / 2`, the exact gelu; may work in place.
@inline(never)
public func gaussianErrorUnits(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int
) {
  map(x, result, count: count) { $0 * 0.5 * (1 + errorFunction($0 * 0.70710678)) }
}

/// `g[i] *= gelu'(x[i])`: `(1 + erf(x / sqrt 2)) / 2 + x exp(-x^2 / 2) / sqrt(2 pi)`.
@inline(never)
public func scaleByGaussianErrorUnitSlope(
  _ x: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, count: Int
) {
  var index = 0
  while index < count {
    let valid = min(8, count - index)
    let z = loadFirst(valid, x + index)
    var slope = 0.5 * (1 + errorFunction(z * 0.70710678))
    slope.addProduct(z, exponential(z * z * -0.5) * 0.39894228)
    storeFirst(valid, loadFirst(valid, g + index) * slope, g + index)
    index &+= 8
  }
}

/// `result[i] = x[i]` above zero, `exp(x[i]) - 1` below, to about 2 ulp; may work in place.
@inline(never)
public func exponentialUnits(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, count: Int
) {
  map(x, result, count: count) { x in
    // exp(x) - 1 cancels near zero: there it is tanh(x / 2) (exp(x) + 1).
    let e = exponential(x)
    var below = e - 1
    below.replace(with: hyperbolicTangent(x * 0.5) * (e + 1), where: x .> -1)
    return below.replacing(with: x, where: x .> 0)
  }
}
