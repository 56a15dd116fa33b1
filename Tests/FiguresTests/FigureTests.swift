import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

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
      LocalizedText([.es: "clase larga número \($0)", .en: "long class \($0)"])
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

  static let oddTexts = [
    "<script>alert(\"x\")</script> «comillas» 'y' a\nb\tc", "שלום مرحبا 🎉👩‍👩‍👧", "",
    String(repeating: "muy larga ", count: 30), String(repeating: "W", count: 300),
  ]

  @Test(arguments: oddTexts)
  func oddTextsStayInThePicture(_ text: String) throws {
    let odd = LocalizedText([.es: text, .en: text])
    let renderer = try PictureRenderer()
    for original in [SampleLessons.neuron, SampleLessons.hidden, SampleLessons.stress] {
      var sample = original
      sample.lesson.title = odd
      sample.result.reference?.label = odd
      let column = ColumnDescription(label: odd, unit: odd)
      for name in ["celsius", "fahrenheit", "ppm", "stress"] {
        sample.result.regression?.columns[name] = column
      }
      try expectLegible(sample, renderer, text)
    }
    let names = (0..<10).map { _ in odd }
    try expectLegible(SampleLessons.classifier(classes: names, kind: .drawnImages), renderer, text)
  }

  @Test func manyWeightsAreLegible() throws {
    var sample = SampleLessons.neuron
    sample.lesson.training?.model = [Dense(units: 60), Dense(units: 9), Dense(units: 1)].map {
      LayerDeclaration(layer: $0)
    }
    func layer(_ name: String, _ inputs: Int, _ units: Int) -> LayerWeights {
      LayerWeights(
        layer: name,
        arrays: [
          .init(
            name: "kernel", shape: [inputs, units],
            values: (0..<inputs * units).map { Float($0 % 17) / 5 - 1.5 }),
          .init(name: "bias", shape: [units], values: (0..<units).map { Float($0) * 1e-7 }),
        ])
    }
    sample.result.weights = [
      layer("dense", 1, 60), layer("dense_1", 60, 9), layer("dense_2", 9, 1),
    ]
    try expectLegible(sample, PictureRenderer(), "weights")
  }

  private func expectLegible(
    _ sample: (lesson: Lesson, result: LessonResult), _ renderer: PictureRenderer, _ what: String
  ) throws {
    let context = try SampleLessons.context(
      sample, .es, others: ["celsius": SampleLessons.neuron.result])
    for maker in FigureCatalogue.makers
    where maker.need(of: sample.lesson, in: context.notebook) == nil {
      let figure = maker.figure(context)
      let page = Rect(0, 0, figure.picture.width, figure.picture.height)
      let texts = renderer.recording(figure.picture).texts.filter { !$0.text.isEmpty }
      #expect(figure.alt.count <= 250)
      for (index, (text, box)) in texts.enumerated() {
        #expect(page.contains(box, tolerance: 0.01), "\(figure.id) of \(what): “\(text)” leaves")
        for (other, otherBox) in texts[..<index] {
          #expect(
            !box.inset(0.6).overlaps(otherBox),
            "\(figure.id) of \(what): “\(text)” meets “\(other)”")
        }
      }
    }
  }

  @Test func metadataSaysWhereItComesFrom() throws {
    let context = try SampleLessons.context(SampleLessons.neuron, .es)
    let figure = FigureCatalogue.figure(named: "loss", context)
    let texts = figure.metadata(context, tag: "es-MX", dataHash: nil).texts
    #expect(texts.map(\.keyword).contains("cuaderno:data") == false)
    #expect(texts.first == .init("Title", "Pérdida por época", language: "es-MX"))
    #expect(texts.contains(.init("Description", figure.alt, language: "es-MX")))
    #expect(
      figure.metadata(context, tag: "es", dataHash: "ab").texts.last == .init("cuaderno:data", "ab")
    )
  }
}
