import Archives
import Diagnostics
import Testing

@testable import Datasets

@Suite struct ImageFolderTests {
  private func error(_ work: ImageFolderWork) -> ImageError? {
    do throws(ImageError) {
      _ = try work.run()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["", ".gz"])
  func readsFourFiles(suffix: String) throws {
    let (sets, hashes) = try IDXSamples.work(suffix: suffix).run()
    #expect(sets[0].count == 2 && sets[0].height == 2 && sets[0].width == 3)
    #expect(sets[0].pixels == Array(0..<12))
    #expect(sets[0].labels == [0, 9])
    #expect(Array(sets[0][1]) == Array(6..<12))
    #expect(sets[1].count == 1 && sets[1].labels == [3])
    let labels = IDXSamples.labels([3])
    #expect(
      hashes[3] == SHA256.hash(suffix == "" ? labels : IDXSamples.gzip(labels)).hexadecimal)
  }

  @Test(arguments: ["", ".gz"])
  func takesTheFirst(suffix: String) throws {
    let (sets, _) = try IDXSamples.work(suffix: suffix, counts: [1, 0]).run()
    #expect(sets[0].count == 1 && sets[0].pixels == Array(0..<6) && sets[0].labels == [0])
    #expect(sets[1].count == 0)
  }

  static let images = ImageFolder.fileNames[0]
  static let labels = ImageFolder.fileNames[1]

  /// The file that is replaced, its bytes and what is said of it; tried plain and gzipped.
  static let broken: [(String, Int, [UInt8], ImageFault)] = [
    ("nothing", 0, [], .shortHeader),
    ("three bytes", 0, [0, 0, 8], .shortHeader),
    ("magic only", 0, IDXSamples.header(2051), .shortHeader),
    ("one size missing", 0, IDXSamples.header(2051, 2, 2), .shortHeader),
    ("a byte of a size missing", 0, IDXSamples.header(2051, 2, 2, 3).dropLast(), .shortHeader),
    ("labels for images", 0, IDXSamples.labels([1, 2]), .wrongMagic(found: 2049, expected: 2051)),
    ("images for labels", 1, IDXSamples.images(2), .wrongMagic(found: 2051, expected: 2049)),
    (
      "little-endian", 0, IDXSamples.header(0x0308_0000, 2, 2, 3),
      .wrongMagic(found: 0x0308_0000, expected: 2051)
    ),
    (
      "floats", 0, IDXSamples.header(0x0d03, 2, 2, 3), .wrongMagic(found: 0x0d03, expected: 2051)
    ),
    ("text", 1, Array("label\n0\n9\n".utf8), .wrongMagic(found: 0x6c61_6265, expected: 2049)),
    ("no images", 0, IDXSamples.header(2051, 0, 2, 3), .noImages),
    ("no height", 0, IDXSamples.header(2051, 2, 0, 3), .noImages),
    ("no width", 0, IDXSamples.header(2051, 2, 2, 0), .noImages),
    ("no labels", 1, IDXSamples.header(2049, 0), .noImages),
    (
      "a bomb", 0, IDXSamples.header(2051, 60_000, 28, 2800),
      .tooLarge(announced: 4_704_000_000, limit: 268_435_456)
    ),
    (
      "one byte over the limit", 1, IDXSamples.header(2049, 268_435_457),
      .tooLarge(announced: 268_435_457, limit: 268_435_456)
    ),
    (
      "sizes that overflow", 0, IDXSamples.header(2051, .max, .max, .max),
      .tooLarge(announced: nil, limit: 268_435_456)
    ),
    (
      "the largest product", 0, IDXSamples.header(2051, .max, 0x4000_0000, 1),
      .tooLarge(announced: 0xffff_ffff << 30, limit: 268_435_456)
    ),
    (
      "header only", 0, IDXSamples.header(2051, 2, 2, 3), .truncated(announced: 12, found: 0)
    ),
    ("a pixel missing", 0, IDXSamples.images(2).dropLast(), .truncated(announced: 12, found: 11)),
    ("a label missing", 1, IDXSamples.header(2049, 2) + [1], .truncated(announced: 2, found: 1)),
    ("a pixel too many", 0, IDXSamples.images(2) + [0], .trailingBytes(announced: 12)),
    ("a label too many", 1, IDXSamples.labels([1, 2]) + [0], .trailingBytes(announced: 2)),
    (
      "label 10", 1, IDXSamples.labels([1, 10]), .labelOutOfRange(label: 10, image: 2, classes: 10)
    ),
    (
      "label 255", 3, IDXSamples.labels([255]), .labelOutOfRange(label: 255, image: 1, classes: 10)
    ),
    (
      "test images of another size", 2, IDXSamples.header(2051, 1, 3, 2) + [1, 2, 3, 4, 5, 6],
      .otherSize(height: 3, width: 2, expectedHeight: 2, expectedWidth: 3)
    ),
  ]

