import Glibc
import TestSupport
import Testing

/// `cuaderno watch`, asked over HTTP and shown in a browser.
@Suite(.serialized) struct WatchTests {
  private let folder = TemporaryFolder()

  private func writeNotebook(_ table: String = "x,y\n1,2\n2,4\n3,6\n4,8\n") {
    folder.write(
      "n/notebook.yaml",
      """
      schema: 1
      id: n
      title: {es: "Ene", en: "En"}
      lessons:
        - id: recta
          title: {es: R, en: L}
          data: {table: data.csv, input: x, target: y}
          model: [Dense: {units: 1}]
          compile: {optimizer: adam, loss: mean_squared_error}
          fit: {epochs: 5}
          figures: [loss]
      """)
    folder.write("n/data.csv", table)
    folder.write("n/recta.es.md", "Hay {{rows}} filas.\n")
    folder.write("n/recta.en.md", "There are {{rows}} rows.\n")
  }

  /// Starts the command, gives its port to `body`, ends it as Ctrl-C does, and returns what it said.
  private func watching(
    language: String = "es_MX.UTF-8", _ body: (LocalHTTP) throws -> Void
  ) throws -> Shell.Outcome {
    let output = "\(folder.path)/said"
    let child = ChildProcess(
      [
        Shell.program, "watch", "\(folder.path)/n", "--output", "\(folder.path)/report", "--port",
        "0",
      ],
      variables: [
        "LC_ALL=\(language)", "PATH=/usr/bin:/bin", "HOME=\(folder.path)/home", "TERM=dumb",
        "SWIFT_BACKTRACE=enable=no",
      ], output: output, errors: "\(folder.path)/said.errors")
    do {
      try body(LocalHTTP(port: try port(output)))
    } catch {
      kill(child.id, SIGKILL)
      _ = child.wait()
      throw error
    }
    kill(child.id, SIGINT)
    let code = child.wait()
    let contents = folder.contents
    return Shell.Outcome(
      code: code, output: contents["said"] ?? "", errors: contents["said.errors"] ?? "")
  }

  private struct NoAddress: Error {
    var said: [String: String]
  }

  private func port(_ output: String) throws -> UInt16 {
    for _ in 0..<2000 {
      let text = folder.contents["said"] ?? ""
      if let found = text.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\//) {
        return try #require(UInt16(found.output.1))
      }
      usleep(10_000)
    }
    throw NoAddress(said: folder.contents)
  }

  private func text(_ http: LocalHTTP, _ path: String) throws -> String {
    String(decoding: try http.send("GET", path).body, as: UTF8.self)
  }

  /// Asks until the answer holds `part`, for up to 30 seconds.
  private func waits(_ http: LocalHTTP, _ path: String, for part: String) throws -> Bool {
    for _ in 0..<600 {
      if try text(http, path).contains(part) { return true }
      usleep(50_000)
    }
    return false
  }

  @Test func followsWhatChanges() throws {
    writeNotebook()
    let outcome = try watching { (http: LocalHTTP) throws in
      #expect(try waits(http, "/", for: "Hay 4 filas"), "\(folder.contents["said.errors"] ?? "")")
      #expect(try text(http, "/").contains("src=\"/_cuaderno/live.js\""))
      #expect(folder.contents["report/index.html"]?.contains("_cuaderno") == false)
      #expect(try http.send("GET", "/figures/es/recta-loss.png").status == 200)
      #expect(try http.send("GET", "/../n/notebook.yaml").status == 404)
      #expect(try http.send("GET", "/", fields: ["Host: evil.example"]).status == 403)

      folder.write("n/data.csv", "x,y\n1,2\n2,cuatro\n")
      #expect(try waits(http, "/_cuaderno/state", for: "«cuatro» no es un número"))
      #expect(try text(http, "/_cuaderno/state").contains("“cuatro” is not a number"))
      #expect(try text(http, "/_cuaderno/state").contains("Se muestra el último informe bueno"))
      #expect(try text(http, "/").contains("Hay 4 filas"))

      folder.write("n/data.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n")
      #expect(try waits(http, "/_cuaderno/state", for: "\"version\": 2"))
      #expect(try text(http, "/").contains("Hay 5 filas"))
      #expect(try waits(http, "/_cuaderno/state", for: "\"problem\": null"))
    }
    #expect(outcome.code == 130)
    #expect(outcome.output.hasPrefix("Abre http://127.0.0.1:"))
    #expect(
      outcome.output.contains(
        "/ en el navegador: se actualiza con cada cambio. Ctrl-C para terminar.\n"))
    #expect(outcome.errors.contains("Algo cambió: se construye otra vez.\n"))
    #expect(outcome.errors.hasSuffix("Fin de la vista previa.\n"))
  }

  @Test func aTakenPortIsSaid() throws {
    writeNotebook()
    _ = try watching(language: "en") { (http: LocalHTTP) throws in
      let shell = Shell(folder: folder)
      let taken = shell.run("watch", "n", "--port", String(http.port))
      #expect(taken.code == 74)
      #expect(
        taken.errors
          == "cuaderno: Port \(http.port) is taken. Name another with --port, or leave the option out.\n"
      )
      #expect(
        shell.run("watch", "n", "--port", String(http.port), language: "es").errors
          == "cuaderno: El puerto \(http.port) está ocupado. Indica otro con --port, o quita la opción.\n"
      )
    }
  }

  @Test(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)))
  func theBrowserShowsIt() throws {
    writeNotebook("x,y\n1,dos\n")
    let browser = try Browser()
    _ = try watching(language: "en") { (http: LocalHTTP) throws in
      // No report yet: the error stands over a page that says so.
      try browser.open("http://127.0.0.1:\(http.port)/")
      #expect(try browser.waits(until: "document.getElementById('cuaderno-problem')"))
      #expect(
        try browser.run("return document.getElementById('cuaderno-problem').textContent").text?
          .contains("“dos” is not a number") == true)
      // Mended: the page loads anew by itself.
      folder.write("n/data.csv", "x,y\n1,2\n2,4\n3,6\n")
      #expect(try browser.waits(until: "document.querySelector('label[for=language-es]')"))
      #expect(try browser.waits(until: "!document.getElementById('cuaderno-problem')"))
      try browser.click("label[for=language-es]")
      // Broken again: the error is in the page's language, over the last good report.
      folder.write("n/recta.es.md", "Hay {{fila}} filas.\n")
      #expect(try browser.waits(until: "document.getElementById('cuaderno-problem')"))
      let problem = try browser.run(
        "return document.getElementById('cuaderno-problem').textContent"
      ).text
      #expect(problem?.contains("No conozco el valor «fila»") == true, "\(problem ?? "nil")")
      #expect(
        try browser.run("return document.querySelector('main').innerText").text?.contains("3 filas")
          == true)
      try browser.click("label[for=language-en]")
      #expect(
        try browser.waits(
          until: "document.getElementById('cuaderno-problem').textContent.includes('I do not know')"
        ))
      folder.write("n/recta.es.md", "Son {{rows}} filas.\n")
      #expect(try browser.waits(until: "!document.getElementById('cuaderno-problem')"))
      // The policy of the page let everything run.
      #expect(try browser.console().filter { $0.contains("Content Security") } == [])
    }
  }
}
