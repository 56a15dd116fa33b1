import Lanes
import Tensors
import Testing

/// Tiles against plain loops, with remainders on every side.
@Suite struct ProductTests {
  struct Shape: CustomTestStringConvertible, Sendable {
    var rows: Int
    var runs: Int
    var length: Int
    var columns: Int
    var testDescription: String { "\(rows) rows, \(runs) x \(length), \(columns) columns" }
  }

  static let shapes: [Shape] = [
    (1, 1, 1, 1), (2, 1, 3, 5), (3, 2, 4, 15), (4, 1, 9, 16), (5, 3, 3, 17), (6, 3, 12, 16),
    (7, 1, 33, 31), (8, 1, 20, 64), (9, 2, 8, 48), (11, 5, 5, 20), (13, 2, 6, 24), (23, 3, 3, 8),
    (19, 1, 10, 7), (12, 1, 1, 32), (16, 1, 7, 10),
    (17, 3, 24, 33), (25, 3, 9, 40), (100, 3, 6, 8), (131, 2, 7, 18),
  ].map { Shape(rows: $0.0, runs: $0.1, length: $0.2, columns: $0.3) }

  /// Rows overlap, as windows of a convolution do.
  private func rowOffsets(_ shape: Shape) -> OffsetTable {
    OffsetTable((0..<shape.rows).map { $0 * 3 })
  }

  @Test("product", arguments: shapes)
  func product(_ shape: Shape) {
    let depth = shape.runs * shape.length
    let stride = shape.length + 5
    let a = numbers(shape.rows * 3 + shape.runs * stride, seed: 2)
    let matrix = numbers(depth * shape.columns, seed: 3)
    let bias = numbers((shape.columns + 15) / 16 * 16, seed: 4)
    let packed = FloatBuffer(count: packedCount(rows: depth, columns: shape.columns))
    packColumns(
      matrix.base, rows: depth, columns: shape.columns, range: 0..<depth, into: packed.base)
    let aRows = rowOffsets(shape)
    for start in [TileStart.bias, .zero, .sum] {
      // Sums may have gaps between their rows, which must stay as they are.
      let step = start == .sum ? shape.columns + 2 : shape.columns
      let outRows = OffsetTable((0..<shape.rows).map { $0 * step })
      let out = numbers(shape.rows * step, seed: 5)
      for index in 0..<16 { out.base[out.count + 15 + index] = 7 }
      var wanted = out.values(0..<out.count).map { Double($0) }
      for row in 0..<shape.rows {
        for column in 0..<shape.columns {
          var sum =
            switch start {
            case .bias: Double(bias.base[column])
            case .zero: 0.0
            case .sum: wanted[row * step + column]
            }
          for run in 0..<shape.runs {
            for k in 0..<shape.length {
              sum +=
                Double(a.base[row * 3 + run * stride + k])
                * Double(matrix.base[(run * shape.length + k) * shape.columns + column])
            }
          }
          wanted[row * step + column] = sum
        }
      }
      tiledProduct(
        a.base, aRows.base, rows: shape.rows, runs: shape.runs, length: shape.length,
        stride: stride, packed.base, columns: shape.columns, bias: bias.base, start: start,
        out.base, outRows.base)
      #expect(distance(out.base, wanted) < 1e-5)
      #expect((0..<16).allSatisfy { out.base[out.count + 15 + $0] == 7 }, "written too far")
    }
  }

  @Test("a row's bits do not depend on its neighbours", arguments: shapes)
  func rowsAlone(_ shape: Shape) {
    let depth = shape.runs * shape.length
    let a = numbers(shape.rows * 3 + depth, seed: 2)
    let packed = numbers(packedCount(rows: depth, columns: shape.columns), seed: 3)
    let bias = numbers((shape.columns + 15) / 16 * 16, seed: 4)
    let aRows = rowOffsets(shape)
    let outRows = OffsetTable((0..<shape.rows).map { $0 * shape.columns })
    let together = FloatBuffer(count: shape.rows * shape.columns)
    let alone = FloatBuffer(count: shape.rows * shape.columns)
    func run(_ first: Int, _ count: Int, _ out: FloatBuffer) {
      tiledProduct(
        a.base, aRows.base + first, rows: count, runs: shape.runs, length: shape.length,
        stride: shape.length, packed.base, columns: shape.columns, bias: bias.base, start: .bias,
        out.base, outRows.base + first)
    }
    run(0, shape.rows, together)
    for row in 0..<shape.rows { run(row, 1, alone) }
    #expect(together.values(0..<together.count) == alone.values(0..<alone.count))
  }

  @Test("outer product", arguments: shapes)
  func outer(_ shape: Shape) {
    let kernelRows = shape.runs * shape.length
    let x = numbers(shape.rows * 3 + kernelRows * 2, seed: 6)
    let g = numbers(shape.rows * shape.columns, seed: 7)
    let xRows = rowOffsets(shape)
    let places = OffsetTable((0..<kernelRows).map { $0 / shape.length * 2 + $0 })
    let d = numbers(kernelRows * shape.columns, seed: 8)
    for accumulates in [true, false] {
      var wanted = d.values(0..<d.count).map { accumulates ? Double($0) : 0 }
      for k in 0..<kernelRows {
        for p in 0..<shape.rows {
          for c in 0..<shape.columns {
            wanted[k * shape.columns + c] +=
              Double(x.base[xRows.base[p] + places.base[k]])
              * Double(g.base[p * shape.columns + c])
          }
        }
      }
      outerProduct(
        x.base, xRows.base, count: shape.rows, places.base, kernelRows: kernelRows, g.base,
        columns: shape.columns, into: d.base, accumulates: accumulates)
      #expect(distance(d.base, wanted) < 1e-5)
    }
  }

  @Test("reduction is a fixed tree", arguments: 1...9)
  func reduction(parts: Int) {
    let count = 21
    let buffers = numbers(parts * count, seed: 9)
    var tree = (0..<parts).map { buffers.values($0 * count..<($0 + 1) * count) }
    while tree.count > 1 {
      tree = stride(from: 0, to: tree.count, by: 2).map { index in
        index + 1 < tree.count ? zip(tree[index], tree[index + 1]).map { $0 + $1 } : tree[index]
      }
    }
    reduceParts(buffers.base, partCount: parts, stride: count, offset: 0, count: 10)
    reduceParts(buffers.base, partCount: parts, stride: count, offset: 10, count: 11)
    #expect(buffers.values(0..<count) == tree[0])
  }
}
