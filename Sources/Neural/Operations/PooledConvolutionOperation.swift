import Tensors

/// A convolution with relu (or nothing) behind it and a 2 x 2 max pooling with stride 2, as one
/// operation: the convolution's own pixels are never stored, and of its gradients, three quarters of
/// which are zero, only the others are followed.
final class PooledConvolutionOperation: Operation {
  private let geometry: WindowGeometry
  private let filters: Int
  private let kernel: Int
  private let bias: Int
  private let isRectified: Bool
  /// Nil if the window is small and nothing before learns.
  private var lists: GradientLists?
  /// Winograd's algorithm: 16 products instead of 36.
  private let usesWinograd: Bool
  private let packed: FloatBuffer
  private let windows: OffsetTable
  private let corner: OffsetTable
  private let places: OffsetTable
  private let pooledHeight: Int
  private let pooledWidth: Int
  private var pooledPixels: Int { pooledHeight * pooledWidth }
  private let paddedSize: Int
  private var padded: Int?
  private var paddedGradient: Int?
  private var winners = 0
  private var scratch = 0
  /// Without lists: offset of the indices of the pooled pixels whose windows are not all zero.
  private var lit = 0
  private var run: Int { geometry.windowWidth * geometry.channels }
  private var kernelRows: Int { geometry.windowHeight * run }

  init(
    _ geometry: WindowGeometry, filters: Int, isRectified: Bool, kernel: Int, bias: Int,
    usesLists: Bool, usesWinograd: Bool
  ) {
    self.geometry = geometry
    self.filters = filters
    self.kernel = kernel
    self.bias = bias
    self.isRectified = isRectified
    self.usesWinograd = usesWinograd
    let row = geometry.paddedWidth * geometry.channels
    paddedSize = geometry.paddedHeight * row
    let run = geometry.windowWidth * geometry.channels
    let rows = geometry.windowHeight * run
    packed = FloatBuffer(
      count: usesWinograd
        ? winogradKernelCount(channels: geometry.channels, filters: filters)
        : packedCount(rows: rows, columns: filters))
    let height = geometry.outputHeight / 2
    let width = geometry.outputWidth / 2
    pooledHeight = height
    pooledWidth = width
    let right = geometry.strideWidth * geometry.channels
    let down = geometry.strideHeight * row
    windows = OffsetTable(
      (0..<height * width).map { $0 / width * 2 * down + $0 % width * 2 * right })
    corner = OffsetTable([0, right, down, right + down])
    places = OffsetTable((0..<rows).map { $0 / run * row + $0 % run })
    lists =
      usesLists
      ? GradientLists(
        geometry, filters: filters, imageSize: paddedSize, pixelsOfImage: height * width,
        windows: windows, corner: corner) : nil
    super.init(inputSize: geometry.inputSize, outputSize: height * width * filters)
  }

  override var cost: Int { 4 * pooledPixels * filters * kernelRows }

  /// Lists of gradients want a filter's window in one row.
  override var keepsKernelByFilter: Bool { lists != nil }

  override func reserve(in layout: inout WorkspaceLayout) {
    winners = layout.reserve(outputSize)
    if geometry.isPadded {
      padded = layout.reserve(paddedSize)
      paddedGradient = layout.reserve(paddedSize)
    }
    scratch = layout.reserveOnce(
      usesWinograd
        ? winogradScratchCount(channels: geometry.channels) : convolveMaxPoolScratchCount)
    if lists == nil { lit = layout.reserve(pooledPixels + 1) }
    lists?.reserve(in: &layout)
  }

  override func refresh(_ parameters: UnsafePointer<Float>, rows: Range<Int>) {
    if usesWinograd {
      winogradKernel(
        parameters + kernel, channels: geometry.channels, range: rows, into: packed.base)
    } else if lists != nil {
      packRows(
        parameters + kernel, rows: filters, columns: kernelRows, range: rows, into: packed.base)
    } else {
      packColumns(
        parameters + kernel, rows: kernelRows, columns: filters, range: rows, into: packed.base)
    }
  }

  /// Which pixel of each pooling window was the largest, as written by `convolveMaxPool`.
  private func winners(_ context: SliceContext) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(context.values + winners).assumingMemoryBound(to: Int32.self)
  }

  private func lit(_ context: SliceContext, sample: Int) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(context.values + lit + sample * (pooledPixels + 1))
      .assumingMemoryBound(to: Int32.self)
  }

  override func forward(_ context: SliceContext) {
    if let padded {
      padImages(context.values + input, geometry, count: context.count, context.values + padded)
    }
    let stride = geometry.paddedWidth * geometry.channels
    for sample in 0..<context.count {
      let x = context.values + (padded ?? input) + sample * paddedSize
      let y = context.values + output + sample * outputSize
      let winners = winners(context) + sample * outputSize
      if usesWinograd {
        winogradMaxPool(
          x, windows.base, pixels: pooledPixels, channels: geometry.channels, stride: stride,
          packed.base, filters: filters, bias: context.parameters + bias,
          isRectified: isRectified, y, places: winners, scratch: context.values + scratch)
      } else {
        let lit = lists == nil ? lit(context, sample: sample) : nil
        if let lit {
          listLitWindows(
            x, height: pooledHeight, width: pooledWidth, down: 2 * corner.base[2],
            right: 2 * corner.base[1], rows: geometry.windowHeight + geometry.strideHeight,
            span: run + corner.base[1], stride: stride, into: lit)
        }
        convolveMaxPool(
          x, windows.base, pixels: pooledPixels, lit: lit, right: corner.base[1],
          down: corner.base[2],
          places.base, depth: kernelRows, packed.base, filters: filters,
          bias: context.parameters + bias, isRectified: isRectified, y, winners: winners,
          scratch: context.values + scratch)
      }
    }
  }

  override func backward(_ context: SliceContext) {
    let gradients = context.values + outputGradient
    if isRectified {
      scaleByRectifierSlope(
        context.values + output, gradients, count: context.count * outputSize)
    }
    columnSums(
      gradients, count: context.count * pooledPixels, columns: filters,
      into: context.gradients + bias, accumulates: context.accumulates)
    if !context.accumulates {
      (context.gradients + kernel).update(repeating: 0, count: kernelRows * filters)
    }
    if let inputGradient {
      (context.values + (paddedGradient ?? inputGradient))
        .update(repeating: 0, count: context.count * paddedSize)
    }
    let x = context.values + (padded ?? input)
    if let lists {
      lists.apply(
        context, gradients, places: winners(context), x, kernel: context.parameters + kernel,
        into: context.gradients + kernel,
        inputGradient.map { context.values + (paddedGradient ?? $0) })
    } else {
      for sample in 0..<context.count {
        pooledKernelGradient(
          x + sample * paddedSize, windows.base, lit: lit(context, sample: sample),
          right: corner.base[1], down: corner.base[2], places.base, kernelRows: kernelRows,
          gradients + sample * outputSize, winners: winners(context) + sample * outputSize,
          filters: filters, into: context.gradients + kernel)
      }
    }
    if let inputGradient, let paddedGradient {
      cropImages(
        context.values + paddedGradient, geometry, count: context.count,
        context.values + inputGradient)
    }
  }
}
