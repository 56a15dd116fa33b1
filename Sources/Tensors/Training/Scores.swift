/// The number of `rows` rows whose largest value is in the same column as the target's; of equal values the
/// lowest index counts. For a width of 1, how many lie on the target's side of one half.
@inline(never)
public func countCorrect(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int
) -> Int {
  var correct = 0
  for row in 0..<rows {
    let values = y + row * width
    let target = t + row * width
    if width == 1 {
      correct += (values[0] > 0.5 ? 1 : 0) == target[0] ? 1 : 0
      continue
    }
    var best = 0
    var wanted = 0
    for index in 1..<width {
      if values[index] > values[best] { best = index }
      if target[index] > target[wanted] { wanted = index }
    }
    correct += best == wanted ? 1 : 0
  }
  return correct
}

/// The sum over `rows` rows of the mean of `|y - t|` over a row.
@inline(never)
public func sumAbsoluteErrors(
  _ y: UnsafePointer<Float>, _ t: UnsafePointer<Float>, rows: Int, width: Int
) -> Double {
  var total = 0.0
  for row in 0..<rows {
    var sum: Float = 0
    for index in row * width..<(row + 1) * width { sum += (y[index] - t[index]).magnitude }
    total += Double(sum / Float(width))
  }
  return total
}

/// The sum of `count` values in their order.
@inline(never)
public func sum(_ values: UnsafePointer<Float>, count: Int) -> Double {
  var total = 0.0
  for index in 0..<count { total += Double(values[index]) }
  return total
}
