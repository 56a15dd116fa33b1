import Tensors
import Testing

/// Convolution, relu and 2 x 2 max pooling in one: direct, by Winograd, and both gradients.
@Suite struct PooledConvolutionTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    var height: Int
    var width: Int
    var channels: Int
    var window: Int
    var filters: Int
    var testDescription: String {
      "\(height) x \(width) x \(channels), window \(window), \(filters) filters"
    }
    var row: Int { width * channels }
    var run: Int { window * channels }
    var depth: Int { window * run }
    var pooledHeight: Int { (height - window + 1) / 2 }
    var pooledWidth: Int { (width - window + 1) / 2 }
    var pixels: Int { pooledHeight * pooledWidth }
    // Kept here, because what a table's pointer points to lives as long as the table.
    let windows: OffsetTable
    let corner: OffsetTable
    let places: OffsetTable

    init(height: Int, width: Int, channels: Int, window: Int, filters: Int) {
      self.height = height
      self.width = width
      self.channels = channels
      self.window = window
      self.filters = filters
      let row = width * channels
      let run = window * channels
      let pooledHeight = (height - window + 1) / 2
      let pooledWidth = (width - window + 1) / 2
      windows = OffsetTable(
        (0..<pooledHeight * pooledWidth).map {
          $0 / pooledWidth * 2 * row + $0 % pooledWidth * 2 * channels
        })
      corner = OffsetTable([0, channels, row, row + channels])
      places = OffsetTable((0..<window * run).map { $0 / run * row + $0 % run })
    }
  }

  static let shapes: [Shape] = [
    (4, 4, 1, 3, 1), (6, 7, 1, 3, 32), (9, 8, 2, 3, 8), (7, 7, 3, 2, 17), (8, 11, 1, 5, 20),
    (13, 13, 32, 3, 64), (6, 6, 16, 3, 10), (10, 9, 24, 3, 33), (12, 12, 8, 5, 48),
    (14, 14, 48, 3, 16), (5, 9, 40, 3, 24), (8, 8, 12, 3, 12),
  ].map { Shape(height: $0.0, width: $0.1, channels: $0.2, window: $0.3, filters: $0.4) }

  /// The values before rectifying, for each pooled pixel, filter and corner.
  private func sums(_ shape: Shape, _ x: FloatBuffer, _ w: FloatBuffer, _ bias: FloatBuffer)
    -> [[Double]]
  {
    var sums: [[Double]] = []
    for p in 0..<shape.pixels {
      for filter in 0..<shape.filters {
        sums.append(
          (0..<4).map { q in
            var sum = Double(bias.base[filter])
            let start = shape.windows.base[p] + shape.corner.base[q]
            for k in 0..<shape.depth {
              sum +=
                Double(x.base[start + shape.places.base[k]])
                * Double(w.base[filter * shape.depth + k])
            }
            return sum
          })
      }
    }
    return sums
  }

  /// The pixels that see anything, where `x` has a black corner, checked one by one.
  private func lit(_ shape: Shape, _ x: FloatBuffer) -> UnsafeMutablePointer<Int32> {
    let list = UnsafeMutablePointer<Int32>.allocate(capacity: shape.pixels + 1)
    list.initialize(repeating: 0, count: shape.pixels + 1)
    listLitWindows(
      x.base, height: shape.pooledHeight, width: shape.pooledWidth, down: 2 * shape.row,
      right: 2 * shape.channels, rows: shape.window + 1, span: shape.run + shape.channels,
      stride: shape.row, into: list)
    let wanted = (0..<shape.pixels).filter { p in
      (0..<4).map { shape.corner.base[$0] }.contains { corner in
        (0..<shape.depth).contains {
          x.base[shape.windows.base[p] + corner + shape.places.base[$0]] != 0
        }
      }
    }
    #expect((0..<wanted.count).map { Int(list[$0]) } == wanted)
    #expect(list[wanted.count] == -1)
    return list
  }

  /// Values whose upper left quarter and last row are zero, of either sign.
  private func partlyBlack(_ shape: Shape, seed: UInt64) -> FloatBuffer {
    let x = numbers(shape.height * shape.row, seed: seed)
    for y in 0..<shape.height {
      for place in 0..<shape.row
      where y < shape.height / 2 && place < shape.row / 2 || y == shape.height - 1 {
        x.base[y * shape.row + place] = place % 2 == 0 ? 0 : -0.0
      }
    }
    return x
  }

  @Test("forward", arguments: shapes, [true, false])
  func forward(_ shape: Shape, isRectified: Bool) {
    let x = partlyBlack(shape, seed: 11)
    let w = numbers(shape.filters * shape.depth, seed: 12)
    let bias = numbers(shape.filters + 16, seed: 13)
    let sums = sums(shape, x, w, bias)
    let wanted = sums.map { isRectified ? max($0.max()!, 0) : $0.max()! }
    let count = shape.pixels * shape.filters
    let output = numbers(count, seed: 14)
    let winners = UnsafeMutablePointer<Int32>.allocate(capacity: count + 16)
    defer { winners.deallocate() }

    let packed = FloatBuffer(count: packedCount(rows: shape.depth, columns: shape.filters))
    packRows(
      w.base, rows: shape.filters, columns: shape.depth, range: 0..<shape.filters,
      into: packed.base)
    let lit = lit(shape, x)
    defer { lit.deallocate() }
    let sumsScratch = FloatBuffer(count: convolveMaxPoolScratchCount)
    convolveMaxPool(
      x.base, shape.windows.base, pixels: shape.pixels, lit: lit, right: shape.channels,
      down: shape.row, shape.places.base, depth: shape.depth, packed.base,
      filters: shape.filters, bias: bias.base, isRectified: isRectified, output.base,
      winners: winners, scratch: sumsScratch.base)
    #expect(distance(output.base, wanted) < 1e-5)
    check(winners, sums, shape)

    guard shape.window == 3, shape.channels % 8 == 0 else { return }
    let kernel = FloatBuffer(
      count: winogradKernelCount(channels: shape.channels, filters: shape.filters))
    winogradKernel(
      w.base, channels: shape.channels, range: 0..<shape.filters, into: kernel.base)
    let scratch = FloatBuffer(count: winogradScratchCount(channels: shape.channels))
    output.write([Float](repeating: 0, count: count), at: 0)
    winogradMaxPool(
      x.base, shape.windows.base, pixels: shape.pixels, channels: shape.channels,
      stride: shape.row, kernel.base, filters: shape.filters, bias: bias.base,
      isRectified: isRectified, output.base, places: winners, scratch: scratch.base)
    #expect(distance(output.base, wanted) < 1e-5)
    check(winners, sums, shape)
  }

  /// The winner is the largest sum, or one as good as the largest, and its place is its window's.
  private func check(_ winners: UnsafePointer<Int32>, _ sums: [[Double]], _ shape: Shape) {
    for (index, candidates) in sums.enumerated() {
      let q = Int(winners[index]) % 4
      #expect(candidates.max()! - candidates[q] < 1e-5)
      let window = shape.windows.base[index / shape.filters] + shape.corner.base[q]
      #expect(Int(winners[index]) / 4 == window)
    }
  }

  @Test("gradients", arguments: shapes)
  func gradients(_ shape: Shape) {
    let x = partlyBlack(shape, seed: 21)
    let w = numbers(shape.filters * shape.depth, seed: 22)
    let count = shape.pixels * shape.filters
    let g = numbers(count, seed: 23, zeros: 0.3)
    let winners = UnsafeMutablePointer<Int32>.allocate(capacity: count + 16)
    defer { winners.deallocate() }
    winners.initialize(repeating: 0, count: count + 16)
    var stream = RandomStream(seed: 24, scope: "tests", purpose: "corners")
    for index in 0..<count {
      let q = Int(stream.integer(below: 4))
      let window = shape.windows.base[index / shape.filters] + shape.corner.base[q]
      winners[index] = Int32(4 * window + q)
    }

    var kernel = [Double](repeating: 0, count: shape.filters * shape.depth)
    var input = [Double](repeating: 0, count: shape.height * shape.row)
    for p in 0..<shape.pixels {
      for filter in 0..<shape.filters {
        let gradient = Double(g.base[p * shape.filters + filter])
        let q = Int(winners[p * shape.filters + filter]) % 4
        for k in 0..<shape.depth {
          let place = shape.windows.base[p] + shape.corner.base[q] + shape.places.base[k]
          kernel[filter * shape.depth + k] += gradient * Double(x.base[place])
          input[place] += gradient * Double(w.base[filter * shape.depth + k])
        }
      }
    }

    let found = FloatBuffer(count: shape.filters * shape.depth)
    let capacity = count + 1
    let lists = UnsafeMutablePointer<GradientEntry>.allocate(capacity: 4 * capacity)
    let counts = UnsafeMutablePointer<Int32>.allocate(capacity: 4 * shape.pixels)
    defer {
      lists.deallocate()
      counts.deallocate()
    }
    gatherWindows(
      g.base, places: winners, filters: shape.filters, shape.windows.base, pixels: shape.pixels,
      runs: shape.window, length: shape.run, stride: shape.row, x.base, list: lists,
      into: found.base)
    #expect(distance(found.base, kernel) < 1e-5)

    listGradients(
      g.base, places: winners, pixels: shape.pixels, filters: shape.filters,
      rowLength: shape.depth, lists: lists, capacity: capacity, counts: counts)
    let dx = FloatBuffer(count: shape.height * shape.row)
    scatterWindows(
      lists: lists, capacity: capacity, counts: counts, shape.windows.base, pixels: shape.pixels,
      corner: shape.corner.base, cornerCount: 4, runs: shape.window, length: shape.run,
      stride: shape.row, w.base, into: dx.base)
    #expect(distance(dx.base, input) < 1e-5)

    let lit = lit(shape, x)
    defer { lit.deallocate() }
    let byPlace = FloatBuffer(count: shape.filters * shape.depth)
    pooledKernelGradient(
      x.base, shape.windows.base, lit: lit, right: shape.channels, down: shape.row,
      shape.places.base, kernelRows: shape.depth, g.base, winners: winners,
      filters: shape.filters, into: byPlace.base)
    let transposed = (0..<shape.depth).flatMap { k in
      (0..<shape.filters).map { kernel[$0 * shape.depth + k] }
    }
    #expect(distance(byPlace.base, transposed) < 1e-5)
  }

  @Test func nothingIsWrittenBehindTheImage() {
    let shape = Self.shapes[7]
    let g = numbers(shape.pixels * shape.filters, seed: 31)
    let w = numbers(shape.filters * shape.depth, seed: 32)
    let lists = UnsafeMutablePointer<GradientEntry>.allocate(capacity: g.count + 1)
    let counts = UnsafeMutablePointer<Int32>.allocate(capacity: shape.pixels)
    defer {
      lists.deallocate()
      counts.deallocate()
    }
    listGradients(
      g.base, places: nil, pixels: shape.pixels, filters: shape.filters, rowLength: shape.depth,
      lists: lists, capacity: g.count + 1, counts: counts)
    let size = shape.height * shape.row
    let dx = FloatBuffer(count: size + 8)
    for index in size..<size + 8 { dx.base[index] = 5 }
    scatterWindows(
      lists: lists, capacity: g.count + 1, counts: counts, shape.windows.base,
      pixels: shape.pixels, corner: shape.corner.base, cornerCount: 1, runs: shape.window,
      length: shape.run, stride: shape.row, w.base, into: dx.base)
    #expect(dx.values(size..<size + 8) == [Float](repeating: 5, count: 8))
  }
}
