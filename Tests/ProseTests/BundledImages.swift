import Datasets
import TestSupport

/// Image sets for the bundled notebook that make each claim of its image lesson true and false.
struct BundledImages {
  /// Of the drawn garments, so many of each class.
  static let balanced = BundledImages(training(perClass: [Int](repeating: 20, count: 10)), test)
  static let unbalanced = BundledImages(training(perClass: (0..<10).map { $0 + 3 }), test)
  /// Labels of training that say nothing about the images: only memory helps.
  static let unlearnable = BundledImages(
    relabelled(training(perClass: [Int](repeating: 16, count: 10))) { $0 * 7 % 10 },
    relabelled(test) { $0 * 3 % 10 })
  /// Every class a bar in a place of its own.
  static let easy = BundledImages(bars(200), bars(60))

  private static let garments = DrawnGarments.make(seed: 7, train: 900, test: 160)
  private static let test = garments.test

  private let training: ImageSet
  private let test: ImageSet

  private init(_ training: ImageSet, _ test: ImageSet) {
    self.training = training
    self.test = test
  }

  /// Writes the four files of a set as `fashion-mnist` beside a notebook.
  func write(to folder: TemporaryFolder) {
    for (set, prefix) in [(training, "train"), (test, "t10k")] {
      let count = set.labels.count
      folder.write(
        "fashion-mnist/\(prefix)-images-idx3-ubyte",
        bytes: Self.header(2051, count, set.height, set.width) + set.pixels)
      folder.write(
        "fashion-mnist/\(prefix)-labels-idx1-ubyte", bytes: Self.header(2049, count) + set.labels)
    }
  }

  private static func header(_ numbers: Int...) -> [UInt8] {
    numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
  }

  private static func training(perClass counts: [Int]) -> ImageSet {
    var left = counts
    let chosen = garments.train.labels.indices.filter { index in
      let label = Int(garments.train.labels[index])
      left[label] -= 1
      return left[label] >= 0
    }
    precondition(chosen.count == counts.reduce(0, +), "too few garments for \(counts)")
    let size = garments.train.height * garments.train.width
    return ImageSet(
      height: garments.train.height, width: garments.train.width,
      pixels: chosen.flatMap { garments.train.pixels[$0 * size..<($0 + 1) * size] },
      labels: chosen.map { garments.train.labels[$0] })
  }

  private static func relabelled(_ set: ImageSet, _ label: (Int) -> Int) -> ImageSet {
    ImageSet(
      height: set.height, width: set.width, pixels: set.pixels,
      labels: set.labels.indices.map { UInt8(label($0)) })
  }

  private static func bars(_ count: Int) -> ImageSet {
    var pixels: [UInt8] = []
    for index in 0..<count {
      let top = 4 + index % 10 * 2
      for row in 0..<28 {
        let brightness: UInt8 = row == top || row == top + 1 ? 255 : 0
        pixels += [UInt8](repeating: brightness, count: 28)
      }
    }
    return ImageSet(
      height: 28, width: 28, pixels: pixels, labels: (0..<count).map { UInt8($0 % 10) })
  }
}
