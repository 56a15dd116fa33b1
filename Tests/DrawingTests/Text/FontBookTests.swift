import Drawing
import Testing

@Suite struct FontBookTests {
  private let style = TextStyle(12, color: Color(0))

  /// DejaVu Sans has 2048 units an em, 1401 of them in a capital A and V, with kerning between.
  @Test func advancesAndKerning() throws {
    let fonts = try FontBook()
    let one = fonts.width(of: "A", style)
    #expect(abs(one - 12 * 1401 / 2048) < 0.01)
    #expect(fonts.width(of: "AVAV", style) < 4 * one - 0.5)
  }

  @Test func accentsOfEitherFormAreTheSame() throws {
    let fonts = try FontBook()
    #expect(fonts.width(of: "e\u{301}poca", style) == fonts.width(of: "época", style))
  }

  @Test func whatCannotBeDrawnIsOneReplacementARun() throws {
    let fonts = try FontBook()
    let replacement = fonts.width(of: "\u{FFFD}", style)
    #expect(fonts.width(of: "🎉🎉🎉", style) == replacement)
    #expect(fonts.width(of: "שלום", style) == replacement)
    #expect(fonts.width(of: "a\nb", style) == fonts.width(of: "a b", style))
    #expect(fonts.width(of: "a\u{200D}b", style) == fonts.width(of: "ab", style))
  }

  @Test func whatIsTooLongEndsInAnEllipsis() throws {
    let fonts = try FontBook()
    let text = fonts.fitted("una etiqueta muy larga", style, width: 60)
    #expect(text.hasSuffix("…") && !text.hasSuffix(" …"))
    #expect(fonts.width(of: text, style) <= 60)
    #expect(fonts.fitted("corta", style, width: 60) == "corta")
    let lines = fonts.wrapped("una etiqueta muy larga que no cabe", style, width: 80, lines: 2)
    #expect(lines.count == 2 && lines[1].hasSuffix("…"))
    #expect(lines.allSatisfy { fonts.width(of: $0, style) <= 80 })
  }
}
