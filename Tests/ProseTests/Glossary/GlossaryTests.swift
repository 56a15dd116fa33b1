import Lessons
import TestSupport
import Testing

@testable import Phrases
@testable import Prose

@Suite struct GlossaryTests {
  private static let yaml = """
    "época | épocas": "Una vuelta."
    "capa densa | capas densas": "Todas con todas."
    "capa": "Un grupo."
    "Adam": "Un optimizador."
    """

  private func linker() throws -> GlossaryLinker {
    GlossaryLinker(
      try Glossary(yaml: Array(Self.yaml.utf8), path: "glossary.es.yaml"), language: .es)
  }

  @Test func theFirstUseBecomesALink() throws {
    var linker = try linker()
    #expect(
      linker.link("<p>Una Época y otra época.</p>")
        == "<p>Una <a class=\"term\" id=\"es-use-epoca\" href=\"#es-term-epoca\">Época</a> y otra época.</p>"
    )
    #expect(linker.link("<p>Más épocas.</p>") == "<p>Más épocas.</p>")
    #expect(linker.used.map(\.name) == ["época"])
    #expect(linker.used.map(\.explanation) == ["Una vuelta."])
  }

  @Test func theLongestTermIsTaken() throws {
    var linker = try linker()
    #expect(
      linker.link("dos capas densas; una capa")
        == "dos <a class=\"term\" id=\"es-use-capa-densa\" href=\"#es-term-capa-densa\">capas densas</a>; una <a class=\"term\" id=\"es-use-capa\" href=\"#es-term-capa\">capa</a>"
    )
  }

  @Test(arguments: [
    "<h3>época</h3>", "<pre><code>época</code></pre>", "<p><code>época</code></p>",
    "<p><a href=\"x\">época</a></p>", "<table><tr><td>época</td></tr></table>",
    "<figure><figcaption>época</figcaption></figure>", "<details><p>época</p></details>",
    "<p>epocal megaépoca épocas_2 _época época2</p>", "<p>metepoca</p>",
  ])
  func otherTextIsLeftAlone(html: String) throws {
    var linker = try linker()
    #expect(linker.link(html) == html)
    #expect(linker.used.isEmpty)
    // And what follows is text again.
    #expect(linker.link("<p>Una época.</p>").contains("class=\"term\""))
  }

  @Test func aTermInsideEmphasisAndBesideEntitiesIsFound() throws {
    var linker = try linker()
    #expect(
      linker.link("<p>&amp;<strong>Adam</strong>&lt;</p>")
        == "<p>&amp;<strong><a class=\"term\" id=\"es-use-adam\" href=\"#es-term-adam\">Adam</a></strong>&lt;</p>"
    )
  }

  @Test(arguments: Language.allCases)
  func theBundledGlossaryIsWhole(language: Language) throws {
    let glossary = try Glossary.load(templates: templatesFolder, language: language)
    #expect(glossary.terms.count > 30)
    let slugs = glossary.terms.map(\.slug)
    #expect(Set(slugs).count == slugs.count, "two terms share an anchor")
    let forms = glossary.terms.flatMap(\.forms).map { $0.lowercased() }
    #expect(Set(forms).count == forms.count, "a form belongs to two terms")
    for term in glossary.terms {
      #expect(term.explanation.hasSuffix("."), "\(term.name)")
      #expect(term.explanation.count < 160, "\(term.name)")
    }
  }

  @Test func aGlossaryThatIsNoMapOfTextsIsRefused() {
    #expect(throws: TemplateError.notText(path: "g.yaml", line: 1, column: 4, key: "a")) {
      try Glossary(yaml: Array("a: [b]".utf8), path: "g.yaml")
    }
  }
}
