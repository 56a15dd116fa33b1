import Drawing
import Testing

@testable import Lessons
@testable import Reports

/// What holds for every figure, whatever it shows.
@Suite struct FigureTests {
  /// Every figure that fits a sample, in both languages.
  static func figures(_ language: Language) throws -> [Figure] {
    let samples = [
      SampleLessons.neuron, SampleLessons.hidden, SampleLessons.stress, SampleLessons.garments,
    ]
    return try samples.flatMap { sample in
      let context = try SampleLessons.context(
        sample, language, others: ["celsius": SampleLessons.neuron.result])
      return FigureCatalogue.makers
        .filter { $0.need(of: sample.lesson, in: context.notebook) == nil }
        .map { $0.figure(context) }
    }
  }

  @Test(arguments: Language.allCases)
  func textsNeitherMeetNorLeave(_ language: Language) throws {
    let renderer = try PictureRenderer()
    for figure in try Self.figures(language) {
      let canvas = renderer.recording(figure.picture)
      let page = Rect(0, 0, figure.picture.width, figure.picture.height)
      let texts = canvas.texts
      for (index, (text, box)) in texts.enumerated() {
        #expect(page.contains(box, tolerance: 0.01), "\(figure.id): “\(text)” leaves")
        for (other, otherBox) in texts[..<index] {
          #expect(
            !box.inset(0.6).overlaps(otherBox), "\(figure.id): “\(text)” meets “\(other)”")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func wordsAreWhole(_ language: Language) throws {
    for figure in try Self.figures(language) {
      #expect(!figure.alt.isEmpty && figure.alt.count <= 250, "\(figure.id)")
      for text in [figure.title, figure.alt, figure.longDescription, figure.caption] {
        #expect(!text.isEmpty, "\(figure.id)")
        #expect(!text.contains("{{") && !text.contains("  "), "\(figure.id): \(text)")
        #expect(!text.contains("…"), "\(figure.id): \(text)")
      }
      #expect(figure.picture.title == figure.title)
      #expect(!figure.data.columns.isEmpty)
    }
  }

  @Test func languagesDrawTheSameData() throws {
    let spanish = try Self.figures(.es)
    let english = try Self.figures(.en)
    #expect(spanish.map(\.id) == english.map(\.id))
    for (a, b) in zip(spanish, english) {
      #expect(a.picture.width == b.picture.width && a.picture.height == b.picture.height)
      #expect(a.data.rows.count == b.data.rows.count, "\(a.id)")
      #expect(a.data.columns.map(\.name) == b.data.columns.map(\.name), "\(a.id)")
      #expect(a.alt != b.alt && a.title != b.title, "\(a.id)")
    }
  }

  @Test func aSubstituteIsSaidInThePicture() throws {
    let renderer = try PictureRenderer()
    for (language, words) in [
      (Language.es, "Prendas dibujadas (sustituto)"), (.en, "Drawn garments (substitute)"),
    ] {
      for figure in try Self.figures(language) {
        let isDrawn = figure.id.hasPrefix("fashion-")
        let texts = renderer.recording(figure.picture).texts.map(\.text)
        #expect(texts.contains(words) == isDrawn, "\(figure.id)")
        #expect(figure.caption.contains(words) == isDrawn && figure.alt.contains(words) == isDrawn)
        #expect(!figure.caption.contains("Fashion-MNIST"))
      }
    }
  }

  @Test func manyClassesAreLegible() throws {
    let names = (0..<40).map {
      LocalizedText(es: "clase larga número \($0)", en: "long class \($0)")
    }
    let sample = SampleLessons.classifier(classes: names, kind: .images)
    let context = try SampleLessons.context(sample, .es)
    let renderer = try PictureRenderer()
    for name in ["samples", "confusion", "recall", "mistakes", "probabilities"] {
      let picture = FigureCatalogue.figure(named: name, context).picture
      let canvas = renderer.recording(picture)
      let page = Rect(0, 0, picture.width, picture.height)
      for (index, (text, box)) in canvas.texts.enumerated() {
        #expect(page.contains(box, tolerance: 0.01), "\(name): “\(text)” leaves")
        for (other, otherBox) in canvas.texts[..<index] {
          #expect(!box.inset(0.6).overlaps(otherBox), "\(name): “\(text)” meets “\(other)”")
        }
      }
    }
  }

  @Test func metadataSaysWhereItComesFrom() throws {
    let context = try SampleLessons.context(SampleLessons.neuron, .es)
    let figure = FigureCatalogue.figure(named: "loss", context)
    let texts = figure.metadata(context, dataHash: nil).texts
    #expect(texts.map(\.keyword).contains("cuaderno:data") == false)
    #expect(texts.first == .init("Title", "Pérdida por época", language: "es"))
    #expect(texts.contains(.init("Description", figure.alt, language: "es")))
    #expect(figure.metadata(context, dataHash: "ab").texts.last == .init("cuaderno:data", "ab"))
  }
}
