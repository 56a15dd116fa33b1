import Drawing
import TestSupport
import Testing

@testable import Paper

@Suite struct PaperPressTests {
  private static func printed(
    _ blocks: [PaperBlock], _ format: PageFormat = .letter
  ) throws -> PaperPress.Printed {
    try PaperPress(language: "es-MX").print(Samples.document(blocks, format))
  }

  @Test func theSameDocumentHasTheSameBytes() throws {
    let first = try Self.printed(Samples.everything)
    #expect(try Self.printed(Samples.everything).bytes == first.bytes)
    // Also after the press has printed something else.
    let press = try PaperPress(language: "es-MX")
    _ = press.print(Samples.document([.paragraph([PaperRun("Antes.")])]))
    #expect(press.print(Samples.document(Samples.everything)).bytes == first.bytes)
    #expect(first.bytes.starts(with: Array("%PDF-1.7\n".utf8)))
  }

  @Test func charactersThatNoFontHasAreNamedOnce() throws {
    let text: PaperText = [PaperRun("שלום 你好 你 ✓ α ≤ ∞ ☐ fin.")]
    let printed = try Self.printed([.paragraph(text)])
    #expect(printed.missing.map { String($0) } == ["ש", "ל", "ו", "ם", "你", "好"])
    let message = MissingCharacters.message(printed.missing, in: "a.pdf")
    #expect(message.key == "paper.lacksCharacters")
    #expect(message.arguments["characters"]?.hasPrefix("U+05E9 (HEBREW LETTER SHIN), ") == true)
  }

  @Test func whatDoesNotFitIsMadeToFit() throws {
    let wide = PaperTable(
      alignments: Array(repeating: .right, count: 40),
      head: (0..<40).map { [PaperRun("columna \($0)")] },
      rows: [(0..<40).map { [PaperRun("\($0 * 1_111)")] }])
    let tall = PaperFigure(
      picture: Picture(width: 300, height: 4_000, panels: []), alt: "alta", caption: [])
    let word = String(repeating: "desoxirribonucleico", count: 30)
    let printed = try Self.printed([
      .table(wide), .figure(tall), .paragraph([PaperRun(word)]), .code(word + "\n"),
      .columns([[.paragraph([PaperRun(word)])], [.figure(tall)]]), .ruledLines(200),
      .sketch(50), .quote([]), .list(PaperList(.bullet, items: [[]])), .code(""),
    ])
    // Lines to write on come closer, from 20 points to 17.
    #expect(printed.fills.allSatisfy { $0 <= 20 / 17.0 }, "\(printed.fills)")
    #expect((6...20).contains(printed.pageCount))
  }

  @Test func twoHundredPagesHaveNoneThatIsNearlyEmpty() throws {
    let text = PaperBlock.paragraph([PaperRun(Samples.spanish)])
    let printed = try Self.printed(Array(repeating: text, count: 2_500))
    #expect(printed.pageCount > 180)
    #expect(printed.fills.dropLast().allSatisfy { $0 > 0.85 })
  }

  @Test(.enabled(if: PrintedPages.isInstalled, Comment(rawValue: PrintedPages.absence)))
  func readersFindTheTextInOrder() throws {
    let pages = PrintedPages(pdf: try Self.printed(Samples.everything).bytes)
    let text = pages.texts.joined()
    let words = [
      "Práctica de TensorFlow", "De grados Celsius", "Un punto corto", "import numpy",
      "Tabla 1.", "100 °C", "Pregunta 1",
    ]
    var rest = text[...]
    for word in words {
      let place = try #require(
        rest.firstRange(of: word), "\(word) after \(text.count - rest.count)")
      rest = rest[place.upperBound...]
    }
    #expect(pages.information.contains(#/Tagged: +yes/#))
    #expect(pages.information.contains(#/Title: +Práctica de TensorFlow/#))
    #expect(pages.structure.contains("Document\n  H1"))
    #expect(pages.structure.contains("TH"))
    #expect(pages.fonts.allSatisfy { $0.contains(#/yes yes yes/#) } && pages.fonts.count >= 4)
  }

  @Test(.enabled(if: PrintedPages.isInstalled, Comment(rawValue: PrintedPages.absence)))
  func aFigureIsVectorAndTellsWhatItShows() throws {
    let picture = Picture(width: 300, height: 200, title: "Curva", panels: [])
    let figure = PaperFigure(
      picture: picture, alt: "Una curva que baja.", caption: [PaperRun("Figura 1.")])
    let bytes = try Self.printed([.figure(figure)]).bytes
    let pages = PrintedPages(pdf: bytes)
    #expect(pages.pictureCounts == [0] && pages.texts[0].contains("Curva"))
    // "Una" in UTF-16.
    #expect(String(decoding: bytes, as: UTF8.self).contains("/Alt <feff0055006e0061"))
    let alone = try PaperPress(language: "es").print(
      picture, title: "Curva", alt: "Una curva que baja.")
    #expect(PrintedPages(pdf: alone).information.contains("225 x 150 pts"))
  }
}
