import TestSupport
import Testing

/// The whole report in a real browser: nothing missing, nothing cut off, nothing complained about.
@Suite(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)), .serialized)
struct BrowserPageTests {
  private let browser: Browser

  init() throws {
    browser = try Browser()
  }

  private func open(_ name: String = "index.html", language: String = "es") throws {
    try browser.open("file://\(SampleReport.path(name))?lang=\(language)")
  }

  @Test(arguments: ["es", "en"])
  func everyImageIsLoadedAndTheConsoleIsSilent(language: String) throws {
    try open(language: language)
    #expect(try browser.waits(until: "document.readyState === 'complete'"))
    let broken = try browser.run(
      """
      var images = Array.prototype.slice.call(document.querySelectorAll("main img"));
      return images.length === 0 ? ["no image"] : images.filter(function (image) {
        return !image.complete || image.naturalWidth === 0;
      }).map(function (image) { return image.src; });
      """)
    #expect(broken.elements.isEmpty, "\(broken)")
    #expect(try browser.console() == [])
  }

  @Test(arguments: [("index.html", "es"), ("index.html", "en"), ("informe.es.html", "es")])
  func nothingScrollsSidewaysOnAPhone(name: String, language: String) throws {
    try browser.resize(width: 360, height: 740)
    try open(name, language: language)
    #expect(try browser.run("return document.documentElement.scrollWidth").number == 360)
    // Opened, the tables of the figures' data scroll by themselves.
    try browser.run(
      "document.querySelectorAll('details').forEach(function (part) { part.open = true; })")
    #expect(try browser.run("return document.documentElement.scrollWidth").number == 360)
  }

  @Test func theDarkIsDarkAndFiguresStayOnWhite() throws {
    try browser.emulate(features: ["prefers-color-scheme": "dark"])
    try open()
    func colour(_ selector: String, _ property: String) throws -> String {
      try browser.run(
        "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
        .string(selector), .string(property)
      ).text ?? ""
    }
    #expect(try colour("body", "backgroundColor") == "rgb(18, 22, 28)")
    #expect(try colour("body", "color") == "rgb(227, 231, 237)")
    #expect(try colour(".in-es .card", "backgroundColor") == "rgb(255, 255, 255)")
    try browser.emulate(features: ["prefers-color-scheme": "light"])
    #expect(try colour("body", "backgroundColor") == "rgb(255, 255, 255)")
  }

  @Test(
    .enabled(
      if: PrintedPages.isInstalled, Comment(rawValue: PrintedPages.absence)),
    arguments: [("es", "Contents"), ("en", "Contenido")])
  func paperHasOneLanguageAndWholeFigures(language: String, other: String) throws {
    try open(language: language)
    let printed = PrintedPages(pdf: try browser.pdf())
    #expect(printed.texts.count > 4)
    #expect(!printed.texts.contains { $0.contains(other) })
    // Letter, because the notebook is Mexican: 612 by 792 points.
    #expect(printed.information.contains("612 x 792 pts (letter)"), "\(printed.information)")
    #expect(printed.pictureCounts.contains { $0 > 0 })
    #expect(printed.brokenPages == [])
  }

  @Test func aTermLeadsToItsExplanationAndBack() throws {
    try open()
    try browser.click("#es-use-sesgo")
    #expect(try browser.run("return location.hash").text == "#es-term-sesgo")
    try browser.run("document.querySelector('#es-term-sesgo .back').focus()")
    try browser.press(Keys.enter)
    #expect(try browser.run("return location.hash").text == "#es-use-sesgo")
  }
}
