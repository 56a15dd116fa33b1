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
  private let usesLists: Bool
  /// Sixteen products in place of 36.
  private let usesWinograd: Bool
  private let packed: FloatBuffer
  private let windows: OffsetTable
  private let corner: OffsetTable
  private let places: OffsetTable
  private let pooledPixels: Int
  private let paddedSize: Int
  private var padded: Int?
  private var paddedGradient: Int?
  private var corners = 0
  private var lists = 0
  private var counts = 0
  private var scratch = 0
  private var run: Int { geometry.windowWidth * geometry.channels }
  private var kernelRows: Int { geometry.windowHeight * run }

  init(
    _ layer: Conv2D, _ geometry: WindowGeometry, kernel: Int, bias: Int, usesLists: Bool,
    usesWinograd: Bool
  ) {
    self.geometry = geometry
    filters = layer.filters
    self.kernel = kernel
    self.bias = bias
    isRectified = layer.activation == .relu
    self.usesLists = usesLists
    self.usesWinograd = usesWinograd
    let row = geometry.paddedWidth * geometry.channels
    paddedSize = geometry.paddedHeight * row
    let run = geometry.windowWidth * geometry.channels
    let rows = geometry.windowHeight * run
    packed = FloatBuffer(
      count: usesWinograd
        ? winogradKernelCount(channels: geometry.channels, filters: layer.filters)
        : packedCount(rows: rows, columns: layer.filters))
    let height = geometry.outputHeight / 2
    let width = geometry.outputWidth / 2
    pooledPixels = height * width
    let right = geometry.strideWidth * geometry.channels
    let down = geometry.strideHeight * row
    windows = OffsetTable(
      (0..<height * width).map { $0 / width * 2 * down + $0 % width * 2 * right })
    corner = OffsetTable([0, right, down, right + down])
    places = OffsetTable((0..<rows).map { $0 / run * row + $0 % run })
    super.init(inputSize: geometry.inputSize, outputSize: height * width * layer.filters)
  }

  override var cost: Int { 4 * pooledPixels * filters * kernelRows }

  /// Lists of gradients want a filter's window in one row.
  override var keepsKernelByFilter: Bool { usesLists }

  private var listCapacity: Int { pooledPixels * filters + 1 }

  override func reserve(in layout: inout WorkspaceLayout) {
    corners = layout.reserve(outputSize)
    if geometry.isPadded {
      padded = layout.reserve(paddedSize)
      paddedGradient = layout.reserve(paddedSize)
    }
    if usesWinograd {
      scratch = layout.reserveOnce(winogradScratchCount(channels: geometry.channels))
    }
    if usesLists {
      lists = layout.reserveOnce(2 * (4 * listCapacity + pooledPixels + 1))
      counts = layout.reserveOnce(4 * pooledPixels)
    }
  }

  override func refresh(_ parameters: UnsafePointer<Float>, rows: Range<Int>) {
    if usesWinograd {
      winogradKernel(
        parameters + kernel, channels: geometry.channels, range: rows, into: packed.base)
    } else if usesLists {
      packRows(
        parameters + kernel, rows: filters, columns: kernelRows, range: rows, into: packed.base)
    } else {
      packColumns(
        parameters + kernel, rows: kernelRows, columns: filters, range: rows, into: packed.base)
    }
  }

  private func integers(_ context: SliceContext, _ offset: Int) -> UnsafeMutablePointer<Int32> {
    UnsafeMutableRawPointer(context.values + offset).assumingMemoryBound(to: Int32.self)
  }

  private func entries(_ context: SliceContext) -> UnsafeMutablePointer<GradientEntry> {
    UnsafeMutableRawPointer(context.values + lists).assumingMemoryBound(to: GradientEntry.self)
  }

  override func forward(_ context: SliceContext) {
    if let padded {
      padImages(context.values + input, geometry, count: context.count, context.values + padded)
    }
    let stride = geometry.paddedWidth * geometry.channels
    for sample in 0..<context.count {
      let x = context.values + (padded ?? input) + sample * paddedSize
      let y = context.values + output + sample * outputSize
      let corners = integers(context, corners) + sample * outputSize
      if usesWinograd {
        winogradMaxPool(
          x, windows.base, pixels: pooledPixels, channels: geometry.channels, stride: stride,
          packed.base, filters: filters, bias: context.parameters + bias,
          isRectified: isRectified, y, corners: corners, scratch: context.values + scratch)
      } else {
        convolveMaxPool(
          x, windows.base, pixels: pooledPixels, right: corner.base[1], down: corner.base[2],
          runs: geometry.windowHeight, length: run, stride: stride, packed.base,
          filters: filters, bias: context.parameters + bias, isRectified: isRectified, y,
          corners: corners)
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
    for sample in 0..<context.count {
      backward(context, sample: sample, gradients + sample * outputSize)
    }
    if let inputGradient, let paddedGradient {
      cropImages(
        context.values + paddedGradient, geometry, count: context.count,
        context.values + inputGradient)
    }
  }

  private func backward(
    _ context: SliceContext, sample: Int, _ g: UnsafeMutablePointer<Float>
  ) {
    let x = context.values + (padded ?? input) + sample * paddedSize
    let corners = integers(context, corners) + sample * outputSize
    let stride = geometry.paddedWidth * geometry.channels
    guard usesLists else {
      pooledKernelGradient(
        x, windows.base, pixels: pooledPixels, right: corner.base[1], down: corner.base[2],
        places.base, kernelRows: kernelRows, g, corners: corners, filters: filters,
        into: context.gradients + kernel)
      return
    }
    let lists = entries(context)
    gatherWindows(
      g, corners: corners, filters: filters, windows.base, pixels: pooledPixels,
      corner: corner.base, runs: geometry.windowHeight, length: run, stride: stride, x,
      list: lists, into: context.gradients + kernel)
    guard let inputGradient else { return }
    let counts = integers(context, counts)
    listGradients(
      g, corners: corners, pixels: pooledPixels, filters: filters, rowLength: kernelRows,
      lists: lists, capacity: listCapacity, counts: counts)
    scatterWindows(
      lists: lists, capacity: listCapacity, counts: counts, windows.base, pixels: pooledPixels,
      corner: corner.base, cornerCount: 4, runs: geometry.windowHeight, length: run,
      stride: stride, context.parameters + kernel,
      into: context.values + (paddedGradient ?? inputGradient) + sample * paddedSize)
  }
}
