import CLinux
import Lanes
import Tiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whether the kernels of `WideKernels` may be called: the processor has registers of 512 bits, and
/// the environment does not say `CUADERNO_LANES=8`. Decides only how many values are worked on side by
/// side, never a bit of them.
let hasWideLanes: Bool = {
  #if WIDE_KERNELS
    if let lanes = getenv("CUADERNO_LANES"), strcmp(lanes, "8") == 0 { return false }
    return clinux_cpu_has_avx512() != 0
  #else
    return false
  #endif
}()

// The kernels of `Tiles` in registers of 256 bits, each a function of its own: inlined into a caller's loops
// they would share its registers.

@inline(never)
func narrowProductStripe(
  isPair: Bool, _ a: UnsafePointer<Float>, _ aRows: UnsafePointer<Int>, rows: Int,
  runs: Int, length: Int, stride: Int,
  _ b: UnsafePointer<Float>, step: Int, bias: UnsafePointer<Float>, start: TileStart,
  _ out: UnsafeMutablePointer<Float>, _ outRows: UnsafePointer<Int>,
  edge: UnsafeMutablePointer<Int>
) {
  productStripe(
    Lane.self, isPair: isPair, a, aRows, rows: rows, runs: runs, length: length,
    stride: stride, b, step: step, bias: bias, start: start, out, outRows,
    edge: edge)
}

@inline(never)
func narrowOuterStripe(
  columns: Int, _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  outerStripe(
    Lane.self, columns: columns, x, xRows, count: count, places, rows: rows, g, into: d,
    stride: stride, accumulates: accumulates)
}

@inline(never)
func narrowOuterEdge(
  columns: Int, _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  outerEdge(
    Lane.self, columns: columns, x, xRows, count: count, places, rows: rows, g, into: d,
    stride: stride, accumulates: accumulates)
}

@inline(never)
func narrowOuterSingle(
  columns: Int, _ x: UnsafePointer<Float>, _ xRows: UnsafePointer<Int>, count: Int,
  _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, into d: UnsafeMutablePointer<Float>, stride: Int, accumulates: Bool
) {
  outerSingle(
    Lane.self, columns: columns, x, xRows, count: count, places, rows: rows, g, into: d,
    stride: stride, accumulates: accumulates)
}

@inline(never)
func narrowWinogradProducts(
  _ v: UnsafePointer<Float>, tiles: Int, group: Int, channels: Int,
  _ u: UnsafePointer<Float>, uStep: Int, _ m: UnsafeMutablePointer<Float>, mStep: Int
) {
  winogradProducts(
    Lane.self, v, tiles: tiles, group: group, channels: channels, u, uStep: uStep, m, mStep: mStep)
}

@inline(never)
func narrowAddRows(
  registers: Int, _ list: UnsafePointer<GradientEntry>, _ count: Int,
  _ rows: UnsafePointer<Float>, _ d: UnsafeMutablePointer<Float>
) {
  addRows(Lane.self, registers: registers, list, count, rows, d)
}

@inline(never)
func narrowPooledTile(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, pixels: Int,
  lit: UnsafePointer<Int32>?, first: Int, right: Int, down: Int,
  _ places: UnsafePointer<Int>, depth: Int, _ b: UnsafePointer<Float>, step: Int,
  bias: UnsafePointer<Float>, _ z: UnsafeMutablePointer<Float>
) -> UnsafePointer<Int32>? {
  pooledTile(
    Lane.self, x, windows, pixels: pixels, lit: lit, first: first, right: right, down: down,
    places, depth: depth, b, step: step, bias: bias, z)
}

@inline(never)
func narrowPooledGradientTile(
  _ x: UnsafePointer<Float>, _ windows: UnsafePointer<Int>, lit: UnsafePointer<Int32>,
  right: Int, down: Int, _ places: UnsafePointer<Int>, rows: Int,
  _ g: UnsafePointer<Float>, winners: UnsafePointer<Int32>, stride: Int, columns: Int,
  into d: UnsafeMutablePointer<Float>
) {
  pooledGradientTile(
    Lane.self, x, windows, lit: lit, right: right, down: down, places, rows: rows, g,
    winners: winners, stride: stride, columns: columns, into: d)
}
