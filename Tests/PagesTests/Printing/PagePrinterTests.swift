import Glibc
import TestSupport
import Testing

@testable import Pages

/// Browsers played by shell scripts, and the real one.
@Suite struct PagePrinterTests {
  private func printer(_ script: String, in folder: TemporaryFolder) -> PagePrinter {
    folder.write("browser", "#!/bin/sh\n\(script)\n")
    chmod("\(folder.path)/browser", 0o755)
    return PagePrinter(path: "\(folder.path)/browser")
  }

  private static let target =
    "for a; do case $a in --print-to-pdf=*) out=${a#--print-to-pdf=};; esac; done"

  @Test func `a whole PDF is taken`() throws {
    let folder = TemporaryFolder()
    let script = "\(Self.target); printf '%%PDF-1.4\\nx\\n%%%%EOF\\n' > \"$out\""
    let bytes = try printer(script, in: folder).pdf(of: Array("<p>x".utf8))
    #expect(bytes == Array("%PDF-1.4\nx\n%%EOF\n".utf8))
  }

  @Test func `half a PDF, none and no program are errors`() throws {
    let folder = TemporaryFolder()
    let half = printer("\(Self.target); printf '%%PDF-1.4\\nx\\n' > \"$out\"", in: folder)
    #expect(throws: BrowserError.noPDF(path: half.path)) { try half.pdf(of: []) }
    let none = printer("exit 1", in: folder)
    #expect(throws: BrowserError.noPDF(path: none.path)) { try none.pdf(of: []) }
    let absent = PagePrinter(path: "\(folder.path)/absent")
    #expect(throws: BrowserError.cannotStart(path: absent.path, code: ENOENT)) {
      try absent.pdf(of: [])
    }
  }

  @Test func `one that hangs is ended with its children`() throws {
    let folder = TemporaryFolder()
    let slow = printer("sleep 60 & echo $! > \"$(dirname \"$0\")/child\"; wait", in: folder)
    #expect(throws: BrowserError.tooSlow(path: slow.path, seconds: 1)) {
      try slow.pdf(of: [], patience: .seconds(1))
    }
    let child = try #require(pid_t(folder.contents["child"]?.filter(\.isNumber) ?? ""))
    // A killed child of a killed parent is gone, or waits for init to collect it.
    var isRunning = true
    for _ in 0..<100 where isRunning {
      let state = TemporaryFolder.text(of: "/proc/\(child)/stat").split(separator: ") ").last
      isRunning = state.map { !$0.hasPrefix("Z") } ?? false
      if isRunning { usleep(20_000) }
    }
    #expect(!isRunning)
  }

  @Test func `the messages`() throws {
    let sentences: [(BrowserError, String, String)] = [
      (
        .cannotStart(path: "b", code: 2),
        "El navegador no arrancó: no existe. Abre la página en un navegador y usa Imprimir > Guardar como PDF.",
        "The browser did not start: it does not exist. Open the page in a browser and use Print > Save as PDF."
      ),
      (
        .tooSlow(path: "b", seconds: 90),
        "El navegador tardó más de 90 s y lo detuve. Abre la página en un navegador y usa Imprimir > Guardar como PDF.",
        "The browser took more than 90 s and was stopped. Open the page in a browser and use Print > Save as PDF."
      ),
      (
        .noPDF(path: "b"),
        "El navegador terminó sin dejar un PDF completo. Abre la página en un navegador y usa Imprimir > Guardar como PDF.",
        "The browser ended without leaving a whole PDF. Open the page in a browser and use Print > Save as PDF."
      ),
    ]
    for (error, es, en) in sentences {
      #expect(try sentence(error.message, .es) == es)
      #expect(try sentence(error.message, .en) == en)
      #expect(error.exitCode == .inputOutput)
    }
  }

  @Test func `it is found by its usual names, in PATH first`() {
    let folder = TemporaryFolder()
    _ = printer("", in: folder)
    rename("\(folder.path)/browser", "\(folder.path)/chromium")
    #expect(
      PagePrinter.find { $0 == "PATH" ? "/nowhere:\(folder.path)" : nil }?.path
        == "\(folder.path)/chromium")
    #expect(PagePrinter.find { $0 == "CHROME" ? "/nowhere/chrome" : nil } == nil)
  }

  @Test(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)))
  func `the installed browser prints`() throws {
    let printer = try #require(PagePrinter.find { _ in nil })
    let page = "<!doctype html><style>@page { size: A4 }</style><p>Hola"
    let text = String(decoding: try printer.pdf(of: Array(page.utf8)), as: UTF8.self)
    #expect(text.contains(/\/MediaBox \[0 0 59[45][.0-9]* 84[12]/))
  }
}
