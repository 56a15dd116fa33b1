import Diagnostics
import Drawing
import Neural
import TestSupport
import Testing

@testable import Figures
@testable import Lessons

@Suite struct FigureCatalogueTests {
  private func errors(_ names: [String], in lesson: Lesson) -> [FigureError] {
    var lesson = lesson
    lesson.figures = names.enumerated().map {
      FigureRequest(name: $0.element, line: 10 + $0.offset, column: 5)
    }
    return FigureCatalogue.check(lesson, in: SampleLessons.notebook, path: "notebook.yaml")
  }

  @Test func theContractsNamesAreThere() {
    let contract = [
      "network", "loss", "fit", "scatter", "prediction", "samples", "accuracy", "residuals",
      "weights", "paradigms",
    ]
    #expect(contract.allSatisfy(FigureCatalogue.names.contains))
    #expect(Set(FigureCatalogue.names).count == FigureCatalogue.names.count)
  }

  @Test func whatSuitsALesson() {
    let prose = Lesson(id: "intro", title: LocalizedText([.es: "Inicio"]))
    #expect(FigureCatalogue.defaults(for: prose) == [])
    #expect(
      FigureCatalogue.defaults(for: SampleLessons.neuron.lesson)
        == ["network", "loss", "fit", "prediction"])
    #expect(
      FigureCatalogue.defaults(for: SampleLessons.stress.lesson)
        == ["scatter", "network", "loss", "fit", "prediction", "residuals"])
    #expect(
      FigureCatalogue.defaults(for: SampleLessons.garments.lesson)
        == ["samples", "loss", "accuracy"])
  }

  @Test func noFigureOfOneNumberForAModelOfClasses() throws {
    let defaults = FigureCatalogue.defaults(for: try #require(lessons["classes"]))
    #expect(defaults == ["network", "loss"])
  }

  @Test func anUnknownNameGetsTheLikelyOne() throws {
    let found = errors(["los", "xyzzyxyzzy", "loss"], in: SampleLessons.neuron.lesson)
    #expect(found.count == 2)
    #expect(found[0].place == Place("notebook.yaml", line: 10, column: 5))
    #expect(
      try sentence(found[0].message, .es)
        == "no conozco la figura «los». ¿Quisiste decir «loss»?")
    #expect(
      try sentence(found[0].message, .en) == "there is no figure “los”. Did you mean “loss”?")
    #expect(try sentence(found[1].message, .en).hasPrefix("there is no figure “xyzzyxyzzy”. There"))
    #expect(found[0].exitCode == .invalidInput)
  }

  @Test(arguments: [
    ("loss", "intro", FigureNeed.model), ("scatter", "fashion", .table),
    ("samples", "celsius", .images), ("confusion", "celsius", .images),
    ("accuracy", "celsius", .accuracy), ("weights", "fashion", .fewParameters),
    ("network", "wide", .smallNetwork), ("fit", "two", .singleInput),
    ("fit", "classes", .singleOutput), ("prediction", "classes", .singleOutput),
    ("residuals", "classes", .singleOutput), ("prediction", "silent", .prediction),
    ("loss-surface", "celsius-hidden", .singleNeuron),
    ("one-step", "celsius-hidden", .singleNeuron), ("one-step", "silent", .handStep),
    ("loss-comparison", "celsius", .sibling), ("convolution", "celsius", .images),
    ("feature-maps", "flat", .convolution), ("steps", "deep", .trajectory),
    ("learning-rates", "fashion", .table), ("seed-spread", "intro", .table),
    ("relu-seeds", "celsius", .hiddenLayers), ("raw-and-normalized", "two", .singleInput),
    ("product", "celsius", .linearLayers),
    ("histogram", "fashion", .table), ("correlation", "coded", .twoNumbers),
    ("pairs", "coded", .twoNumbers), ("product", "deep", .linearLayers),
  ])
  func whatDoesNotFitIsRefused(_ name: String, _ lesson: String, _ need: FigureNeed) throws {
    let found = errors([name], in: try #require(lessons[lesson]))
    let place = Place("notebook.yaml", line: 10, column: 5)
    #expect(found == [.misfit(place, name: name, need: need)])
    for language in Language.allCases {
      let text = try sentence(found[0].message, language)
      #expect(text.contains(name) && text.hasSuffix("."), "\(text)")
    }
  }

  @Test func everyNeedHasItsSentence() throws {
    for need in FigureNeed.allCases {
      let message = FigureError.misfit(Place("n"), name: "x", need: need).message
      #expect(try sentence(message, .es).hasPrefix("la figura «x» "))
      #expect(try sentence(message, .en).hasPrefix("the figure “x” "))
    }
  }

  @Test func aMissingFontSaysHowToGetIt() throws {
    let missing = FontError.missing(family: "DejaVu Sans", package: "fonts-dejavu-core")
    #expect(missing.exitCode == .unsupportedMachine && missing.place == nil)
    for language in Language.allCases {
      let text = try sentence(missing.message, language)
      #expect(text.contains("DejaVu Sans") && text.hasSuffix("sudo apt install fonts-dejavu-core"))
    }
    let broken = FontError.unreadable(path: "/fonts/DejaVuSans.ttf")
    #expect(broken.place == Place("/fonts/DejaVuSans.ttf"))
    #expect(
      try sentence(broken.message, .en).hasPrefix("this font file cannot be read or holds another"))
    #expect(try sentence(broken.message, .es).hasPrefix("este archivo de tipo de letra no se"))
  }

  @Test func aComparisonNeedsAnEarlierLesson() {
    #expect(errors(["loss-comparison"], in: SampleLessons.hidden.lesson) == [])
  }

  private var lessons: [String: Lesson] {
    let celsius = SampleLessons.neuron.lesson
    var wide = celsius
    wide.training?.model = [
      LayerDeclaration(layer: Dense(units: 40)), .init(layer: Dense(units: 1)),
    ]
    var deep = celsius
    deep.training?.model = [
      LayerDeclaration(layer: Dense(units: 8)), .init(layer: Dense(units: 6)),
      .init(layer: Dense(units: 1)),
    ]
    var two = celsius
    if case .table(var source)? = two.training?.data {
      source.inputs = ["celsius", "other"]
      two.training?.data = .table(source)
    }
    var classes = celsius
    classes.training?.model = [LayerDeclaration(layer: Dense(units: 2, activation: .softmax))]
    var silent = celsius
    silent.training?.predict = []
    silent.training?.untrained = nil
    var flat = SampleLessons.garments.lesson
    flat.training?.model.removeFirst()
    var coded = classes
    coded.training?.compile.loss = .sparseCategoricalCrossentropy
    return [
      "intro": Lesson(id: "intro", title: LocalizedText([.es: "Inicio"])), "celsius": celsius,
      "celsius-hidden": SampleLessons.hidden.lesson, "fashion": SampleLessons.garments.lesson,
      "wide": wide, "deep": deep, "two": two, "classes": classes, "coded": coded, "silent": silent,
      "flat": flat,
    ]
  }
}
