import Archives

@testable import Datasets

/// IDX files made byte by byte.
enum IDXSamples {
  static func header(_ numbers: UInt32...) -> [UInt8] {
    numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) } }
  }

  /// `count` images of 2 x 3 pixels, counted up.
  static func images(_ count: Int) -> [UInt8] {
    header(2051, UInt32(count), 2, 3) + (0..<count * 6).map { UInt8(truncatingIfNeeded: $0) }
  }

  static func labels(_ labels: [UInt8]) -> [UInt8] {
    header(2049, UInt32(labels.count)) + labels
  }

  static func gzip(_ contents: [UInt8]) -> [UInt8] {
    let zlib = Deflate.zlib(contents)
    let checksum = Int(CRC32.checksum(contents))
    let trailer = [checksum, contents.count].flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    return [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3] + zlib[2..<zlib.count - 4] + trailer
  }

  /// Two training images and one of the test, with one file replaced.
  static func work(
    replacing file: Int? = nil, with bytes: [UInt8] = [], suffix: String = "",
    counts: [Int?] = [nil, nil]
  ) -> ImageFolderWork {
    let whole = [images(2), labels([0, 9]), images(1), labels([3])]
    let files = ImageFolder.fileNames.enumerated().map { index, name in
      let stored = index == file ? bytes : suffix == ".gz" ? gzip(whole[index]) : whole[index]
      return StoredFile(name: name + suffix, path: "f/\(name)\(suffix)", bytes: stored)
    }
    return ImageFolderWork(files: files, counts: counts, classLimit: 10)
  }
}
