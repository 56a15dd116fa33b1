import Archives
import Glibc

/// An installed Chrome, Chromium or Edge that prints pages without a window.
public struct PagePrinter: Sendable {
  /// How long one page may take.
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

  /// The first of them in PATH, then where they are usually installed; nil where there is none.
  ///
  /// - Parameter environment: the value of a variable; CHROME names the one to use.
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

  /// A page's HTML, which must need no other file, as PDF.
  ///
  /// - Parameter proceed: asked now and then; the browser is ended where it is false.
  public func pdf(
    of page: [UInt8], patience: Duration = Self.patience, proceed: () -> Bool = { true }
  ) throws(BrowserError) -> [UInt8] {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let source = "\(folder.path)/page.html"
    let result = "\(folder.path)/page.pdf"
    do throws(FileTree.SystemError) {
      try FileTree.write(source, page)
    } catch {
      throw .cannotStart(path: path, code: error.code)
    }
    var arguments = [
      path, "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
      "--disable-sync", "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer",
      "--print-to-pdf=\(result)",
    ]
    // The sandbox refuses to start for root, as in most containers.
    if getuid() == 0 { arguments.append("--no-sandbox") }
    let child = try BrowserProcess(arguments + ["file://\(source)"], home: folder.path)
    guard child.wait(patience, proceed: proceed) else {
      throw .tooSlow(path: path, seconds: Int(patience.components.seconds))
    }
    guard let bytes = try? Files.read(result, limit: 256 << 20), Self.isPDF(bytes) else {
      throw .noPDF(path: path)
    }
    return bytes
  }

  /// Begins and ends as a whole PDF does.
  static func isPDF(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(64)
    return bytes.starts(with: Array("%PDF-".utf8))
      && tail.indices.contains { tail[$0...].starts(with: Array("%%EOF".utf8)) }
  }
}
