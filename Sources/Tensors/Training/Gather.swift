/// Samples `order[0..<count]` of `size` floats each, one after the other.
@inline(never)
public func gather(
  _ source: UnsafePointer<Float>, _ order: UnsafePointer<Int32>, count: Int, size: Int,
  into target: UnsafeMutablePointer<Float>
) {
  if size == 1 {
    for index in 0..<count { target[index] = source[Int(order[index])] }
    return
  }
  for index in 0..<count {
    (target + index * size).update(from: source + Int(order[index]) * size, count: size)
  }
}

/// Samples `order[0..<count]` of `size` bytes each, as `byte * scale`.
@inline(never)
public func gather(
  _ source: UnsafePointer<UInt8>, scale: Float, _ order: UnsafePointer<Int32>, count: Int,
  size: Int, into target: UnsafeMutablePointer<Float>
) {
  for index in 0..<count {
    let from = source + Int(order[index]) * size
    let to = target + index * size
    for place in 0..<size { to[place] = Float(from[place]) * scale }
  }
}

/// The classes of samples `order[0..<count]` as rows of `width` values, one of them 1; for a width
/// of 1 the class itself.
@inline(never)
public func gatherClasses(
  _ source: UnsafePointer<UInt8>, _ order: UnsafePointer<Int32>, count: Int, width: Int,
  into target: UnsafeMutablePointer<Float>
) {
  if width == 1 {
    for index in 0..<count { target[index] = Float(source[Int(order[index])]) }
    return
  }
  for index in 0..<count {
    let row = target + index * width
    for place in 0..<width { row[place] = 0 }
    row[Int(source[Int(order[index])])] = 1
  }
}

/// The class numbers of samples `order[0..<count]`, stored as floats, as one-hot rows.
@inline(never)
public func gatherClassNumbers(
  _ source: UnsafePointer<Float>, _ order: UnsafePointer<Int32>, count: Int, width: Int,
  into target: UnsafeMutablePointer<Float>
) {
  for index in 0..<count {
    let row = target + index * width
    for place in 0..<width { row[place] = 0 }
    row[Int(source[Int(order[index])])] = 1
  }
}
