import TestSupport
import Testing

/// The page with both languages in a real browser.
@Suite(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)), .serialized)
struct LanguageSwitchTests {
  private let browser: Browser

  init() throws {
    browser = try Browser()
    try browser.open(SampleReport.path("index.html"))
  }

  /// The languages whose text is on the screen, `es`, `en` or `es en`.
  private func shown() throws -> String {
    try browser.run(
      """
      return ["es", "en"].filter(function (language) {
        return document.querySelector("main > .in-" + language).getClientRects().length > 0;
      }).join(" ");
      """
    ).text ?? ""
  }

  @Test func theMouseSwitches() throws {
    try browser.click("label[for=language-es]")
    #expect(try shown() == "es")
    #expect(try browser.run("return document.documentElement.lang").text == "es-MX")
    #expect(
      try browser.run("return document.title").text
        == "Práctica de TensorFlow: tu primera red neuronal")
    try browser.click("label[for=language-en]")
    #expect(try shown() == "en")
    #expect(try browser.run("return document.documentElement.lang").text == "en")
    #expect(
      try browser.run("return document.title").text
        == "TensorFlow practical: your first neural network")
  }

  @Test func theKeyboardSwitches() throws {
    try browser.click("label[for=language-es]")
    try browser.reload()
    // The skip link comes first, then the switch.
    try browser.press(Keys.tab)
    #expect(try browser.run("return document.activeElement.className").text == "skip in-es")
    try browser.press(Keys.tab)
    #expect(try browser.run("return document.activeElement.id").text == "language-es")
    try browser.press(Keys.right)
    #expect(try shown() == "en")
    try browser.press(Keys.left)
    #expect(try shown() == "es")
  }

  @Test func itIsRemembered() throws {
    try browser.click("label[for=language-en]")
    try browser.reload()
    #expect(try shown() == "en")
    try browser.click("label[for=language-es]")
    try browser.reload()
    #expect(try shown() == "es")
  }

  @Test func itWorksWithoutScripts() throws {
    try browser.allowScripts(false)
    try browser.reload()
    #expect(try shown() == "es")
    try browser.click("label[for=language-en]")
    #expect(try shown() == "en")
    // Nothing but the style sheet did that.
    #expect(try browser.run("return document.documentElement.lang").text == "es-MX")
  }

  @Test func theAddressMayAsk() throws {
    try browser.click("label[for=language-es]")
    try browser.open("file://\(SampleReport.path("index.html"))?lang=en")
    #expect(try shown() == "en")
  }
}
