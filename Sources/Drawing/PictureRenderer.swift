/// Draws pictures with Cairo and encodes them as PNG. Not thread-safe: use one per thread.
public final class PictureRenderer {
  private let fonts: FontBook

  /// Opens the fonts. Throws `FontError` if DejaVu Sans is not installed.
  public init() throws(FontError) {
    fonts = try FontBook()
  }

  /// The picture as a PNG file.
  ///
  /// - Parameter scale: pixels per point: 1, 2 or 3.
  public func png(
    _ picture: Picture, scale: Int = 2, metadata: PNGMetadata = PNGMetadata(),
    theme: Theme = .standard
  ) -> [UInt8] {
    encoded(drawn(picture, scale: scale, theme: theme), metadata: metadata)
  }

  /// The first half of `png`: paints the picture in memory.
  package func drawn(
    _ picture: Picture, scale: Int = 2, theme: Theme = .standard
  ) -> PixelCanvas {
    precondition(
      (1...3).contains(scale), "pictures are drawn at 1, 2 or 3 pixels a point, not \(scale)")
    let canvas = PixelCanvas(
      width: picture.width, height: picture.height, scale: scale, fonts: fonts)
    picture.draw(on: canvas, theme)
    return canvas
  }

  /// The second half of `png`: encodes the painted picture.
  package func encoded(_ canvas: PixelCanvas, metadata: PNGMetadata) -> [UInt8] {
    let encoder = PNGEncoder(scale: canvas.scale, metadata: metadata)
    return canvas.withPixels { pixels, stride in
      encoder.encode(
        pixels, width: canvas.pixelWidth, height: canvas.pixelHeight, stride: stride)
    }
  }

  /// The drawing operations for a picture, in order, without pixels; tests read them.
  public func recording(_ picture: Picture, theme: Theme = .standard) -> RecordingCanvas {
    let canvas = RecordingCanvas(fonts: fonts)
    picture.draw(on: canvas, theme)
    return canvas
  }
}
