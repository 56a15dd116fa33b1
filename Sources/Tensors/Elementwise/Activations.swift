import Lanes

/// `x[i] = max(x[i], 0)`; NaN stays NaN, so that it is noticed.
@inline(never)
public func rectify(_ x: UnsafeMutablePointer<Float>, count: Int) {
  for index in 0..<count {
    let value = x[index]
    x[index] = value < 0 ? 0 : value
  }
}

/// `g[i] = 0` where the rectified `y[i]` is not positive.
@inline(never)
public func scaleByRectifierSlope(
  _ y: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, count: Int
) {
  for index in 0..<count {
    let value = g[index]
    g[index] = y[index] > 0 ? value : 0
  }
}

/// `x[i]` above zero, `slope * x[i]` below.
@inline(never)
public func rectifyLeaking(_ x: UnsafeMutablePointer<Float>, count: Int, slope: Float) {
  for index in 0..<count {
    let value = x[index]
    x[index] = value > 0 ? value : slope * value
  }
}

/// `g[i] *= slope` where `y[i]` is not positive.
@inline(never)
public func scaleByLeakingSlope(
  _ y: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, count: Int, slope: Float
) {
  for index in 0..<count {
    let value = g[index]
    g[index] = y[index] > 0 ? value : slope * value
  }
}

/// `g[i] *= y[i] + 1` where `y[i]`, the exponential unit's value, is negative.
@inline(never)
public func scaleByExponentialUnitSlope(
  _ y: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, count: Int
) {
  for index in 0..<count {
    let value = y[index]
    g[index] = value < 0 ? g[index] * (value + 1) : g[index]
  }
}

/// `g[i] *= y[i] (1 - y[i])`, the slope of the logistic function.
@inline(never)
public func scaleByLogisticSlope(
  _ y: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, count: Int
) {
  for index in 0..<count { g[index] *= y[index] * (1 - y[index]) }
}

/// `g[i] *= 1 - y[i]^2`, the slope of tanh.
@inline(never)
public func scaleByTangentSlope(
  _ y: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, count: Int
) {
  for index in 0..<count { g[index] *= 1 - y[index] * y[index] }
}

/// Each row of `columns` values becomes `exp(x - max) / sum(exp(x - max))`; `result` may be `x`.
@inline(never)
public func softmaxRows(
  _ x: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>, rows: Int, columns: Int
) {
  for row in 0..<rows {
    let source = x + row * columns
    let target = result + row * columns
    var largest = source[0]
    for column in 1..<max(columns, 1) {
      largest = source[column] > largest ? source[column] : largest
    }
    for column in 0..<columns { target[column] = source[column] - largest }
  }
  exponentials(result, result, count: rows * columns)
  for row in 0..<rows {
    let target = result + row * columns
    var sum: Float = 0
    for column in 0..<columns { sum += target[column] }
    for column in 0..<columns { target[column] = target[column] / sum }
  }
}

/// `g = y * (g - sum(g * y))` row by row: back through a softmax whose result is `y`.
@inline(never)
public func scaleBySoftmaxSlope(
  _ y: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, rows: Int, columns: Int
) {
  for row in 0..<rows {
    let values = y + row * columns
    let gradient = g + row * columns
    var sum: Float = 0
    for column in 0..<columns { sum.addProduct(gradient[column], values[column]) }
    for column in 0..<columns { gradient[column] = values[column] * (gradient[column] - sum) }
  }
}

/// Writes a factor of 0 (with probability `rate`) or `1 / (1 - rate)` a value to `mask`, and the
/// scaled values to `output`. A sample draws its own numbers from its own stream.
@inline(never)
public func dropValues(
  _ input: UnsafePointer<Float>, count: Int, rate: Float, stream: inout RandomStream,
  mask: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>
) {
  let scale = 1 / (1 - rate)
  for index in 0..<count {
    let factor: Float = stream.uniform() >= rate ? scale : 0
    mask[index] = factor
    output[index] = input[index] * factor
  }
}

/// `result[i] = x[i] * y[i]`.
@inline(never)
public func multiply(
  _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, count: Int,
  _ result: UnsafeMutablePointer<Float>
) {
  for index in 0..<count { result[index] = x[index] * y[index] }
}
