import Archives
import Drawing
import TestSupport
import Testing

@testable import Figures
@testable import Lessons
@testable import Phrases

/// docs/first-figure.md shows code that compiles and draws.
@Suite struct FirstFigureTests {
  private static let root = String(templatesFolder.dropLast("/templates".count))

  private static func text(_ path: String) throws -> String {
    String(decoding: try Files.read("\(root)/\(path)", limit: 1 << 20), as: UTF8.self)
  }

  /// What the page has between fences of a language.
  private static func blocks(_ language: String) throws -> [String] {
    try text("docs/first-figure.md").split(separator: "```\(language)\n").dropFirst().map {
      String($0[..<$0.firstRange(of: "\n```")!.lowerBound]) + "\n"
    }
  }

  private static func figure(
    _ language: Language, targets: [Double] = SampleLessons.neuron.result.regression!.targets
  ) throws -> Figure {
    let words = try blocks("yaml")[language == .en ? 0 : 1]
    let path = "templates/report/\(language.rawValue).yaml"
    let catalogue = try text(path).replacing("\nfigure:\n", with: "\nfigure:\n\(words)")
    var sample = SampleLessons.neuron
    sample.result.regression?.targets = targets
    var context = try SampleLessons.context(sample, language)
    context.phrases = try PhraseCatalogue(
      yaml: Array(catalogue.utf8), path: path, language: language)
    return TargetBinsFigure().figure(context)
  }

  @Test func thePageShowsWhatIsCompiledHere() throws {
    let file = try Self.text("Tests/FiguresTests/FirstFigure/TargetBinsFigure.swift")
    let start = try #require(file.firstRange(of: "/// How many rows"))
    #expect(try Self.blocks("swift") == [String(file[start.lowerBound...])])
    #expect(try Self.blocks("yaml").count == 2)
  }

  @Test func theFilesItNamesExist() throws {
    let page = try Self.text("docs/first-figure.md")
    for path in [
      "Sources/Figures/FigureCatalogue.swift", "Sources/Pages/Handouts", "docs/figures.md",
      "docs/gallery/notebook.yaml", "scripts/figure-pictures", "Tests/FiguresTests",
    ] {
      #expect(page.contains(path))
      #expect(Files.isFile("\(Self.root)/\(path)") || Files.isFolder("\(Self.root)/\(path)"))
    }
  }

  @Test func itCountsEveryRowOnce() throws {
    let figure = try Self.figure(.en)
    // -40 to 100 in fifths of 28; the greatest target is in the last.
    #expect(figure.data.rows.map { $0[1] } == [1, 1, 1, 2, 2].map(DataTable.Cell.integer))
    #expect(figure.alt == "Bars: 7 rows by Temperature (°F), in equal fifths of its range.")
    #expect(try Self.figure(.es).caption == "Cómo se reparten las 7 filas según Temperatura (°F).")
  }

  @Test func equalTargetsAreOneBar() throws {
    let figure = try Self.figure(.en, targets: [Double](repeating: 4, count: 7))
    #expect(figure.data.rows == [[.text("4"), .integer(7)]])
  }

  @Test func aLessonOfImagesIsRefused() {
    #expect(TargetBinsFigure().need(of: SampleLessons.garments.lesson) == .table)
  }
}
