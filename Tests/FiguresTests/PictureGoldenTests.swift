import Drawing
import Glibc
import TestSupport
import Testing

@testable import Figures
@testable import Lessons

/// A handful of whole pictures as pixels: what the drawing lists cannot tell, such as a font that
/// Cairo draws in another way or a clip that went astray.
///
/// Versions of Cairo and FreeType smooth edges a little differently, so a picture may be off by
/// `largestError` on the whole, and by more than `visible` in few of its pixels.
/// `CUADERNO_RECORD_GOLDENS=1` writes them anew.
@Suite struct PictureGoldenTests {
  /// Root mean square over all channels, of 255.
  private static let largestError = 3.0
  /// Of 255: what an eye sees.
  private static let visible = 96
  private static let visibleShare = 0.002

  @Test(arguments: ["loss", "fit", "loss-surface"])
  func ofOneNeuron(_ name: String) throws { try expectGolden(name, SampleLessons.neuron) }

  @Test func ofANetwork() throws { try expectGolden("network", SampleLessons.hidden) }

  @Test func ofATableOfCounts() throws { try expectGolden("confusion", SampleLessons.garments) }

  private func expectGolden(
    _ name: String, _ sample: (lesson: Lesson, result: LessonResult)
  ) throws {
    let figure = FigureCatalogue.figure(
      named: name,
      try SampleLessons.context(sample, .es, others: ["celsius": SampleLessons.neuron.result]))
    let bytes = try PictureRenderer().png(figure.picture, scale: 1)
    let path = Self.folder + "\(figure.id).es.png"
    if getenv("CUADERNO_RECORD_GOLDENS") != nil {
      let file = try #require(fopen(path, "w"))
      #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
      fclose(file)
      return
    }
    let drawn = try #require(PNGReader(bytes))
    let golden = try #require(PNGReader(Self.read(path)), "\(path) is no PNG")
    try #require(drawn.width == golden.width && drawn.height == golden.height)
    let (new, old) = try (drawn.pixels(), golden.pixels())
    var squares = 0
    var seen = 0
    for (a, b) in zip(new, old) {
      let difference = abs(Int(a) - Int(b))
      squares += difference * difference
      if difference > Self.visible { seen += 1 }
    }
    let error = (Double(squares) / Double(new.count)).squareRoot()
    #expect(error <= Self.largestError, "\(figure.id) is off by \(error) of 255")
    #expect(
      Double(seen) <= Double(new.count) * Self.visibleShare,
      "\(figure.id): \(seen) of \(new.count) values are visibly off")
  }

  private static let folder: String = {
    let file = #filePath
    return file[..<file.lastIndex(of: "/")!] + "/Goldens/"
  }()

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}
