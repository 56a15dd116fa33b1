import Lanes
import Testing
import WideKernels

@testable import Tensors

/// Kernels of sixteen lanes give every bit that those of eight give, and write nothing else.
@Suite(.enabled(if: hasWideLanes, "this processor has no registers of 512 bits"))
struct WideKernelTests {
  @Test("a product", arguments: [1, 3, 4, 5, 6, 7, 8, 9, 13, 25], [TileStart.bias, .zero, .sum])
  func productStripe(rows: Int, start: TileStart) {
    let runs = 3
    let length = 7
    let a = numbers(rows * 3 + runs * 9, seed: 1)
    let b = numbers(2 * runs * length * 16, seed: 2)
    let bias = numbers(32, seed: 3)
    let aRows = OffsetTable((0..<rows).map { $0 * 3 })
    let outRows = OffsetTable((0..<rows).map { $0 * 40 })
    let edge = UnsafeMutablePointer<Int>.allocate(capacity: 16)
    defer { edge.deallocate() }
    let wide = numbers(rows * 40, seed: 4)
    let narrow = numbers(rows * 40, seed: 4)
    let single = numbers(rows * 40, seed: 4)
    let blockSize = runs * length * 16
    wideProductStripe(
      isPair: true, a.base, aRows.base, rows: rows, runs: runs, length: length, stride: 9, b.base,
      step: blockSize, bias: bias.base, start: start, wide.base, outRows.base, edge: edge)
    for block in 0..<2 {
      narrowProductStripe(
        isPair: true, a.base, aRows.base, rows: rows, runs: runs, length: length, stride: 9,
        b.base + block * blockSize, step: 8, bias: bias.base + block * 16, start: start,
        narrow.base + block * 16, outRows.base, edge: edge)
      wideProductStripe(
        isPair: false, a.base, aRows.base, rows: rows, runs: runs, length: length, stride: 9,
        b.base + block * blockSize, step: 0, bias: bias.base + block * 16, start: start,
        single.base + block * 16, outRows.base, edge: edge)
    }
    #expect(wide.values(0..<wide.count) == narrow.values(0..<narrow.count))
    #expect(single.values(0..<wide.count) == narrow.values(0..<narrow.count))
  }

  @Test("an outer product", arguments: [1, 5, 6, 8, 9, 10, 15, 27], [1, 9, 12, 16, 21, 32, 64])
  func outerStripe(rows: Int, columns: Int) {
    let stride = columns + 3
    let x = numbers(200, seed: 5)
    let g = numbers(20 * stride, seed: 6)
    let xRows = OffsetTable((0..<20).map { $0 * 4 })
    let places = OffsetTable((0..<rows).map { $0 * 3 })
    let wide = numbers(rows * stride + 16, seed: 7)
    let narrow = numbers(rows * stride + 16, seed: 7)
    let single = numbers(rows * stride + 16, seed: 7)
    for accumulates in [false, true] {
      (columns % 32 == 0
        ? wideOuterStripe : columns > 16 ? wideOuterEdge : wideOuterSingle)(
          columns, x.base, xRows.base, 20, places.base, rows, g.base, wide.base, stride,
          accumulates)
      for column in Swift.stride(from: 0, to: columns, by: 16) {
        let width = min(16, columns - column)
        (width == 16 ? narrowOuterStripe : width > 8 ? narrowOuterEdge : narrowOuterSingle)(
          width, x.base, xRows.base, 20, places.base, rows, g.base + column,
          narrow.base + column, stride, accumulates)
      }
      for column in Swift.stride(from: 0, to: columns, by: 8) {
        narrowOuterSingle(
          columns: min(8, columns - column), x.base, xRows.base, count: 20, places.base,
          rows: rows, g.base + column, into: single.base + column, stride: stride,
          accumulates: accumulates)
      }
      #expect(wide.values(0..<wide.count) == narrow.values(0..<wide.count))
      #expect(single.values(0..<wide.count) == narrow.values(0..<wide.count))
    }
  }

