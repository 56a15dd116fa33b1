import Tensors

/// Cross-correlation of any window, stride and padding. A window's rows are runs of `width x
/// channels` values in NHWC, so the sums need no copy of the windows (no im2col).
final class ConvolutionOperation: Operation {
  private let geometry: WindowGeometry
  private let filters: Int
  private let kernel: Int
  private let bias: Int
  private var stage: ActivationStage
  private let packed: FloatBuffer
  private let packedTranspose: FloatBuffer
  /// Offsets of each output pixel's window in the (padded) input, and of the pixel itself.
  private let windows: OffsetTable
  private let pixels: OffsetTable
  /// Offset of each of a window's values from the window's first.
  private let windowOffsets: OffsetTable
  private var padded: Int?
  private var paddedGradient: Int?
  private let paddedSize: Int
  /// Behind a relu about half of the gradients are zero.
  private var lists: GradientLists?
  private var kernelRows: Int { geometry.windowHeight * geometry.windowWidth * geometry.channels }

  init(
    _ geometry: WindowGeometry, filters: Int, activation: Activation, kernel: Int, bias: Int,
    usesLists: Bool, unitSamples: Int
  ) {
    self.geometry = geometry
    self.filters = filters
    self.kernel = kernel
    self.bias = bias
    stage = ActivationStage(activation)
    let row = geometry.paddedWidth * geometry.channels
    paddedSize = geometry.paddedHeight * row
    let rows = geometry.windowHeight * geometry.windowWidth * geometry.channels
    packed = FloatBuffer(count: packedCount(rows: rows, columns: filters))
    packedTranspose = FloatBuffer(
      count: usesLists
        ? 0
        : geometry.windowHeight * geometry.windowWidth
          * packedCount(rows: filters, columns: geometry.channels))
    var windows: [Int] = []
    for sample in 0..<unitSamples {
      for y in 0..<geometry.outputHeight {
        for x in 0..<geometry.outputWidth {
          windows.append(
            sample * paddedSize + y * geometry.strideHeight * row
              + x * geometry.strideWidth * geometry.channels)
        }
      }
    }
    self.windows = OffsetTable(windows)
    pixels = OffsetTable((0..<windows.count).map { $0 * filters })
    let run = geometry.windowWidth * geometry.channels
    windowOffsets = OffsetTable((0..<rows).map { $0 / run * row + $0 % run })
    lists =
      usesLists
      ? GradientLists(
        geometry, filters: filters, imageSize: paddedSize,
        pixelsOfImage: geometry.outputPixels, windows: self.windows, corner: OffsetTable([0])) : nil
    super.init(inputSize: geometry.inputSize, outputSize: geometry.outputPixels * filters)
  }

  override var cost: Int { geometry.outputPixels * filters * kernelRows }
  override var sums: Int? { stage.sums }
  override var keepsKernelByFilter: Bool { lists != nil }

  override func reserve(in layout: inout WorkspaceLayout) {
    if stage.keepsSums { stage.sums = layout.reserve(outputSize) }
    if geometry.isPadded {
      padded = layout.reserve(paddedSize)
      paddedGradient = layout.reserve(paddedSize)
    }
    lists?.reserve(in: &layout)
  }

  override func refresh(_ parameters: UnsafePointer<Float>, rows: Range<Int>) {
    if lists != nil {
      packRows(
        parameters + kernel, rows: filters, columns: kernelRows, range: rows, into: packed.base)
      return
    }
    packColumns(
      parameters + kernel, rows: kernelRows, columns: filters, range: rows, into: packed.base)
    if inputGradient != nil {
      packTransposed(
        parameters + kernel, rows: geometry.channels, columns: filters, range: rows,
        into: packedTranspose.base)
    }
  }

  override func forward(_ context: SliceContext) {
    let target = context.values + (stage.sums ?? output)
    if let padded {
      padImages(context.values + input, geometry, count: context.count, context.values + padded)
    }
    tiledProduct(
      context.values + (padded ?? input), windows.base,
      rows: context.count * geometry.outputPixels, runs: geometry.windowHeight,
      length: geometry.windowWidth * geometry.channels,
      stride: geometry.paddedWidth * geometry.channels, packed.base, columns: filters,
      bias: context.parameters + bias, start: .bias, target, pixels.base)
    stage.apply(
      target, context.values + output, rows: context.count * geometry.outputPixels,
      columns: filters)
  }

  override func backward(_ context: SliceContext) {
    let g = context.values + outputGradient
    let rows = context.count * geometry.outputPixels
    if !skipsActivationSlope {
      stage.applySlope(
        context.values + (stage.sums ?? output), context.values + output, g, rows: rows,
        columns: filters)
    }
    columnSums(
      g, count: rows, columns: filters, into: context.gradients + bias,
      accumulates: context.accumulates)
    let x = context.values + (padded ?? input)
    let kernelGradient = context.gradients + kernel
    let dx = inputGradient.map { context.values + (paddedGradient ?? $0) }
    dx?.update(repeating: 0, count: context.count * paddedSize)
    if let lists {
      if !context.accumulates {
        kernelGradient.update(repeating: 0, count: kernelRows * filters)
      }
      lists.apply(
        context, g, places: nil, x, kernel: context.parameters + kernel, into: kernelGradient, dx)
    } else {
      outerProduct(
        x, windows.base, count: rows, windowOffsets.base, kernelRows: kernelRows, g,
        columns: filters,
        into: kernelGradient, accumulates: context.accumulates)
      if let dx { addInputGradients(g, rows: rows, context, to: dx) }
    }
    if let dx, paddedGradient != nil {
      cropImages(dx, geometry, count: context.count, context.values + inputGradient!)
    }
  }

  /// Each position of the window adds `g * transpose(kernel at that position)` to the pixels it covers.
  private func addInputGradients(
    _ g: UnsafeMutablePointer<Float>, rows: Int, _ context: SliceContext,
    to dx: UnsafeMutablePointer<Float>
  ) {
    let matrix = packedCount(rows: filters, columns: geometry.channels)
    for position in 0..<geometry.windowHeight * geometry.windowWidth {
      let offset = windowOffsets.base[position * geometry.channels]
      tiledProduct(
        g, pixels.base, rows: rows, runs: 1, length: filters, stride: 0,
        packedTranspose.base + position * matrix, columns: geometry.channels,
        bias: context.parameters, start: .sum, dx + offset, windows.base)
    }
  }
}
