import Phrases
import TestSupport
import Testing

@testable import Lessons
@testable import Pages

/// The student's page in a browser.
@Suite(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)))
struct HandoutFormTests {
  @Test func `the form downloads what the reader of answers accepts`() throws {
    let folder = TemporaryFolder()
    let page = try #require(try BundledHandout.files(.student).first)
    folder.write("hoja.html", page.text)
    let browser = try Browser()
    try browser.open("\(folder.path)/hoja.html")
    let given = [
      ("sin-entrenar", "31,5 °F"), ("errores.prediccion-1", "−67.5"), ("corrida.peso", "1.798"),
      ("paradigmas", "uno, \"dos\"\ntres; ñ"),
    ]
    for (id, text) in given {
      try browser.run(
        """
        const field = document.querySelector(`[data-id="${arguments[0]}"]`);
        field.value = arguments[1];
        field.dispatchEvent(new Event("input"));
        """, .string(id), .string(text))
    }
    try browser.click("[data-id=peso-o-sesgo][value=b]")
    try browser.click("#download")
    let bytes = browser.downloaded("respuestas.csv")
    let blanks = BundledHandout.notebook.lessons.flatMap(\.exercises).flatMap(\.blanks)
    let sheet = try AnswerSheet.read(
      bytes: bytes, path: "respuestas.csv", blanks: blanks, region: .mx)
    #expect(sheet.problems.isEmpty)
    #expect(sheet["sin-entrenar"]?.number(near: 31) == 31.5)
    #expect(sheet["errores.prediccion-1"]?.number(near: 0) == -67.5)
    #expect(sheet["paradigmas"]?.text == "uno, \"dos\"\ntres; ñ")
    #expect(sheet["peso-o-sesgo"]?.value == .choice(1))
    #expect(sheet.unanswered.count == blanks.count - 5)
    // Byte for byte what the writer of answer files writes, in the order of the sheet.
    let texts = Dictionary(uniqueKeysWithValues: given + [("peso-o-sesgo", "b")])
    var ids: [String] = []
    for match in page.text.matches(of: /data-id="([^"]+)"/) {
      let id = String(match.output.1)
      if !ids.contains(id) { ids.append(id) }
    }
    #expect(
      bytes
        == reportPhrases(.es).answerFile.write(ids.map { (id: $0, text: texts[$0] ?? "") })
    )
    #expect(try browser.console() == [])
  }

  /// What is typed into the fields of each kind, one after the other.
  private static let typed = [
    "number": ["31,5", "31.5 °F", "−4", "-0,25", "+7", "1e-3"],
    "text": ["=1+1", "@ana; \"así\", dijo", "uno\ndos | tres", " con blancos ", "", "ñandú\ttab"],
  ]

  @Test(arguments: Language.allCases)
  func `the keyboard alone fills the sheet and saves it`(language: Language) throws {
    let folder = TemporaryFolder()
    let page = try BundledHandout.files(.student)[language == .es ? 0 : 1]
    folder.write("hoja.html", page.text)
    let browser = try Browser()
    try browser.open("\(folder.path)/hoja.html")
    var given: [(id: String, text: String)] = []
    var groups: Set<String> = []
    for _ in 0..<200 {
      try browser.press(Keys.tab)
      let focus = try browser.run(
        """
        const field = document.activeElement;
        return [field.dataset.id || field.id, field.type, field.className];
        """
      ).elements.compactMap(\.text)
      let (id, type) = (focus[0], focus[1])
      if id == "download" { break }
      guard !id.isEmpty else { continue }
      if type == "radio" {
        // The first of the group has the focus; the arrow goes to the second.
        guard groups.insert(id).inserted else { continue }
        try browser.press(Keys.down)
        given.append((id, "b"))
      } else {
        let kind = focus[2].hasPrefix("number") ? "number" : "text"
        let texts = Self.typed[kind]!
        var text = texts[given.count % texts.count]
        // A tab goes on to the next field, and one line has no second.
        if type == "text" { text = text.replacing("\n", with: " ") }
        text = text.replacing("\t", with: " ")
        try browser.press(text.replacing("\n", with: Keys.enter))
        given.append((id, text))
      }
    }
    try browser.press(Keys.enter)
    let bytes = browser.downloaded("respuestas.csv")
    #expect(bytes == reportPhrases(language).answerFile.write(given))
    let blanks = BundledHandout.notebook.lessons.flatMap(\.exercises).flatMap(\.blanks)
    #expect(Set(given.map(\.id)) == Set(blanks.map(\.id)))
    let sheet = try AnswerSheet.read(
      bytes: bytes, path: "respuestas.csv", blanks: blanks, region: .mx)
    #expect(sheet.problems.isEmpty, "\(sheet.problems)")
    #expect(sheet.answers.count == given.count { !$0.text.isEmpty })
  }

  @Test func `the sheet fits a phone`() throws {
    let folder = TemporaryFolder()
    for (number, page) in try BundledHandout.files(.student).enumerated() {
      folder.write("\(number).html", page.text)
      let browser = try Browser(width: 360, height: 740)
      try browser.open("\(folder.path)/\(number).html")
      #expect(
        try browser.run("return document.documentElement.scrollWidth <= 360") == .boolean(true))
      #expect(
        try browser.run("return [...document.images].every(image => image.naturalWidth > 0)")
          == .boolean(true))
    }
  }
}
