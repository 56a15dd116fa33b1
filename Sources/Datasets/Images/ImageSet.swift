/// Grey images of one size, one after the other row by row, each with its class.
public struct ImageSet: Hashable, Sendable {
  public let count: Int
  public let height: Int
  public let width: Int
  /// `count x height x width` brightnesses, 0 black.
  public let pixels: [UInt8]
  /// A class from 0 an image.
  public let labels: [UInt8]

  public init(height: Int, width: Int, pixels: [UInt8], labels: [UInt8]) {
    precondition(
      pixels.count == labels.count * height * width,
      "\(pixels.count) pixels are not \(labels.count) images of \(height) x \(width)")
    count = labels.count
    self.height = height
    self.width = width
    self.pixels = pixels
    self.labels = labels
  }

  /// The pixels of one image, row by row.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    pixels[index * height * width..<(index + 1) * height * width]
  }
}
