import Glibc
import Publishing

/// A headless Chromium with a fresh profile, for tests of pages.
///
/// Every call waits until the browser has done what was asked. A test that needs one is marked
/// `.enabled(if: Browser.isInstalled, Browser.absence)`.
public final class Browser {
  /// What the comment of a skipped test says; `.ci/run` looks for it.
  public static let absence = "skipped: no browser"

  public static let isInstalled: Bool = {
    let isThere = access(WebDriver.program, X_OK) == 0 && access(WebDriver.browser, X_OK) == 0
    if !isThere {
      let text =
        "\(absence): the tests of pages need Debian's packages chromium and chromium-driver\n"
      _ = Array(text.utf8).withUnsafeBytes { write(2, $0.baseAddress!, $0.count) }
    }
    return isThere
  }()

  private let driver: WebDriver
  private let session: String

  /// Where the browser puts what a page lets the user download.
  public var downloads: TemporaryFolder { downloadFolder }
  private let downloadFolder = TemporaryFolder()

  public init(width: Int = 1024, height: Int = 768) throws {
    driver = try WebDriver()
    let options: JSONValue = .object([
      "binary": .string(WebDriver.browser),
      "args": .array(
        [
          "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
          "--hide-scrollbars", "--no-first-run", "--no-proxy-server", "--lang=en-US",
          "--user-data-dir=\(driver.folder.path)/profile",
        ].map(JSONValue.string)),
      "prefs": .object(["download.default_directory": .string(downloadFolder.path)]),
    ])
    let answer = try driver.send(
      "POST", "/session",
      .object([
        "capabilities": .object([
          "alwaysMatch": .object([
            "goog:chromeOptions": options,
            "goog:loggingPrefs": .object(["browser": .string("ALL")]),
          ])
        ])
      ]))
    guard let session = answer["sessionId"]?.text else {
      throw WebDriver.Failure(description: "no session: \(answer)")
    }
    self.session = "/session/\(session)"
    try resize(width: width, height: height)
  }

  deinit {
    _ = try? driver.send("DELETE", session)
  }

  /// - Parameter address: a URL, or the absolute path of a file.
  public func open(_ address: String) throws {
    let url = address.hasPrefix("/") ? "file://\(address)" : address
    try post("/url", ["url": .string(url)])
  }

  public func reload() throws { try post("/refresh") }

  /// What a function with the body `script` returns; `arguments` are its `arguments`.
  @discardableResult
  public func run(_ script: String, _ arguments: JSONValue...) throws -> JSONValue {
    try post("/execute/sync", ["script": .string(script), "args": .array(arguments)])
  }

  /// Waits up to 20 seconds until the expression `condition` is true.
  ///
  /// - Returns: whether it became so.
  public func waits(until condition: String) throws -> Bool {
    for _ in 0..<400 {
      if try run("return Boolean(\(condition))") == .boolean(true) { return true }
      usleep(50_000)
    }
    return false
  }

  /// A downloaded file, waited for up to 20 seconds; empty where there is none.
  public func downloaded(_ name: String) -> [UInt8] {
    for _ in 0..<400 {
      let bytes = downloads.bytes(name)
      guard bytes.isEmpty else { return bytes }
      usleep(50_000)
    }
    return []
  }

  /// Clicks the first element that the CSS selector finds, where a user would.
  public func click(_ selector: String) throws {
    let element = try post(
      "/element", ["using": .string("css selector"), "value": .string(selector)])
    guard let id = element.members.first?.value.text else {
      throw WebDriver.Failure(description: "no element \(selector)")
    }
    try post("/element/\(id)/click")
  }

  /// Presses and releases each character in turn, wherever the focus is.
  public func press(_ keys: String) throws {
    let actions = keys.unicodeScalars.flatMap { key in
      ["keyDown", "keyUp"].map {
        JSONValue.object(["type": .string($0), "value": .string(String(key))])
      }
    }
    try post(
      "/actions",
      [
        "actions": .array([
          .object(["type": .string("key"), "id": .string("keys"), "actions": .array(actions)])
        ])
      ])
  }

  /// A PNG of what the window shows.
  public func screenshot() throws -> [UInt8] {
    Base64Text.decode(try driver.send("GET", "\(session)/screenshot").text ?? "")
  }

  /// A PDF as "Print" makes it, with the page's own size where its style sheet names one.
  public func pdf() throws -> [UInt8] {
    let answer = try devTools(
      "Page.printToPDF",
      ["preferCSSPageSize": .boolean(true), "printBackground": .boolean(false)])
    return Base64Text.decode(answer["data"]?.text ?? "")
  }

  /// The console's messages since the last call, as `LEVEL: text`.
  public func console() throws -> [String] {
    try post("/se/log", ["type": .string("browser")]).elements.map {
      "\($0["level"]?.text ?? "?"): \($0["message"]?.text ?? "")"
    }
  }

  /// The size of the page's viewport in CSS pixels.
  public func resize(width: Int, height: Int) throws {
    try devTools(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .integer(width), "height": .integer(height), "deviceScaleFactor": .integer(1),
        "mobile": .boolean(false),
      ])
  }

  /// What the style sheet is told: `print` or `screen`, and the user's `prefers-` wishes.
  public func emulate(media: String = "screen", features: KeyValuePairs<String, String> = [:])
    throws
  {
    let features = features.map { name, value in
      JSONValue.object(["name": .string(name), "value": .string(value)])
    }
    try devTools(
      "Emulation.setEmulatedMedia", ["media": .string(media), "features": .array(features)])
  }

  /// Whether pages opened from now on may run scripts; `run` works either way.
  public func allowScripts(_ isAllowed: Bool) throws {
    try devTools("Emulation.setScriptExecutionDisabled", ["value": .boolean(!isAllowed)])
  }

  /// A command of https://chromedevtools.github.io/devtools-protocol/.
  @discardableResult
  public func devTools(_ command: String, _ parameters: KeyValuePairs<String, JSONValue?> = [:])
    throws -> JSONValue
  {
    try post(
      "/goog/cdp/execute", ["cmd": .string(command), "params": .object(parameters)])
  }

  @discardableResult
  private func post(_ path: String, _ body: KeyValuePairs<String, JSONValue?> = [:]) throws
    -> JSONValue
  {
    try driver.send("POST", session + path, .object(body))
  }
}
