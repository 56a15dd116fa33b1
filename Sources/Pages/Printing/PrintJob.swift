import Archives
import Glibc
import Publishing

/// A browser printing one page.
public final class PrintJob {
  private let path: String
  private let folder: ScratchFolder
  private let program: StartedProgram
  private let patience: Duration
  private let start = ContinuousClock.now

  private var result: String { "\(folder.path)/page.pdf" }

  init(_ path: String, page: [UInt8], patience: Duration) throws(BrowserError) {
    self.path = path
    self.patience = patience
    folder = try ScratchFolder()
    let source = "\(folder.path)/page.html"
    var arguments = [
      path, "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
      "--disable-sync", "--user-data-dir=\(folder.path)/profile", "--no-pdf-header-footer",
      "--print-to-pdf=\(folder.path)/page.pdf",
    ]
    // The browser's sandbox does not start for root, which is the user in most containers.
    if getuid() == 0 { arguments.append("--no-sandbox") }
    do {
      try FileTree.write(source, page)
      program = try StartedProgram(
        arguments + ["file://\(source)"],
        variables: [
          "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder.path)", "LC_ALL=C.UTF-8",
        ])
    } catch {
      folder.remove()
      let code =
        (error as? StartedProgram.StartError)?.code ?? (error as? FileTree.SystemError)?.code
      throw .cannotStart(path: path, code: code ?? 0)
    }
  }

  deinit {
    program.stop()
    folder.remove()
  }

  /// The PDF; nil while the browser is working. Throws once if printing failed.
  public func poll() throws(BrowserError) -> [UInt8]? {
    guard program.poll() != nil else {
      guard ContinuousClock.now - start < patience else {
        program.stop()
        throw .tooSlow(path: path, seconds: Int(patience.components.seconds))
      }
      return nil
    }
    guard let bytes = try? Files.read(result, limit: 256 << 20), PDFFile.isWhole(bytes) else {
      throw .noPDF(path: path)
    }
    return PDFFile.undated(bytes)
  }
}

/// Properties of a PDF written by a browser.
enum PDFFile {
  /// Whether it begins and ends like a complete PDF.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    let tail = bytes.suffix(64)
    return bytes.starts(with: Array("%PDF-".utf8))
      && tail.indices.contains { tail[$0...].starts(with: Array("%%EOF".utf8)) }
  }

  /// The PDF with its dates `(D:YYYYMMDDHHMMSS` set to the first day of the zip format, so that the
  /// same page always gives the same bytes.
  static func undated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      let key = Array(name.utf8)
      guard let place = bytes.firstRange(of: key)?.upperBound else { continue }
      let digits = bytes[place...].prefix(14)
      guard digits.count == 14, digits.allSatisfy({ 48...57 ~= $0 }) else { continue }
      bytes.replaceSubrange(digits.indices, with: Array("19800101000000".utf8))
    }
    return bytes
  }
}

/// A private temporary folder under TMPDIR or /tmp.
struct ScratchFolder {
  let path: String

  init() throws(BrowserError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/cuaderno-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .cannotStart(path: parent, code: errno) }
    path = String(cString: made)
  }

  func remove() { FileTree.remove(path) }
}
