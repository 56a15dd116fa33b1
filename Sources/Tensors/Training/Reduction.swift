import Lanes

/// `sum[i] = parts[0][i] + parts[1][i] + ...` over `count` buffers `stride` apart, pairwise:
/// ((p0 + p1) + (p2 + p3)) + ..., the same tree for any number of threads.
///
/// Adds in place: the first buffer holds the sum afterwards, the others partial sums.
@inline(never)
public func reduceParts(
  _ parts: UnsafeMutablePointer<Float>, partCount: Int, stride: Int, offset: Int, count: Int
) {
  if partCount == 4 {
    let p0 = parts + offset
    let p1 = p0 + stride
    let p2 = p1 + stride
    let p3 = p2 + stride
    for index in 0..<count {
      p0[index] = (p0[index] + p1[index]) + (p2[index] + p3[index])
    }
    return
  }
  var distance = 1
  while distance < partCount {
    var part = 0
    while part + distance < partCount {
      let target = parts + part * stride + offset
      let source = target + distance * stride
      for index in 0..<count { target[index] += source[index] }
      part += 2 * distance
    }
    distance *= 2
  }
}
