import Archives
import Diagnostics
import Glibc

/// An installed browser did not print a page.
public enum BrowserError: UserError, Hashable {
  case cannotStart(path: String, code: Int32)
  case tooSlow(path: String, seconds: Int)
  case noPDF(path: String)

  public var place: Place? {
    switch self {
    case .cannotStart(let path, _), .tooSlow(let path, _), .noPDF(let path): Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .cannotStart(_, let code): Message("browser.cannotStart", reason: code)
    case .tooSlow(_, let seconds): Message("browser.tooSlow", ["seconds": String(seconds)])
    case .noPDF: Message("browser.noPDF")
    }
  }

  public var exitCode: ExitCode { .inputOutput }
}

/// Prints pages with an installed Chrome, Chromium or Edge, without a window.
public struct PagePrinter: Sendable {
  /// Maximum time for one page.
  public static let patience: Duration = .seconds(90)

  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable", "msedge", "brave-browser",
  ]

  private static let places = [
    "/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome", "/opt/microsoft/msedge",
    "/var/lib/flatpak/exports/bin",
  ]

  public let path: String

  public init(path: String) { self.path = path }

  /// The first browser found in PATH or in the usual places; nil if there is none.
  ///
  /// - Parameter environment: returns the value of a variable; CHROME names the browser to use.
  public static func find(environment: (String) -> String?) -> PagePrinter? {
    if let asked = environment("CHROME"), !asked.isEmpty {
      return isProgram(asked) ? PagePrinter(path: asked) : nil
    }
    let folders = (environment("PATH") ?? "").split(separator: ":").map(String.init) + places
    for name in names {
      for folder in folders where isProgram("\(folder)/\(name)") {
        return PagePrinter(path: "\(folder)/\(name)")
      }
    }
    return nil
  }

  private static func isProgram(_ path: String) -> Bool {
    Files.isFile(path) && access(path, X_OK) == 0
  }

  /// Starts printing a page's HTML, which must not need other files.
  public func start(
    _ page: [UInt8], patience: Duration = Self.patience
  ) throws(BrowserError) -> PrintJob {
    try PrintJob(path, page: page, patience: patience)
  }

  /// Prints a page's HTML as PDF.
  ///
  /// - Parameter proceed: called at intervals; returning false stops the browser.
  public func pdf(
    of page: [UInt8], patience: Duration = Self.patience, proceed: () -> Bool = { true }
  ) throws(BrowserError) -> [UInt8] {
    let job = try start(page, patience: patience)
    while true {
      if let bytes = try job.poll() { return bytes }
      guard proceed() else {
        throw .tooSlow(path: path, seconds: Int(patience.components.seconds))
      }
      usleep(20_000)
    }
  }
}
