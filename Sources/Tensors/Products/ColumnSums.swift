import Lanes

/// `d[c] += sum over p of g[p][c]`: the gradient of a bias.
@inline(never)
public func columnSums(
  _ g: UnsafePointer<Float>, count: Int, columns: Int, into d: UnsafeMutablePointer<Float>,
  accumulates: Bool
) {
  if !accumulates { d.update(repeating: 0, count: columns) }
  var column = 0
  while column &+ 32 <= columns {
    let target = d + column
    var sum0 = load(target)
    var sum1 = load(target + 8)
    var sum2 = load(target + 16)
    var sum3 = load(target + 24)
    var row = g + column
    for _ in 0..<count {
      sum0 += load(row)
      sum1 += load(row + 8)
      sum2 += load(row + 16)
      sum3 += load(row + 24)
      row += columns
    }
    store(sum0, target)
    store(sum1, target + 8)
    store(sum2, target + 16)
    store(sum3, target + 24)
    column &+= 32
  }
  while column &+ 8 <= columns {
    var sum = load(d + column)
    var row = g + column
    for _ in 0..<count {
      sum += load(row)
      row += columns
    }
    store(sum, d + column)
    column &+= 8
  }
  while column < columns {
    var sum = d[column]
    var row = g + column
    for _ in 0..<count {
      sum += row.pointee
      row += columns
    }
    d[column] = sum
    column &+= 1
  }
}
