import Tensors
import Threads

/// Ten kinds of garments drawn by us, in the size and with the classes of Fashion-MNIST, for where
/// the real set is absent and for tests. Every image is a function of the seed, its part and its
/// index alone.
public enum DrawnGarments {
  /// How many are drawn where a lesson does not say.
  public static let trainCount = 12_000
  public static let testCount = 2_000

  /// As many images of each part as asked for, in random order of class.
  public static func make(
    seed: UInt64, train: Int = trainCount, test: Int = testCount
  ) -> (train: ImageSet, test: ImageSet) {
    (draw(train, "train", seed: seed), draw(test, "test", seed: seed))
  }

  private static func draw(_ count: Int, _ purpose: String, seed: UInt64) -> ImageSet {
    let size = GarmentCanvas.side * GarmentCanvas.side
    let chunk = 256
    let chunks = (count + chunk - 1) / chunk
    let drawn = ParallelWork.map(count: chunks) { index in
      var pixels: [UInt8] = []
      var labels: [UInt8] = []
      pixels.reserveCapacity(chunk * size)
      for image in index * chunk..<min(count, (index + 1) * chunk) {
        var chance = GarmentChance(
          RandomStream(
            seed: seed, scope: "drawn-garments", purpose: purpose, index: UInt64(image)))
        let label = chance.integer(below: FashionMNIST.classCount)
        var canvas = GarmentCanvas()
        Garment.draw(label, &chance, on: &canvas)
        pixels += canvas.bytes
        labels.append(UInt8(label))
      }
      return (pixels: pixels, labels: labels)
    }
    return ImageSet(
      height: GarmentCanvas.side, width: GarmentCanvas.side, pixels: drawn.flatMap(\.pixels),
      labels: drawn.flatMap(\.labels))
  }
}
