import Lessons
import TestSupport
import Testing

@testable import Prose

@Suite struct ProseRendererTests {
  private func html(_ text: String, lesson: String = "celsius") throws -> String {
    try Fixture.html(text, lesson: lesson, values: try Fixture.values())
  }

  @Test func valuesStandInHeadingsTablesCodeAndLinks() throws {
    let text = """
      # Para {{rows}} filas
      **{{fixed2(predict.100)}}** °F y `{{float32(predict.100)}}`

      | a | b |
      |---|--:|
      | {{steps}} | {{loss.last}} |

      ```
      [[{{float32(predict.100)}}]]
      ```
      """
    #expect(
      try html(text).replacing(" translate=\"no\"", with: "") == """
        <h3>Para 7 filas</h3>
        <p><strong>211.74</strong> °F y <code>211.74075</code></p>
        <div class="scroll" tabindex="0" role="group" aria-label="a, b">
        <table>
        <thead>
        <tr><th scope="col">a</th><th scope="col" class="right">b</th></tr>
        </thead>
        <tbody>
        <tr><td>1</td><td class="right">0.064</td></tr>
        </tbody>
        </table>
        </div>
        <pre tabindex="0"><code>[[211.74075]]
        </code></pre>

        """)
  }

  @Test func sectionsLeaveNoTraceOfTheirTags() throws {
    let text = """
      uno
      {{#facts.converged}}
      dos
      {{/facts.converged}}
      {{^facts.converged}}
      tres
      {{/facts.converged}}
      {{! comentario }}
      cuatro {{#facts.diverged}}cinco{{/facts.diverged}}{{^facts.diverged}}seis{{/facts.diverged}}
      """
    #expect(try html(text) == "<p>uno\ndos\ncuatro seis</p>\n")
  }

  @Test func aQuoteMayHoldSectionsAndDirectives() throws {
    let text = """
      > {{#facts.extrapolates.100}}
      > **Ojo:** a
      > {{/facts.extrapolates.100}}
      > {{figure loss}}
      """
    #expect(
      try html(text) == """
        <blockquote>
        <p><strong>Ojo:</strong> a</p>
        <figure>loss</figure>

        </blockquote>

        """)
  }

  @Test func whatIsPlacedIsSaidAndWhatIsLeftOutIsNot() throws {
    let template = try ProseTemplate.parse(
      "{{figure loss}}\n{{#facts.diverged}}\n{{figure fit}}\n{{/facts.diverged}}\n{{summary}}",
      path: "p")
    let renderer = ProseRenderer(values: try Fixture.values())
    let rendered = renderer.render(template, lesson: "celsius", figure: { "[\($0)]" })
    #expect(rendered.placed == [.figure("loss"), .summary])
    #expect(rendered.html.hasPrefix("[loss]\n<pre class=\"summary\""))
    #expect(template.figures == ["loss", "fit"])
  }

  @Test func escapedBracesAreText() throws {
    #expect(try html("\\{{rows}} {") == "<p>{{rows}} {</p>\n")
  }

  /// A title or a class name is text, whatever it holds.
  @Test(arguments: [
    "<script>alert(1)</script>", "{{seed}}", "`a` **b** [c](javascript:x)", "\" onload=\"x",
    "| a | b |", "# a", "\u{0}v0\u{0}", "&amp; <!--", "]]>", "\n\n# a", "${x}", "</code></pre>",
  ])
  func valuesNeverBecomeMarkup(hostile: String) throws {
    var notebook = Fixture.notebook()
    notebook.lessons[1].title = LocalizedText([.es: hostile, .en: hostile])
    let values = try Fixture.values(notebook: notebook)
    let text = "{{lesson.title}}\n\n# *{{lesson.title}}*\n\n| {{lesson.title}} |\n|---|\n"
    let html = try Fixture.html(text, values: values)
    let escaped = HTML.escaped(hostile)
    #expect(
      html == """
        <p>\(escaped)</p>
        <h3><em>\(escaped)</em></h3>
        <div class="scroll" tabindex="0" role="group" aria-label="\(escaped)">
        <table>
        <thead>
        <tr><th scope="col">\(escaped)</th></tr>
        </thead>
        </table>
        </div>

        """)
    #expect(!html.contains("<script"))
    let link = try Fixture.html("[a]({{lesson.title}}) <https://{{lesson.title}}>", values: values)
    #expect(!link.contains("href"))
  }

  @Test func answersAreTemplatesOfTheirOwn() throws {
    let renderer = ProseRenderer(values: try Fixture.values())
    let template = try ProseTemplate.parse("{{rounded.list}} <&> {{predict.0}}", path: "p")
    #expect(
      renderer.text(template, lesson: "celsius")
        == "46 (46.4), 72 (71.6) y 100 (100.4) <&> 31.9")
  }

  @Test func aLessonWithoutAModelPlacesNothingOfOne() throws {
    let renderer = ProseRenderer(values: try Fixture.values())
    #expect(renderer.block(.summary, lesson: "intro").isEmpty)
    #expect(renderer.block(.figure("a"), lesson: "intro", figure: { "[\($0)]" }) == "[a]")
  }
}
