import Lanes
import Tiles

// The kernels of `Tiles` in registers of 512 bits. A program may come here only where the processor has
// them (`hasWideLanes` of `Tensors`): this module alone is compiled for x86-64-v4, and
// `scripts/check-instructions` sees to it that nothing else of the program needs that.
//
// They give the bits of those in 256 bits: every value is one chain of the same fused multiply-adds, only
// more of them side by side.

/// Sixteen Float32 lanes: one 512-bit register.
public typealias WideLane = SIMD16<Float>

@inline(never)
public func wideProductStripe(
  isPair: Bool, _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, step: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>,
  edge: UnsafeMutablePointer<Int>
) {
  productStripe(
    WideLane.self, isPair: isPair, a, aRows, rows: rows, runs: runs, length: length,
    stride: stride, b, step: step, bias: bias, start: start, out, outRows,
    edge: edge)
}

@inline(never)
public func wideOuterStripe(
  columns: Int, _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  outerStripe(
    WideLane.self, columns: columns, x, xRows, count: count, places, rows: rows, g, into: d,
    stride: stride, accumulates: accumulates)
}

@inline(never)
public func wideOuterEdge(
  columns: Int, _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  outerEdge(
    WideLane.self, columns: columns, x, xRows, count: count, places, rows: rows, g, into: d,
    stride: stride, accumulates: accumulates)
}

@inline(never)
public func wideOuterSingle(
  columns: Int, _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  outerSingle(
    WideLane.self, columns: columns, x, xRows, count: count, places, rows: rows, g, into: d,
    stride: stride, accumulates: accumulates)
}

@inline(never)
public func wideWinogradProducts(
  _ v: UnsafePointer<Float>, tiles: Int, group: Int, channels: Int,
  _ u: UnsafePointer<Float>, uStep: Int, _ m: UnsafeMutablePointer<Float>, mStep: Int
) {
  winogradProducts(
    WideLane.self, v, tiles: tiles, group: group, channels: channels, u, uStep: uStep, m,
    mStep: mStep)
}

@inline(never)
public func wideAddRows(
  registers: Int, _ list: UnsafePointer<GradientEntry>, _ count: Int,
  _ rows: UnsafePointer<Float>, _ d: UnsafeMutablePointer<Float>
) {
  addRows(WideLane.self, registers: registers, list, count, rows, d)
}

@inline(never)
public func widePooledTile(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, pixels: Int,
  lit: UnsafePointer<Int32>?, first: Int, right: Int, down: Int,
  _ places: UnsafePointer<Int>, depth: Int, _ b: UnsafePointer<Float>, step: Int,
  bias: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>
) -> UnsafePointer<Int32>? {
  pooledTile(
    WideLane.self, x, windows, pixels: pixels, lit: lit, first: first, right: right, down: down,
    places, depth: depth, b, step: step, bias: bias, z)
}

@inline(never)
public func widePooledGradientTile(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, lit: UnsafePointer<Int32>,
  right: Int, down: Int, _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, winners: UnsafePointer<Int32>, stride: Int, columns: Int,
  into d: UnsafeMutablePointer<Float>
) {
  pooledGradientTile(
    WideLane.self, x, windows, lit: lit, right: right, down: down, places, rows: rows, g,
    winners: winners, stride: stride, columns: columns, into: d)
}
