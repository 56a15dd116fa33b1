import Lessons
import TestSupport
import Testing

@testable import Preview

@Suite struct PreviewAnswerTests {
  private let folder = TemporaryFolder()
  private let state = PreviewState(
    waiting: LocalizedText([.es: "Espera…", .en: "Wait…"]), language: .es)

  private func answer(
    _ path: String, method: String = "GET", host: String? = "127.0.0.1:8765"
  ) -> PreviewAnswer {
    PreviewAnswer(method: method, path: path, host: host, port: 8765, state: state)
  }

  private func text(_ answer: PreviewAnswer) -> String {
    String(decoding: answer.body, as: UTF8.self)
  }

  init() {
    folder.write("report/index.html", "<html><body>hola</body></html>")
    folder.write("report/figures/es/a ñ.png", "PNG")
    folder.write("report/.hidden", "no")
    folder.write("secret", "no")
    folder.link("report/out", to: "../secret")
    folder.link("report/in", to: "index.html")
    state.succeed(folder: "\(folder.path)/report")
  }

  @Test func servesTheReport() {
    for path in ["/", "/index.html"] {
      let page = answer(path)
      #expect(page.status == 200)
      #expect(page.type == "text/html; charset=utf-8")
      #expect(
        text(page)
          == "<html><body>hola<script src=\"/_cuaderno/live.js\" data-version=\"1\"></script>\n</body></html>"
      )
    }
    let picture = answer("/figures/es/a%20%C3%B1.png")
    #expect(picture.status == 200 && picture.type == "image/png" && text(picture) == "PNG")
    #expect(answer("/in").status == 200)
    // HEAD says the length of what GET sends, and sends nothing.
    let head = String(decoding: answer("/index.html", method: "HEAD").bytes, as: UTF8.self)
    #expect(head.contains("\r\nContent-Length: \(answer("/index.html").body.count)\r\n"))
    #expect(head.hasSuffix("\r\n\r\n"))
    #expect(text(answer("/_cuaderno/live.js")).contains("location.reload()"))
  }

  @Test(arguments: [
    "/../secret", "/%2e%2e/secret", "/figures/../../secret", "/..%2fsecret", "/out", "/.hidden",
    "/figures/es", "/nothing", "//etc/passwd", "/figures//es", "/%00", "/a%", "/a%zz", "/%+1",
    "/..\\secret", "secret", "/%ff", "/./index.html",
  ])
  func servesNothingElse(path: String) {
    #expect(answer(path).status == 404)
  }

  @Test func answersOnlyToThisMachinesNames() {
    for host in ["127.0.0.1:8765", "localhost:8765"] {
      #expect(answer("/", host: host).status == 200)
    }
    for host in [nil, "", "127.0.0.1", "evil.example:8765", "127.0.0.1:80", "localhost:8765.evil"] {
      #expect(answer("/", host: host).status == 403)
      #expect(answer("/_cuaderno/state", host: host).body == [])
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
      #expect(answer("/", method: method).status == 405)
    }
  }

  @Test func tellsWhatHappened() {
    #expect(
      text(answer("/_cuaderno/state")) == """
        {
          "version": 1,
          "problem": null
        }

        """)
    state.fail(LocalizedText([.es: "mal", .en: "bad"]))
    #expect(
      text(answer("/_cuaderno/state")) == """
        {
          "version": 1,
          "problem": {
            "es": "mal",
            "en": "bad"
          }
        }

        """)
    // The last good report stays.
    #expect(text(answer("/")).contains("hola"))
    state.succeed(folder: "\(folder.path)/report")
    #expect(text(answer("/_cuaderno/state")).contains("\"version\": 2,\n  \"problem\": null"))
  }

  @Test func beforeThereIsAReportItSaysSo() {
    let state = PreviewState(waiting: LocalizedText([.es: "Espera…", .en: "Wait…"]), language: .en)
    func page(_ path: String) -> PreviewAnswer {
      PreviewAnswer(method: "GET", path: path, host: "localhost:1", port: 1, state: state)
    }
    #expect(text(page("/")).contains("<html lang=\"en\">"))
    #expect(text(page("/")).contains("<p>Wait…</p><script src=\"/_cuaderno/live.js\""))
    #expect(page("/informe.es.html").status == 404)
    state.expect(folder: "\(folder.path)/report")
    #expect(text(page("/")).contains("hola"))
  }

  static let policies: [(String, String)] = [
    (
      "default-src 'none'; script-src 'sha256-x'; style-src 'sha256-y'",
      "default-src 'none'; script-src 'sha256-x' 'self'; style-src 'sha256-y'; connect-src 'self'"
    ),
    (
      "default-src 'none'; style-src &#39;sha256-y&#39;",
      "default-src 'none'; style-src 'sha256-y'; script-src 'self'; connect-src 'self'"
    ),
    (
      "default-src 'none'; script-src 'none'; connect-src 'none'",
      "default-src 'none'; script-src 'self'; connect-src 'self'"
    ),
  ]

  @Test(arguments: policies)
  func thePolicyLetsTheScriptRun(before: String, after: String) {
    func page(_ policy: String, _ script: String = "") -> String {
      "<head><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\"></head>"
        + "<body></body>\(script)"
    }
    let served = LiveReload.page(Array(page(before).utf8), version: 3)
    #expect(
      String(decoding: served, as: UTF8.self)
        == page(after).split(separator: "</body>")[0]
        + "<script src=\"/_cuaderno/live.js\" data-version=\"3\"></script>\n</body>")
  }

  static let heads: [(String, RequestHead?)] = [
    (
      "GET /a%20b?x=1 HTTP/1.1\r\nHost:  LOCALHOST:80 \r\nX: y",
      RequestHead(method: "GET", path: "/a%20b", host: "localhost:80")
    ),
    ("HEAD / HTTP/1.0", RequestHead(method: "HEAD", path: "/", host: nil)),

    (
      "GET / HTTP/1.1\r\nHost: a\r\nhost: b", RequestHead(method: "GET", path: "/", host: nil)
    ),
    ("GET /", nil), ("", nil),
    ("GET / x HTTP/1.1", nil), ("GET / HTTP/2", nil), ("\u{16}\u{3}\u{1}", nil),
  ]

  @Test(arguments: heads)
  func readsHeads(text: String, head: RequestHead?) {
    #expect(RequestHead(Array(text.utf8)[...]) == head)
  }

  @Test func sendsItsLengthAndNoMore() {
    #expect(
      String(decoding: answer("/nothing").bytes, as: UTF8.self)
        == "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Length: 0\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        + "Cross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: DENY\r\n"
        + "Connection: close\r\n\r\n")
    let refused = String(decoding: answer("/", method: "POST").bytes, as: UTF8.self)
    #expect(refused.hasSuffix("Connection: close\r\nAllow: GET, HEAD\r\n\r\n"))
  }
}
