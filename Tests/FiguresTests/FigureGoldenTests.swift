import Drawing
import Glibc
import Testing

@testable import Figures
@testable import Lessons

/// The drawing lists of figures, as they were when somebody looked at the pictures and liked them.
///
/// They are the same on every machine with the same font. `CUADERNO_RECORD_GOLDENS=1 swift test
/// --filter FigureGoldenTests` writes them anew; look at the pictures before you keep them.
@Suite struct FigureGoldenTests {
  private static let names = [
    "network", "loss", "fit", "prediction", "weights", "one-step", "steps", "loss-surface",
    "learning-rates", "seed-spread",
  ]

  @Test(arguments: Language.allCases, names)
  func ofOneNeuron(_ language: Language, _ name: String) throws {
    try expectGolden(name, SampleLessons.neuron, language)
  }

  @Test(
    arguments: Language.allCases,
    ["network", "weights", "loss-comparison", "product", "relu-seeds"])
  func ofHiddenLayers(_ language: Language, _ name: String) throws {
    try expectGolden(name, SampleLessons.hidden, language)
  }

  @Test(
    arguments: Language.allCases,
    [
      "network", "fit", "prediction", "residuals", "scatter", "raw-and-normalized", "histogram",
      "correlation", "pairs",
    ])
  func behindANormalisation(_ language: Language, _ name: String) throws {
    try expectGolden(name, SampleLessons.stress, language)
  }

  @Test(
    arguments: Language.allCases,
    [
      "paradigms", "samples", "loss", "accuracy", "confusion", "recall", "probabilities",
      "mistakes", "pixels", "convolution", "feature-maps",
    ])
  func ofImages(_ language: Language, _ name: String) throws {
    try expectGolden(name, SampleLessons.garments, language)
  }

  private func expectGolden(
    _ name: String, _ sample: (lesson: Lesson, result: LessonResult), _ language: Language
  ) throws {
    let context = try SampleLessons.context(
      sample, language, others: ["celsius": SampleLessons.neuron.result])
    let figure = FigureCatalogue.figure(named: name, context)
    let lines = try PictureRenderer().recording(figure.picture).lines
    let text =
      ([
        "alt: \(figure.alt)", "description: \(figure.longDescription)",
        "caption: \(figure.caption)",
      ] + lines).joined(separator: "\n") + "\n"
    let path = Self.folder + "\(figure.id).\(language.rawValue).txt"
    if getenv("CUADERNO_RECORD_GOLDENS") != nil {
      try Self.write(text, to: path)
      return
    }
    let golden = Self.read(path)?.split(separator: "\n") ?? []
    let drawn = text.split(separator: "\n")
    #expect(golden.count == drawn.count, "\(figure.id): \(drawn.count) lines, not \(golden.count)")
    for (index, (new, old)) in zip(drawn, golden).enumerated() where new != old {
      Issue.record("\(figure.id), line \(index + 1):\n  drawn  \(new)\n  golden \(old)")
      break
    }
  }

  private static let folder: String = {
    let file = #filePath
    return file[..<file.lastIndex(of: "/")!] + "/Goldens/"
  }()

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }
}
