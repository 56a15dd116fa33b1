import Glibc
import Reports
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
      if: access("/usr/bin/pdfimages", X_OK) == 0, "skipped: the package poppler-utils is missing"),
    arguments: [("es", "Figura", "Contents"), ("en", "Figure", "Contenido")])
  func paperHasOneLanguageAndWholeFigures(language: String, figure: String, other: String) throws {
    try open(language: language)
    let folder = TemporaryFolder()
    folder.write("page.pdf", bytes: try browser.pdf())
    let path = "\(folder.path)/page.pdf"
    let pages = ChildProcess.output(of: ["/usr/bin/pdftotext", "-layout", path, "-"])
      .split(separator: "\u{C}", omittingEmptySubsequences: false)
    #expect(pages.count > 5)
    #expect(!pages.contains { $0.contains(other) })
    // Letter, because the notebook is Mexican: 612 by 792 points.
    let information = ChildProcess.output(of: ["/usr/bin/pdfinfo", path])
    #expect(information.contains("612 x 792 pts (letter)"), "\(information)")
    // A figure cut in two would be an image on each of two pages, or away from its caption.
    let images = ChildProcess.output(of: ["/usr/bin/pdfimages", "-list", path])
      .split(separator: "\n").filter { $0.contains(" image ") }
      .compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    #expect(!images.isEmpty)
    for (index, page) in pages.enumerated() {
      let captions = page.split(separator: "\n").count {
        $0.firstMatch(of: #/^ *(?:Figura|Figure) \d+\. /#) != nil
      }
      #expect(
        images.count { $0 == index + 1 } == captions,
        "page \(index + 1): \(captions) captions\n\(page)")
    }
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
