/// Copies `count` images into the middle of larger ones whose borders are left as they are (zero).
@inline(never)
public func padImages(
  _ input: UnsafePointer<Float>, _ geometry: WindowGeometry, count: Int,
  _ output: UnsafeMutablePointer<Float>
) {
  let row = geometry.width * geometry.channels
  let paddedRow = geometry.paddedWidth * geometry.channels
  for sample in 0..<count {
    let image = output + sample * geometry.paddedHeight * paddedRow
    let source = input + sample * geometry.inputSize
    for y in 0..<geometry.height {
      (image + (y + geometry.padTop) * paddedRow + geometry.padLeft * geometry.channels)
        .update(from: source + y * row, count: row)
    }
  }
}

/// Cuts the middle of `count` padded images out again.
@inline(never)
public func cropImages(
  _ input: UnsafePointer<Float>, _ geometry: WindowGeometry, count: Int,
  _ output: UnsafeMutablePointer<Float>
) {
  let row = geometry.width * geometry.channels
  let paddedRow = geometry.paddedWidth * geometry.channels
  for sample in 0..<count {
    let image = input + sample * geometry.paddedHeight * paddedRow
    let target = output + sample * geometry.inputSize
    for y in 0..<geometry.height {
      (target + y * row)
        .update(
          from: image + (y + geometry.padTop) * paddedRow + geometry.padLeft * geometry.channels,
          count: row)
    }
  }
}
