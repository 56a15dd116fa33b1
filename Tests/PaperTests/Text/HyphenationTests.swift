import Testing

@testable import Paper

/// Oracles: the Real Academia's rules for syllables, and Webster's divisions.
@Suite struct HyphenationTests {
  private func divided(_ word: String, _ language: String) throws -> String {
    let places = try Hyphenation(language: language).places(in: word)
    return word.enumerated().map { places.contains($0.offset) ? "-\($0.element)" : "\($0.element)" }
      .joined()
  }

  @Test func spanishWordsAreDividedIntoSyllables() throws {
    for word in ["tem-pe-ra-tu-ra", "gra-dien-te", "pér-di-da", "apren-di-za-je", "re-gre-sión"] {
      let plain = word.replacing("-", with: "")
      #expect(try divided(plain, "es-MX") == word)
    }
  }

  @Test func englishWordsAreDivided() throws {
    for word in ["al-go-rithm", "hy-phen-ation", "com-puter"] {
      let plain = word.replacing("-", with: "")
      #expect(try divided(plain, "en-US") == word)
    }
  }

  @Test func otherLanguagesAndShortOrEndlessWordsStayWhole() throws {
    #expect(try divided("temperatura", "fi") == "temperatura")
    #expect(try divided("sol", "es") == "sol")
    let long = String(repeating: "ra", count: 100)
    #expect(try divided(long, "es") == long)
  }
}