  @Test(arguments: broken, ["", ".gz"])
  func refuses(broken: (String, Int, [UInt8], ImageFault), suffix: String) {
    let (what, file, bytes, fault) = broken
    let stored = suffix == ".gz" ? IDXSamples.gzip(bytes) : bytes
    let path = "f/\(ImageFolder.fileNames[file])\(suffix)"
    #expect(
      error(IDXSamples.work(replacing: file, with: stored, suffix: suffix))
        == .data(path: path, fault), "\(what)")
    // However few of the images are wanted.
    #expect(
      error(
        IDXSamples.work(replacing: file, with: stored, suffix: suffix, counts: [1, 0]))
        == .data(path: path, fault), "\(what), in part")
  }

  @Test func namesTheFileWithTheOtherCount() {
    #expect(
      error(IDXSamples.work(replacing: 1, with: IDXSamples.labels([1])))
        == .data(
          path: "f/\(Self.images)",
          .countsDisagree(images: 2, labels: 1, labelFile: Self.labels)))
  }

  @Test func refusesMoreThanThereAre() {
    #expect(
      error(IDXSamples.work(counts: [3, nil]))
        == .data(path: "f/\(Self.images)", .tooFew(wanted: 3, found: 2)))
  }

  @Test func reportsDamagedCompression() {
    let path = "f/\(Self.images).gz"
    let whole = IDXSamples.gzip(IDXSamples.images(2))
    let cases: [([UInt8], ArchiveFault)] = [
      (IDXSamples.images(2), .notGzip), (whole.dropLast(), .truncated),
      (whole + [0], .trailingBytes(count: 1)), (whole.dropLast(4) + [9, 0, 0, 0], .wrongLength),
    ]
    for (bytes, fault) in cases {
      #expect(
        error(IDXSamples.work(replacing: 0, with: bytes, suffix: ".gz"))
          == .archive(ArchiveError(path, fault)))
    }
  }

  /// What is announced bounds what is inflated: the wrong checksum at the end is never reached.
  @Test func stopsOneByteAfterTheAnnouncedSize() {
    let zeros = [UInt8](repeating: 0, count: 10_000_000)
    let bomb = IDXSamples.gzip(IDXSamples.header(2051, 2, 2, 3) + zeros).dropLast(8)
    #expect(
      error(
        IDXSamples.work(replacing: 0, with: bomb + [1, 2, 3, 4, 5, 6, 7, 8], suffix: ".gz"))
        == .data(path: "f/\(Self.images).gz", .trailingBytes(announced: 12)))
  }

  @Test func trainingErrorsComeFirst() {
    var files = IDXSamples.work(replacing: 0, with: []).files
    files[2] = StoredFile(name: files[2].name, path: files[2].path, bytes: [])
    let work = ImageFolderWork(files: files, counts: [nil, nil], classLimit: 10)
    #expect(error(work) == .data(path: "f/\(Self.images)", .shortHeader))
  }
}
