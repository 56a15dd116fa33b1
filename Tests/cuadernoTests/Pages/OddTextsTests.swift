import TestSupport
import Testing

/// Long and odd texts through every text field of a notebook, in a real browser.
@Suite(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)))
struct OddTextsTests {
  private static let texts = [
    "<script>document.title = 'taken'</script> & 'a' \\\"b\\\" </title></style>",
    String(repeating: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", count: 3)
      + String(repeating: " y todo de una vez", count: 8),
    "مقدمة في الشبكات العصبية", "🧪👩‍🔬 é {{loss.last}}",
  ]

  private static func notebook(_ text: String) -> String {
    let words = "{es: \"\(text)\", en: \"\(text)\"}"
    let short = String(text.prefix(24)).replacing("\\", with: "")
    return """
      schema: 1
      id: odd
      title: \(words)
      course:
        {author: \(words), institution: \(words), program: \(words), subject: \(words),
        term: \(words), group: \(words), based_on: \(words)}
      lessons:
        - id: line
          title: \(words)
          data:
            table: line.csv
            input: x
            target: y
            columns: {x: {label: \(words), unit: '\(short)'}, y: {label: \(words)}}
          reference: {kernel: [[2]], bias: [1], label: \(words)}
          model:
            - Dense: {units: 1}
          compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
          fit: {epochs: 50}
          predict: [3]
      """
  }

  @Test(arguments: texts.indices)
  func theyAreShownAndDoNothing(index: Int) throws {
    let text = Self.texts[index]
    let folder = TemporaryFolder()
    folder.write("odd/notebook.yaml", Self.notebook(text))
    folder.write("odd/line.csv", "x,y\n0,1\n1,3\n2,5\n3,7\n4,9\n")
    let outcome = Shell(folder: folder).run("odd", "--output", "report")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let browser = try Browser(width: 360, height: 740)
    try browser.open("file://\(folder.path)/report/index.html?lang=en")
    let shown = text.replacing("\\\"", with: "\"")
    #expect(try browser.run("return document.title").text == shown)
    #expect(try browser.run("return document.querySelector('.in-en h1').textContent").text == shown)
    let title = "return document.querySelector('#en-line-title').textContent"
    #expect(try browser.run(title).text == "1 \(shown)")
    #expect(try browser.run("return document.documentElement.scrollWidth").number == 360)
    let cut = try browser.run(
      """
      return Array.prototype.slice.call(document.querySelectorAll(
        "h1, h2, nav a, dd, figcaption, p, label")).filter(function (part) {
          return part.getClientRects().length > 0 && part.scrollWidth > part.clientWidth + 1
            && part.clientWidth > 0;
      }).map(function (part) { return part.outerHTML.slice(0, 200); });
      """)
    #expect(cut.elements.isEmpty, "\(cut)")
    #expect(try browser.console() == [])
  }
}
