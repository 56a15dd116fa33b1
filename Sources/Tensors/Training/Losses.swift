import Lanes

// Each takes `rows` predictions and targets of `width` values, writes each row's loss to `losses`
// and, if `gradient` is given, the gradient of `scale * sum of losses` to it.

/// Mean of `(y - t)^2` over a row; gradient `2 (y - t) / width * scale`.
@inline(never)
public func squaredErrors(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int,
  losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?, scale: Float
) {
  let factor = 2 * scale / Float(width)
  for row in 0..<rows {
    var sum: Float = 0
    for index in row * width..<(row + 1) * width {
      let difference = y[index] - t[index]
      sum += difference * difference
      if let gradient { gradient[index] = factor * difference }
    }
    losses[row] = sum / Float(width)
  }
}

/// Mean of `|y - t|` over a row; gradient `sign(y - t) / width * scale`, zero at zero.
@inline(never)
public func absoluteErrors(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int,
  losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?, scale: Float
) {
  let factor = scale / Float(width)
  for row in 0..<rows {
    var sum: Float = 0
    for index in row * width..<(row + 1) * width {
      let difference = y[index] - t[index]
      sum += difference.magnitude
      if let gradient {
        gradient[index] = difference > 0 ? factor : difference < 0 ? -factor : difference * 0
      }
    }
    losses[row] = sum / Float(width)
  }
}

/// Huber's: `d^2 / 2` up to 1, `|d| - 1/2` beyond, mean over a row.
@inline(never)
public func huberErrors(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int,
  losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?, scale: Float
) {
  let factor = scale / Float(width)
  for row in 0..<rows {
    var sum: Float = 0
    for index in row * width..<(row + 1) * width {
      let difference = y[index] - t[index]
      let size = difference.magnitude
      sum += size <= 1 ? 0.5 * (difference * difference) : size - 0.5
      if let gradient {
        gradient[index] = size <= 1 ? factor * difference : difference > 0 ? factor : -factor
      }
    }
    losses[row] = sum / Float(width)
  }
}

/// Cross-entropy from the logits `z` of a softmax whose result is `p`:
/// `sum over j of t_j (log sum exp z - z_j)`; gradient `(p - t) * scale` with respect to the logits.
@inline(never)
public func softmaxCrossentropies(
  _ z: UnsafePointer<Float>, _ p: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int,
  width: Int, losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?,
  scale: Float
) {
  // p of the largest logit is 1 / sum(exp(z - max)): its logarithm gives the sum's.
  for row in 0..<rows {
    let probabilities = p + row * width
    var largest = probabilities[0]
    for index in 1..<max(width, 1) {
      largest = probabilities[index] > largest ? probabilities[index] : largest
    }
    losses[row] = largest
  }
  logarithms(losses, losses, count: rows)
  for row in 0..<rows {
    let logits = z + row * width
    let target = t + row * width
    var largest = logits[0]
    for index in 1..<max(width, 1) { largest = logits[index] > largest ? logits[index] : largest }
    let logSum = -losses[row]
    var loss: Float = 0
    for index in 0..<width { loss += target[index] * (logSum - (logits[index] - largest)) }
    losses[row] = loss
    if let gradient {
      for index in row * width..<(row + 1) * width {
        gradient[index] = (p[index] - t[index]) * scale
      }
    }
  }
}

/// Binary cross-entropy from the logits `z` of logistic values `p`, mean over a row:
/// `max(z, 0) - z t + log(1 + exp(-|z|))`; gradient `(p - t) / width * scale`.
@inline(never)
public func logisticCrossentropies(
  _ z: UnsafePointer<Float>, _ p: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int,
  width: Int, losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?,
  scale: Float, scratch: UnsafeMutablePointer<Float>
) {
  let count = rows * width
  // log(1 + exp(-|z|)) = -log(logistic(|z|)).
  for index in 0..<count { scratch[index] = z[index].magnitude }
  logistics(scratch, scratch, count: count)
  logarithms(scratch, scratch, count: count)
  let factor = scale / Float(width)
  for row in 0..<rows {
    var sum: Float = 0
    for index in row * width..<(row + 1) * width {
      let value = z[index]
      sum += (value > 0 ? value : value * 0) - value * t[index] - scratch[index]
      if let gradient { gradient[index] = (p[index] - t[index]) * factor }
    }
    losses[row] = sum / Float(width)
  }
}

