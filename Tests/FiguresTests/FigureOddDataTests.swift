import Archives
import Drawing
import Glibc
import Neural
import TestSupport
import Testing

@testable import Figures
@testable import Lessons
@testable import Phrases

/// Every figure of every sample, whatever its data: `CUADERNO_PICTURES=DIR swift test --filter
/// FigureOddData` writes them all there, to be looked at.
@Suite struct FigureOddDataTests {
  typealias Sample = (lesson: Lesson, result: LessonResult)

  private static let samples = [
    SampleLessons.neuron, SampleLessons.hidden, SampleLessons.stress, SampleLessons.garments,
  ]

  @Test(arguments: OddSamples.Kind.allCases)
  func oddDataAreDrawn(_ kind: OddSamples.Kind) throws {
    for language in Language.allCases {
      for sample in Self.samples {
        try expectLegible(OddSamples.changed(sample, kind), language, kind.rawValue)
      }
    }
  }

  @Test func aHundredThousandRowsAreDrawn() throws {
    var sample = SampleLessons.neuron
    let inputs = (0..<100_000).map { Double($0) / 1000 }
    sample.result.regression?.inputs = inputs.map { [$0] }
    sample.result.regression?.targets = inputs.map { 1.8 * $0 + 32 + sin($0 * 7) }
    sample.result.regression?.isTest = inputs.map { _ in false }
    sample.result.regression?.fitted = inputs.map { Float(1.8 * $0 + 32) }
    try expectLegible(
      sample, .es, "many",
      only: [
        "scatter", "fit", "prediction", "residuals", "histogram", "correlation", "pairs",
      ])
  }

  /// Numbers that would not fit, vanish or differ in their last digits alone.
  @Test(arguments: [
    (OddSamples.Kind.huge, "one-step", ["3.372 × 10²⁷", "−2.313 × 10¹⁵"]),
    (.tiny, "network", ["× 1.7982 × 10⁻⁹", "5.8899 × 10⁻⁸"]),
    (.constant, "steps", ["4.5", "5.0", "5.5"]),
  ])
  func numbersOfOddDataCanBeRead(_ kind: OddSamples.Kind, _ name: String, _ numbers: [String])
    throws
  {
    let sample = OddSamples.changed(SampleLessons.neuron, kind)
    let figure = FigureCatalogue.figure(named: name, try SampleLessons.context(sample, .en))
    let texts = try PictureRenderer().recording(figure.picture).texts.map(\.text)
    #expect(numbers.allSatisfy(texts.contains), "\(texts)")
  }

  /// Every phrase, name, label and unit twice as long.
  @Test(arguments: Language.allCases)
  func textsTwiceAsLongAreDrawn(_ language: Language) throws {
    let path = "\(templatesFolder)/report/\(language.rawValue).yaml"
    let lines = String(decoding: try Files.read(path, limit: 1 << 20), as: UTF8.self)
      .split(separator: "\n").map { line -> String in
        guard line.hasSuffix("\""), let start = line.firstRange(of: ": \"")?.upperBound else {
          return String(line)
        }
        return "\(line.dropLast()) \(line[start...])"
      }
    let phrases = try PhraseCatalogue(
      yaml: Array((lines.joined(separator: "\n") + "\n").utf8), path: path, language: language)
    func twice(_ text: LocalizedText) -> LocalizedText {
      LocalizedText([.es: "\(text[.es]) \(text[.es])", .en: "\(text[.en]) \(text[.en])"])
    }
    for original in Self.samples {
      var sample = original
      sample.lesson.title = twice(original.lesson.title)
      if let law = original.result.reference { sample.result.reference?.label = twice(law.label) }
      for (name, column) in original.result.regression?.columns ?? [:] {
        sample.result.regression?.columns[name]?.label = column.label.map(twice)
        sample.result.regression?.columns[name]?.unit = column.unit.map(twice)
      }
      if let classes = original.result.classification?.classes {
        sample.result.classification?.classes = classes.map(twice)
      }
      try expectLegible(sample, language, "twice", phrases: phrases)
    }
  }

  /// A lesson gets a figure or an error that says where and why.
  @Test func everyFigureFitsALessonOrSaysWhyNot() throws {
    let prose = Lesson(id: "intro", title: LocalizedText([.es: "Inicio", .en: "Start"]))
    for original in Self.samples.map(\.lesson) + [prose] {
      for name in FigureCatalogue.names {
        var lesson = original
        lesson.figures = [FigureRequest(name: name, line: 4, column: 9)]
        let errors = FigureCatalogue.check(
          lesson, in: SampleLessons.notebook, path: "notebook.yaml")
        guard let error = errors.first else { continue }
        #expect(error.place?.line == 4 && error.place?.column == 9)
        for language in Language.allCases {
          let text = try sentence(error.message, language)
          #expect(text.contains(language == .es ? "«\(name)»" : "“\(name)”"), "\(text)")
          #expect(text.hasSuffix(".") && text.count > 40, "\(text)")
        }
      }
    }
  }

  private func expectLegible(
    _ sample: Sample, _ language: Language, _ what: String, only: [String]? = nil,
    phrases: PhraseCatalogue? = nil
  ) throws {
    var context = try SampleLessons.context(
      sample, language, others: ["celsius": SampleLessons.neuron.result])
    if let phrases { context.phrases = phrases }
    let renderer = try PictureRenderer()
    for maker in FigureCatalogue.makers
    where maker.need(of: sample.lesson, in: context.notebook) == nil
      && only?.contains(maker.name) != false
    {
      let figure = maker.figure(context)
      let name = "\(figure.id), \(what), \(language)"
      for text in [figure.alt, figure.longDescription, figure.caption] {
        #expect(!text.isEmpty, "\(name)")
        let words = text.lowercased().split { !$0.isLetter }
        #expect(!words.contains("nan") && !words.contains("inf"), "\(name): \(text)")
        // A phrase of nothing but an empty sentence is a space where it stands twice.
        if phrases == nil {
          #expect(!text.contains("  ") && !text.hasSuffix(" "), "\(name): \(text)")
        }
      }
      #expect(figure.alt.count <= 250, "\(name)")
      let page = Rect(0, 0, figure.picture.width, figure.picture.height)
      let texts = renderer.recording(figure.picture).texts.filter { !$0.text.isEmpty }
      for (index, (text, box)) in texts.enumerated() {
        #expect(page.contains(box, tolerance: 0.01), "\(name): “\(text)” leaves")
        for (other, otherBox) in texts[..<index] where box.inset(0.6).overlaps(otherBox) {
          Issue.record("\(name): “\(text)” meets “\(other)”")
        }
      }
      try write(figure, name, renderer)
    }
  }

  private func write(_ figure: Figure, _ name: String, _ renderer: PictureRenderer) throws {
    guard let folder = getenv("CUADERNO_PICTURES") else { return }
    let file = try #require(fopen("\(String(cString: folder))/\(name).png", "w"))
    defer { fclose(file) }
    let bytes = renderer.png(figure.picture, scale: 1)
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
