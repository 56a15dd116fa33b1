import CCairo

/// Paints on a white picture in memory.
public final class PixelCanvas: CairoCanvas {
  /// Pixels a point.
  public let scale: Double
  public let pixelWidth: Int
  public let pixelHeight: Int
  private let surface: OpaquePointer

  /// Precondition: the picture has at least one pixel and at most 16,384 a side.
  public init(width: Double, height: Double, scale: Int, fonts: FontBook) {
    self.scale = Double(scale)
    pixelWidth = Int((width * Double(scale)).rounded())
    pixelHeight = Int((height * Double(scale)).rounded())
    precondition(
      (1...16384).contains(pixelWidth) && (1...16384).contains(pixelHeight),
      "a picture of \(pixelWidth) x \(pixelHeight) pixels")
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(pixelWidth), Int32(pixelHeight))!
    let context = cairo_create(surface)!
    super.init(on: context, fonts: fonts)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, self.scale, self.scale)
    cairo_destroy(context)
  }

  deinit { cairo_surface_destroy(surface) }

  /// Calls `body` with the pixels (0xXXRRGGBB, `stride` pixels from row to row).
  func withPixels<Result>(
    _ body: (_ pixels: UnsafePointer<UInt32>, _ stride: Int) throws -> Result
  ) rethrows -> Result {
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    let bytes = UnsafeRawPointer(cairo_image_surface_get_data(surface)!)
    return try body(bytes.assumingMemoryBound(to: UInt32.self), stride)
  }
}