/// Keras's clipping of probabilities: epsilon and 1 - epsilon as Float32.
private let lowest: Float = 1e-7
private let highest = Float(1 - 1e-7)

@inline(__always)
private func clip(_ value: Float) -> Float {
  value < lowest ? lowest : value > highest ? highest : value
}

/// Binary cross-entropy of probabilities that do not come from a logistic function, clipped.
@inline(never)
public func binaryCrossentropies(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int,
  losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?, scale: Float,
  scratch: UnsafeMutablePointer<Float>
) {
  let count = rows * width
  let others = scratch + count
  for index in 0..<count {
    scratch[index] = clip(y[index])
    others[index] = 1 - scratch[index]
  }
  logarithms(scratch, scratch, count: 2 * count)
  let factor = scale / Float(width)
  for row in 0..<rows {
    var sum: Float = 0
    for index in row * width..<(row + 1) * width {
      sum -= t[index] * scratch[index] + (1 - t[index]) * others[index]
      if let gradient {
        let value = y[index]
        let isInside = value >= lowest && value <= highest
        let slope = (1 - t[index]) / (1 - value) - t[index] / value
        gradient[index] = isInside ? slope * factor : 0
      }
    }
    losses[row] = sum / Float(width)
  }
}

/// Categorical cross-entropy of values that do not come from a softmax: divided by their sum,
/// clipped, `-sum t log q`.
@inline(never)
public func categoricalCrossentropies(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int,
  losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?, scale: Float,
  scratch: UnsafeMutablePointer<Float>
) {
  let quotients = scratch
  let logs = scratch + rows * width
  for row in 0..<rows {
    var total: Float = 0
    for index in row * width..<(row + 1) * width { total += y[index] }
    for index in row * width..<(row + 1) * width {
      quotients[index] = y[index] / total
      logs[index] = clip(quotients[index])
    }
  }
  logarithms(logs, logs, count: rows * width)
  for row in 0..<rows {
    let range = row * width..<(row + 1) * width
    var loss: Float = 0
    var total: Float = 0
    var inner: Float = 0
    for index in range {
      loss -= t[index] * logs[index]
      total += y[index]
      let q = quotients[index]
      let slope = q >= lowest && q <= highest ? -t[index] / q : 0
      inner += slope * q
    }
    losses[row] = loss
    if let gradient {
      for index in range {
        let q = quotients[index]
        let slope = q >= lowest && q <= highest ? -t[index] / q : 0
        gradient[index] = (slope - inner) / total * scale
      }
    }
  }
}

/// Sparse categorical cross-entropy of values that do not come from a softmax: clipped, their
/// logarithms taken for logits; the targets are one-hot.
@inline(never)
public func sparseCrossentropies(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int,
  losses: UnsafeMutablePointer<Float>, gradient: UnsafeMutablePointer<Float>?, scale: Float,
  scratch: UnsafeMutablePointer<Float>
) {
  for row in 0..<rows {
    var total: Float = 0
    var chosen: Float = 0
    for index in row * width..<(row + 1) * width {
      let value = clip(y[index])
      total += value
      chosen += t[index] * value
    }
    scratch[row] = total
    losses[row] = chosen / total
    if let gradient {
      for index in row * width..<(row + 1) * width {
        let value = y[index]
        let isInside = value >= lowest && value <= highest
        gradient[index] = isInside ? (1 / total - t[index] / value) * scale : 0
      }
    }
  }
  logarithms(losses, losses, count: rows)
  for row in 0..<rows { losses[row] = -losses[row] }
}
