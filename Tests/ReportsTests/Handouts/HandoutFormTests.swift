import TestSupport
import Testing

@testable import Lessons
@testable import Reports

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
    var bytes: [UInt8] = []
    for _ in 0..<100 where bytes.isEmpty {
      bytes = browser.downloads.bytes("respuestas.csv")
      if bytes.isEmpty { _ = try browser.waits(until: "true") }
    }
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
      bytes == AnswerFile.write(ids.map { (id: $0, text: texts[$0] ?? "") }, language: .es))
    #expect(try browser.console() == [])
  }

  @Test func `the sheet fits a phone, and its paper has the pages of the sketch`() throws {
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
      let pdf = String(decoding: try browser.pdf(), as: UTF8.self)
      #expect(pdf.matches(of: /\/Type \/Page\b/).count == 6)
    }
  }
}
