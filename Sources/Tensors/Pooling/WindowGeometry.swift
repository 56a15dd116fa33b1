/// How windows lie on an image: sizes in pixels, of one sample.
public struct WindowGeometry: Hashable, Sendable {
  public var height: Int
  public var width: Int
  public var channels: Int
  public var windowHeight: Int
  public var windowWidth: Int
  public var strideHeight: Int
  public var strideWidth: Int
  /// Rows and columns of nothing above and left of the image.
  public var padTop: Int
  public var padLeft: Int
  public var outputHeight: Int
  public var outputWidth: Int

  /// Without padding if `isSame` is false; otherwise `ceil(input / stride)` windows, and of an odd
  /// number of padded rows the larger half below, as TensorFlow does.
  public init(
    height: Int, width: Int, channels: Int, windowHeight: Int, windowWidth: Int,
    strideHeight: Int, strideWidth: Int, isSame: Bool
  ) {
    self.height = height
    self.width = width
    self.channels = channels
    self.windowHeight = windowHeight
    self.windowWidth = windowWidth
    self.strideHeight = strideHeight
    self.strideWidth = strideWidth
    if isSame {
      outputHeight = (height + strideHeight - 1) / strideHeight
      outputWidth = (width + strideWidth - 1) / strideWidth
      padTop = max(0, (outputHeight - 1) * strideHeight + windowHeight - height) / 2
      padLeft = max(0, (outputWidth - 1) * strideWidth + windowWidth - width) / 2
    } else {
      outputHeight = (height - windowHeight) / strideHeight + 1
      outputWidth = (width - windowWidth) / strideWidth + 1
      padTop = 0
      padLeft = 0
    }
  }

  public var inputSize: Int { height * width * channels }
  public var outputPixels: Int { outputHeight * outputWidth }
  public var outputSize: Int { outputPixels * channels }
  /// Rows that the windows reach over, padding included (never fewer than the image's).
  public var paddedHeight: Int {
    max(padTop + height, (outputHeight - 1) * strideHeight + windowHeight)
  }
  public var paddedWidth: Int {
    max(padLeft + width, (outputWidth - 1) * strideWidth + windowWidth)
  }
  public var isPadded: Bool { paddedHeight != height || paddedWidth != width }

  /// The rows of the image that window row `y` covers.
  @inline(__always)
  func rows(_ y: Int) -> Range<Int> {
    let top = y * strideHeight - padTop
    return max(top, 0)..<min(top + windowHeight, height)
  }

  @inline(__always)
  func columns(_ x: Int) -> Range<Int> {
    let left = x * strideWidth - padLeft
    return max(left, 0)..<min(left + windowWidth, width)
  }
}
