import Lanes
import WideKernels

// In front of a 2 x 2 max pooling most gradients are exactly zero, behind a relu about half. These kernels take lists of
// the others; every list is a sum of scaled rows, `d[0..<n] += g * row[0..<n]`, which stays in up to
// twelve registers. Skipping a zero also skips 0 x infinity and 0 x NaN: the training step checks
// that loss and weights are finite.

/// The gradient of one image's input: every listed gradient adds its filter's window, scaled, to
/// the pixels that window covers.
///
/// - p: pixels; q: corners (1 or 4), `corner[q]` behind the window of p; lists as `listGradients`
/// - s: `runs` rows of the window, `stride` apart in `dx`; k: their `length` values
///
///     for p in 0..<pixels { for q in 0..<cornerCount { for (g, row) in list(p, q) {
///       for s in 0..<runs { for k in 0..<length {
///         dx[windows[p] + corner[q] + s * stride + k] += g * w[row + s * length + k] } } } } }
@inline(never)
public func scatterWindows(
  lists: UnsafePointer<GradientEntry>, capacity: Int, counts: UnsafePointer<Int32>,
  _ windows: UnsafePointer<Int>, pixels: Int, corner: UnsafePointer<Int>, cornerCount: Int,
  runs: Int, length: Int, stride: Int,
  _ w: UnsafePointer<Float>, into dx: UnsafeMutablePointer<Float>
) {
  let isWide = hasWideLanes
  for run in 0..<runs {
    var first = 0
    while first < length {
      // A block of columns at a time, so that its part of all rows of `w` stays in the cache. Its
      // size decides the order in which windows that overlap are added.
      let lanes = blockLanes(length &- first)
      let valid = min(length &- first, lanes &* 8)
      let rows = w + (run &* length &+ first)
      let target = dx + (run &* stride &+ first)
      for q in 0..<cornerCount {
        var list = lists + q &* capacity
        let place = target + corner[q]
        for p in 0..<pixels {
          let count = Int(counts[p &* cornerCount &+ q])
          addRows(list, count, rows, place + windows[p], lanes: lanes, valid: valid, isWide: isWide)
          list += count
        }
      }
      first &+= lanes &* 8
    }
  }
}

/// The gradient of a kernel from some images: every pixel whose gradient is not zero adds its
/// window, scaled, to its filter's row.
///
/// - c: filters; p: pixels; the window of p starts at `windows[p]`, or, behind a pooling, at a
///   quarter of `places[p][c]`, see `convolveMaxPool`
/// - `list`: room for `pixels + 1` entries
///
///     for c in 0..<filters { for p in 0..<pixels { for s in 0..<runs { for k in 0..<length {
///       d[c][s * length + k] += g[p][c] * x[start + s * stride + k] } } } }
@inline(never)
public func gatherWindows(
  _ g: UnsafePointer<Float>, places: UnsafePointer<Int32>?, filters: Int,
  _ windows: UnsafePointer<Int>, pixels: Int, runs: Int, length: Int, stride: Int,
  _ x: UnsafePointer<Float>, list: UnsafeMutablePointer<GradientEntry>,
  into d: UnsafeMutablePointer<Float>
) {
  let isWide = hasWideLanes
  for c in 0..<filters {
    let count = listFilter(
      g + c, places: places.map { $0 + c }, stride: filters, windows, pixels: pixels, list: list)
    var row = d + c &* runs &* length
    for run in 0..<runs {
      let source = x + run &* stride
      var first = 0
      while first < length {
        let lanes = isWide && length &- first >= 192 ? 24 : blockLanes(length &- first)
        let valid = min(length &- first, lanes &* 8)
        addRows(
          list, count, source + first, row + first, lanes: lanes, valid: valid, isWide: isWide)
        first &+= lanes &* 8
      }
      row += length
    }
  }
}

/// The non-zero gradients of one filter and the offsets of their windows; returns their number. An entry
/// is always written and kept only if its gradient is not zero.
@inline(__always)
private func listFilter(
  _ g: UnsafePointer<Float>, places: UnsafePointer<Int32>?, stride: Int,
  _ windows: UnsafePointer<Int>, pixels: Int, list: UnsafeMutablePointer<GradientEntry>
) -> Int {
  var end = 0
  var gradients = g
  if var places {
    for _ in 0..<pixels {
      let gradient = gradients.pointee
      list[end] = GradientEntry(gradient: gradient, offset: places.pointee &>> 2)
      end &+= isKept(gradient)
      gradients += stride
      places += stride
    }
  } else {
    for p in 0..<pixels {
      let gradient = gradients.pointee
      list[end] = GradientEntry(
        gradient: gradient, offset: Int32(truncatingIfNeeded: windows[p]))
      end &+= isKept(gradient)
      gradients += stride
    }
  }
  return end
}

/// How many lanes of eight to take of `remaining` values: 12, 6, 3, 2 or 1.
@inline(__always)
private func blockLanes(_ remaining: Int) -> Int {
  remaining > 88 ? 12 : remaining > 24 ? 6 : remaining > 16 ? 3 : remaining > 8 ? 2 : 1
}

/// `d[0..<valid] += sum over entries of gradient * rows[offset..<offset + valid]`. Whole blocks of
/// `lanes` times eight values are added in registers, others beside: then up to three lanes more of the
/// rows are read, and up to seven values more of `d` are written as they were.
@inline(__always)
private func addRows(
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>, lanes: Int, valid: Int, isWide: Bool
) {
  if count == 0 { return }
  if valid < lanes &* 8 {
    addEdge(list, count, rows, d, lanes: lanes, valid: valid)
  } else if isWide && lanes >= 6 {
    wideAddRows(registers: lanes / 2, list, count, rows, d)
  } else {
    narrowAddRows(registers: lanes, list, count, rows, d)
  }
}

/// Whole lanes side by side; values behind the valid ones are rewritten unchanged.
@inline(never)
private func addEdge(
  _ list: UnsafePointer<GradientEntry>, _ count: Int, _ rows: UnsafePointer<Float>,
  _ d: UnsafeMutablePointer<Float>, lanes: Int, valid: Int
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: 96) { copy in
    let values = copy.baseAddress!
    let used = (valid &+ 7) / 8
    for lane in 0..<lanes { store(lane < used ? load(d + lane &* 8) : Lane(), values + lane &* 8) }
    narrowAddRows(registers: lanes, list, count, rows, values)
    for lane in 0..<used {
      replaceFirst(valid &- lane &* 8, load(values + lane &* 8) as Lane, d + lane &* 8)
    }
  }
}
