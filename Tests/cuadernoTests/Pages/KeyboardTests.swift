import TestSupport
import Testing

/// Everything in the page by keyboard alone, in a real browser.
@Suite(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)), .serialized)
struct KeyboardTests {
  private let browser: Browser

  init() throws {
    browser = try Browser()
    try browser.open("file://\(SampleReport.path("index.html"))?lang=es")
  }

  private func text(_ script: String) throws -> String { try browser.run(script).text ?? "" }

  /// Presses the tab key until the expression `condition` about `focus` is true.
  private func tab(until condition: String, limit: Int = 60) throws -> Bool {
    for _ in 0..<limit {
      try browser.press(Keys.tab)
      let script = "var focus = document.activeElement; return Boolean(\(condition))"
      if try browser.run(script) == .boolean(true) { return true }
    }
    return false
  }

  @Test func theSkipLinkAppearsAndLeadsPastTheContents() throws {
    try browser.press(Keys.tab)
    let left = "return document.activeElement.getBoundingClientRect().left"
    #expect(try browser.run(left).number ?? -1 >= 0)
    #expect(try text("return document.activeElement.textContent") == "Saltar al contenido")
    try browser.press(Keys.enter)
    #expect(try text("return document.activeElement.id") == "content")
    try browser.press(Keys.tab)
    #expect(
      try browser.run("return document.querySelector('main').contains(document.activeElement)")
        == .boolean(true))
  }

  @Test func theContentsLeadToALesson() throws {
    #expect(try tab(until: "focus.hash === '#es-stress-normalized'"))
    try browser.press(Keys.enter)
    #expect(try text("return location.hash") == "#es-stress-normalized")
    let top = "return document.querySelector(location.hash).getBoundingClientRect().top"
    #expect((0..<100).contains(try browser.run(top).number ?? -1))
    // What comes next is in that lesson.
    try browser.press(Keys.tab)
    #expect(
      try text("return document.activeElement.closest('.lesson').id") == "es-stress-normalized")
  }

  @Test func aFiguresDataOpenScrollAndClose() throws {
    try browser.resize(width: 360, height: 740)
    #expect(try tab(until: "focus.tagName === 'SUMMARY'", limit: 200))
    let isOpen = "return document.activeElement.parentElement.open"
    try browser.press(Keys.enter)
    #expect(try browser.run(isOpen) == .boolean(true))
    try browser.press(Keys.space)
    #expect(try browser.run(isOpen) == .boolean(false))
    // Opened all, some table is wider than the screen; it is reached and moved.
    try browser.run(
      "document.querySelectorAll('details').forEach(function (part) { part.open = true; })")
    #expect(
      try tab(
        until: "focus.className === 'scroll' && focus.scrollWidth > focus.clientWidth", limit: 200))
    try browser.press(Keys.right + Keys.right)
    #expect(try browser.waits(until: "document.activeElement.scrollLeft > 0"))
  }

  /// A table of the prose is one of them.
  @Test func everyStopIsSeenAndHasAName() throws {
    try browser.resize(width: 360, height: 740)
    var stops = 0
    var tables = 0
    while stops < 400 {
      try browser.press(Keys.tab)
      let stop = try browser.run(
        """
        var focus = document.activeElement;
        if (focus === document.body || focus === document.documentElement) { return null; }
        var box = focus.getBoundingClientRect();
        var style = getComputedStyle(focus);
        var label = focus.labels && focus.labels[0] || document.getElementById(
          focus.getAttribute("aria-labelledby"));
        var name = focus.getAttribute("aria-label") || (label || focus).textContent.trim();
        return [
          style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? "" : "no outline",
          box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
            ? "" : "outside of the window",
          name ? "" : "no name", focus.outerHTML.slice(0, 120),
          focus.matches(".scroll:has(> table:not(.data))") ? "prose" : ""
        ];
        """
      ).elements.map { $0.text ?? "" }
      guard stop.count == 5 else { break }
      stops += 1
      #expect(stop[0] + stop[1] + stop[2] == "", "\(stop[3])")
      if !stop[4].isEmpty { tables += 1 }
    }
    #expect(stops > 60)
    #expect(stops < 400)
    #expect(tables > 1)
  }
}
