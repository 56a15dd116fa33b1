import Paper
import TestSupport
import Testing

@testable import Pages

/// Hand-outs on paper, read by poppler; without a browser.
@Suite(.enabled(if: PrintedPages.isInstalled, Comment(rawValue: PrintedPages.absence)))
struct HandoutPaperTests {
  @Test(arguments: HandoutEdition.allCases, PageFormat.allCases)
  func `paper is tagged and vector, and every page of a key says whose it is`(
    edition: HandoutEdition, format: PageFormat
  ) throws {
    let stamps = ["Versión del docente. No distribuir.", "Teacher's version. Do not distribute."]
    let ends = ["Diferencias con el cuaderno original", "from the original notebook"]
    let files = try BundledHandout.printed(edition, paper: format)
    #expect(files.count == 2)
    for (number, file) in files.enumerated() {
      let pages = PrintedPages(pdf: file.bytes)
      #expect(pages.information.contains(format == .a4 ? "(A4)" : "(letter)"))
      #expect(pages.information.contains(#/Tagged: +yes/#))
      #expect(pages.fonts.allSatisfy { $0.contains("yes yes yes") })
      // A sheet is of three sheets of paper, a key of four.
      #expect(edition == .teacher ? pages.texts.count <= 8 : pages.texts.count == 6)
      let stamped = pages.texts.count { $0.contains(stamps[number]) }
      #expect(stamped == (edition == .teacher ? pages.texts.count : 0))
      #expect(pages.texts.contains { $0.contains(ends[number]) } == (edition == .teacher))
    }
    // Whatever else is printed in between.
    #expect(try BundledHandout.printed(edition, paper: format).map(\.bytes) == files.map(\.bytes))
  }
}
