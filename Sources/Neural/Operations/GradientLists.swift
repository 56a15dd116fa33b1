import Tensors

/// The backward pass of a convolution by lists of the gradients that are not zero: a quarter of them
/// at most in front of a 2 x 2 max pooling, about half behind a relu. The kernel and its gradient
/// are kept by filter: one row holds a filter's window.
///
/// Images go through it in groups whose inputs stay in the first-level cache: a list should be long,
/// and its rows near.
struct GradientLists {
  private let filters: Int
  private let runs: Int
  private let length: Int
  private let stride: Int
  private let imageSize: Int
  private let pixelsOfImage: Int
  private let windows: OffsetTable
  private let corner: OffsetTable
  private let imagesAtOnce: Int
  private var lists = 0
  private var counts = 0

  private var capacity: Int { imagesAtOnce * pixelsOfImage * filters + 1 }
  private var corners: Int { corner.count }
  /// Floats of an input image and its gradient that stay at hand.
  private static let nearby = 6_400

  /// - `windows`: offsets of the windows of `unitSamples` images (of one image if pooled), each
  ///   image `imageSize` floats long
  /// - `corner`: offsets of the windows of a pooled pixel's four candidates from its own; a single 0
  ///   without pooling
  init(
    _ geometry: WindowGeometry, filters: Int, imageSize: Int, pixelsOfImage: Int,
    windows: OffsetTable, corner: OffsetTable
  ) {
    self.filters = filters
    runs = geometry.windowHeight
    length = geometry.windowWidth * geometry.channels
    stride = geometry.paddedWidth * geometry.channels
    self.imageSize = imageSize
    self.pixelsOfImage = pixelsOfImage
    self.windows = windows
    self.corner = corner
    imagesAtOnce = max(1, min(windows.count / pixelsOfImage, Self.nearby / imageSize))
  }

  mutating func reserve(in layout: inout WorkspaceLayout) {
    lists = layout.reserveOnce(2 * (corners * capacity + imagesAtOnce * pixelsOfImage + 1))
    counts = layout.reserveOnce(corners * imagesAtOnce * pixelsOfImage)
  }

  /// Adds to the kernel's gradient `d` and to the input's `dx` (both initialized by the caller; nil
  /// if nothing before learns) what `context.count` images give.
  ///
  /// - `g`: the gradients, pixel by pixel; `places`: the winning corner of each pooling window, as
  ///   written by `convolveMaxPool`
  func apply(
    _ context: SliceContext, _ g: UnsafePointer<Float>, places: UnsafePointer<Int32>?,
    _ x: UnsafePointer<Float>, kernel: UnsafePointer<Float>,
    into d: UnsafeMutablePointer<Float>, _ dx: UnsafeMutablePointer<Float>?
  ) {
    let entries = UnsafeMutableRawPointer(context.values + lists)
      .assumingMemoryBound(to: GradientEntry.self)
    let lengths = UnsafeMutableRawPointer(context.values + counts)
      .assumingMemoryBound(to: Int32.self)
    for first in Swift.stride(from: 0, to: context.count, by: imagesAtOnce) {
      let pixels = min(imagesAtOnce, context.count - first) * pixelsOfImage
      let g = g + first * pixelsOfImage * filters
      let places = places.map { $0 + first * pixelsOfImage * filters }
      gatherWindows(
        g, places: places, filters: filters, windows.base, pixels: pixels, runs: runs,
        length: length, stride: stride, x + first * imageSize, list: entries, into: d)
      guard let dx else { continue }
      listGradients(
        g, places: places, pixels: pixels, filters: filters, rowLength: runs * length,
        lists: entries, capacity: capacity, counts: lengths)
      scatterWindows(
        lists: entries, capacity: capacity, counts: lengths, windows.base, pixels: pixels,
        corner: corner.base, cornerCount: corners, runs: runs, length: length, stride: stride,
        kernel, into: dx + first * imageSize)
    }
  }
}
