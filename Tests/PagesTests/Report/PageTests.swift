import Archives
import Drawing
import Lessons
import TestSupport
import Testing

@testable import Figures
@testable import Pages
@testable import Phrases
@testable import Prose

@Suite struct PageTests {
  private static let hostile = "<script>alert(\"1\")</script> & 'x' {{seed}}"

  private func pages(
    _ text: String = "Título", languages: [Language] = [.es, .en], rows: Int = 3
  ) throws -> [String: String] {
    let both = LocalizedText([.es: text, .en: "\(text) in English"])
    let lesson = Lesson(id: "l", title: both)
    var notebook = Notebook(
      folder: "/nowhere", id: "n", languages: languages, title: both, lessons: [lesson])
    notebook.course.institution = both
    notebook.course.author = both
    notebook.course.basedOn = both
    let data = DataTable(
      columns: [.init("x", label: text), .init("name", label: "n")],
      rows: (0..<rows).map { [.number(Double($0) + 0.5), .text(text)] })
    let figures = languages.map { language in
      DrawnFigure(
        lesson: "l", language: language,
        figure: Figure(
          id: "l-loss", name: "loss", picture: Picture(panels: []), title: text,
          alt: both[language], longDescription: text, caption: both[language], data: data
        ).content,
        png: [1, 2, 3])
    }
    let writer = PageWriter(
      content: ReportContent(
        notebook: notebook, languages: languages, lessons: [lesson], results: [:],
        prose: try NotebookProse.load(notebook), only: nil,
        inputs: [InputFile(name: "notebook.yaml", sha256: "0123456789abcdef0123")]),
      phrases: try Dictionary(
        uniqueKeysWithValues: languages.map {
          ($0, try PhraseCatalogue.load(templates: templatesFolder, language: $0))
        }),
      templates: try PageTemplates(templates: templatesFolder), figures: figures)
    return Dictionary(uniqueKeysWithValues: writer.pages().map { ($0.name, $0.html) })
  }

  @Test func writesOnePageWithEveryLanguageAndOneForEach() throws {
    let both = try pages()
    #expect(both.keys.sorted() == ["index.html", "informe.es.html", "report.en.html"])
    #expect(
      try pages(languages: [.es]).keys.sorted() == ["index.html", "informe.es.html"])
  }

  @Test func escapesEveryText() throws {
    for (name, html) in try pages(Self.hostile) {
      let own = html.replacing("<script>(function () {", with: "")
      #expect(!own.contains("<script>"), "\(name)")
      #expect(!own.contains("alert(\""), "\(name)")
      #expect(
        own.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; {{seed}}")
      )
    }
  }

  @Test func switchesLanguageInPlace() throws {
    let html = try #require(try pages()["index.html"])
    #expect(html.contains("id=\"language-es\" value=\"es\" data-locale=\"es-MX\""))
    #expect(html.contains("<label for=\"language-en\" lang=\"en\">English</label>"))
    // Without JavaScript the first language shows, and the style sheet hides the other.
    #expect(html.count(of: " checked>") == 1)
    #expect(html.contains(":root:has(#language-es:checked) .in-en"))
    #expect(html.count(of: "<main ") == 1)
    for part in ["class=\"in-es\" lang=\"es-MX\"", "class=\"in-en\" lang=\"en\""] {
      #expect(html.contains("<div \(part)>"), "\(part)")
    }
  }

  @Test func aPageOfOneLanguageHasNoSwitchAndNoScript() throws {
    for html in [
      try pages()["informe.es.html"]!, try pages(languages: [.es])["index.html"]!,
    ] {
      #expect(!html.contains("<input") && !html.contains("<script"))
      #expect(!html.contains("script-src"))
      #expect(!html.contains("in English"))
    }
  }

  @Test func aPageThatTravelsAloneLinksNothing() throws {
    let html = try #require(try pages()["informe.es.html"])
    #expect(html.contains("src=\"data:image/png;base64,AQID\""))
    let links = html.matches(of: /(?:src|href)="([^"]*)"/).map { String($0.output.1) }
    #expect(links.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("data:") }, "\(links)")
  }

  @Test func everyAnchorIsThere() throws {
    for (name, html) in try pages() {
      for link in html.matches(of: /href="#([^"]*)"/) {
        #expect(html.contains("id=\"\(link.output.1)\""), "\(name): #\(link.output.1)")
      }
      let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "\(name): an id stands twice")
    }
  }

  @Test func thePolicyAllowsThisStyleAndScriptAlone() throws {
    let html = try #require(try pages()["index.html"])
    for tag in ["style", "script"] {
      let start = try #require(html.firstRange(of: "<\(tag)>")).upperBound
      let end = try #require(html.firstRange(of: "</\(tag)>")).lowerBound
      let hash = Base64.encode(SHA256.hash(Array(html[start..<end].utf8)))
      #expect(html.contains("\(tag)-src &#39;sha256-\(hash)&#39;"), "\(tag)")
    }
    #expect(html.contains("default-src &#39;none&#39;"))
    #expect(!html.contains(" style=\""), "the policy blocks style attributes")
    #expect(!html.contains(" onclick="))
  }

  @Test func aLongTableIsCutAndSaysSo() throws {
    let html = try #require(try pages(languages: [.es], rows: 1000)["index.html"])
    // Numbers and texts of eight rows, and the gap.
    #expect(html.count(of: "<td>") == 8)
    #expect(html.count(of: "<td class=\"t\">") == 8)
    #expect(html.count(of: "<tr class=\"gap\"><td colspan=\"2\">…\n") == 1)
    #expect(html.contains("<td>3.5<td") && !html.contains("<td>4.5<td"))
    #expect(html.contains("<td>999.5<td"))
    #expect(
      html.contains(
        "Se muestran 8 de 1,000 filas; todas están en <a href=\"data/l-loss.csv\">data/l-loss.csv</a>"
      ))
    let short = try #require(try pages(languages: [.es], rows: 8)["index.html"])
    #expect(short.count(of: "<td>") == 8)
    #expect(!short.contains("Se muestran"))
  }

  @Test(arguments: [
    ([], ""), ([0x66], "Zg=="), ([0x66, 0x6F], "Zm8="), ([0x66, 0x6F, 0x6F], "Zm9v"),
    (Array("foobar".utf8), "Zm9vYmFy"), ([0xFB, 0xFF], "+/8="),
  ])
  func base64(bytes: [UInt8], text: String) {
    #expect(Base64.encode(bytes) == text)
  }
}

extension String {
  /// How often `part` stands in it.
  fileprivate func count(of part: String) -> Int {
    ranges(of: part).count
  }
}