  @Test("Winograd's products", arguments: [8, 16, 40], [1, 5, 7])
  func winogradProducts(channels: Int, tiles: Int) {
    let group = 10
    let v = numbers(16 * group * channels, seed: 8)
    let u = numbers(2 * 256 * channels, seed: 9)
    let blockSize = 256 * group
    let wide = FloatBuffer(count: 2 * blockSize)
    let narrow = FloatBuffer(count: 2 * blockSize)
    wideWinogradProducts(
      v.base, tiles: tiles, group: group, channels: channels, u.base, uStep: 256 * channels,
      wide.base, mStep: blockSize)
    for block in 0..<2 {
      narrowWinogradProducts(
        v.base, tiles: tiles, group: group, channels: channels, u.base + block * 256 * channels,
        uStep: 8, narrow.base + block * blockSize, mStep: 8)
    }
    #expect(wide.values(0..<wide.count) == narrow.values(0..<wide.count))
    let last = blockSize + 15 * group * 16 + (tiles - 1) * 16 + 15
    #expect(wide.base[last] != 0)
  }

  @Test("sums of listed rows", arguments: [0, 1, 7, 60], [3, 6, 12])
  func rowSums(count: Int, registers: Int) {
    let rows = numbers(400, seed: 10)
    let list = (0..<count).map {
      GradientEntry(gradient: rows.base[$0], offset: Int32($0 * 37 % 200))
    }
    let wide = numbers(200, seed: 11)
    let narrow = numbers(200, seed: 11)
    wideAddRows(registers: registers, list, count, rows.base, wide.base)
    for part in 0..<2 * registers {
      narrowAddRows(
        registers: 1, list, count, rows.base + part * 8, narrow.base + part * 8)
    }
    #expect(wide.values(0..<200) == narrow.values(0..<200))
  }

  @Test("sums in front of a pooling", arguments: [1, 9, 50], [true, false])
  func pooledTile(depth: Int, isPartlyLit: Bool) {
    let pixels = 7
    let x = numbers(400, seed: 12)
    let b = numbers(2 * depth * 16, seed: 13)
    let bias = numbers(32, seed: 14)
    let windows = OffsetTable((0..<pixels).map { $0 * 5 })
    let places = OffsetTable((0..<depth).map { $0 * 3 })
    let lit: [Int32] = [11, 12, 15, -1]
    let wide = FloatBuffer(count: pixels * 128)
    let narrow = FloatBuffer(count: pixels * 128)
    lit.withUnsafeBufferPointer { list in
      let start = isPartlyLit ? list.baseAddress : nil
      let left = widePooledTile(
        x.base, windows.base, pixels: pixels, lit: start, first: 10, right: 1, down: 17,
        places.base, depth: depth, b.base, step: depth * 16, bias: bias.base, wide.base)
      #expect(left == start.map { $0 + 3 })
      for block in 0..<2 {
        let other = narrowPooledTile(
          x.base, windows.base, pixels: pixels, lit: start, first: 10, right: 1, down: 17,
          places.base, depth: depth, b.base + block * depth * 16, step: 8,
          bias: bias.base + block * 16, narrow.base + block * pixels * 64)
        #expect(other == left)
      }
    }
    for p in 0..<pixels {
      for q in 0..<4 {
        for block in 0..<2 {
          let part = (p * 4 + q) * 32 + block * 16
          let same = block * pixels * 64 + (p * 4 + q) * 16
          #expect(wide.values(part..<part + 16) == narrow.values(same..<same + 16))
        }
      }
    }
  }

  @Test("gradients behind a pooling", arguments: [1, 4, 9], [1, 8, 9, 13, 16])
  func pooledGradientTile(rows: Int, columns: Int) {
    let pixels = 6
    let stride = columns + 2
    let x = numbers(200, seed: 15)
    let g = numbers(pixels * stride + 16, seed: 16)
    let windows = OffsetTable((0..<pixels).map { $0 * 4 })
    let places = OffsetTable((0..<rows).map { $0 * 3 })
    let winners = (0..<pixels * stride + 16).map { Int32($0 * 7 % 5) }
    let lit: [Int32] = [0, 1, 3, 5, -1]
    let wide = numbers(rows * stride + 16, seed: 17)
    let narrow = numbers(rows * stride + 16, seed: 17)
    widePooledGradientTile(
      x.base, windows.base, lit: lit, right: 1, down: 19, places.base, rows: rows, g.base,
      winners: winners, stride: stride, columns: columns, into: wide.base)
    for part in Swift.stride(from: 0, to: columns, by: 8) {
      narrowPooledGradientTile(
        x.base, windows.base, lit: lit, right: 1, down: 19, places.base, rows: rows,
        g.base + part, winners: winners.withUnsafeBufferPointer { $0.baseAddress! + part },
        stride: stride, columns: min(8, columns - part), into: narrow.base + part)
    }
    #expect(wide.values(0..<wide.count) == narrow.values(0..<narrow.count))
  }
}
