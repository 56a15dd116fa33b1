/// The response to a request.
struct PreviewAnswer {
  var status: Int
  var type = "text/plain; charset=utf-8"
  var body: [UInt8] = []
  /// Of HEAD: the length is said, nothing is sent.
  private var isHeadAlone = false

  /// - Parameters:
  ///   - path: percent-encoded, without a query.
  ///   - host: the `Host` header; other names than this machine's are refused (DNS rebinding).
  init(method: String, path: String, host: String?, port: UInt16, state: PreviewState) {
    guard host == "127.0.0.1:\(port)" || host == "localhost:\(port)" else {
      self.init(status: 403)
      return
    }
    guard method == "GET" || method == "HEAD" else {
      self.init(status: 405)
      return
    }
    switch path {
    case LiveReload.statePath:
      self.init(status: 200, type: "application/json", body: state.json)
    case LiveReload.scriptPath:
      self.init(
        status: 200, type: "text/javascript; charset=utf-8", body: Array(LiveReload.script.utf8))
    default: self = Self.file(path, state)
    }
    isHeadAlone = method == "HEAD"
  }

  /// The response in HTTP/1.1, ended by closing the connection.
  var bytes: [UInt8] {
    let phrase =
      switch status {
      case 200: "OK"
      case 403: "Forbidden"
      case 405: "Method Not Allowed"
      default: "Not Found"
      }
    var head = [
      "HTTP/1.1 \(status) \(phrase)", "Content-Type: \(type)", "Content-Length: \(body.count)",
      "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      // No page of another site may show a report's pages or pictures.
      "Cross-Origin-Resource-Policy: same-origin", "X-Frame-Options: DENY", "Connection: close",
    ]
    if status == 405 { head.append("Allow: GET, HEAD") }
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (isHeadAlone ? [] : body)
  }

  private init(status: Int, type: String = "text/plain; charset=utf-8", body: [UInt8] = []) {
    self.status = status
    self.type = type
    self.body = body
  }

  private static func file(_ path: String, _ state: PreviewState) -> PreviewAnswer {
    let snapshot = state.snapshot
    let file = snapshot.folder.flatMap { ReportFiles.read(path, in: $0) }
    guard let file else {
      guard path == "/" || path == "/index.html" else { return PreviewAnswer(status: 404) }
      return PreviewAnswer(
        status: 200, type: "text/html; charset=utf-8",
        body: LiveReload.page(Array(waitingPage(state).utf8), version: snapshot.version))
    }
    let isPage = file.type.hasPrefix("text/html")
    return PreviewAnswer(
      status: 200, type: file.type,
      body: isPage ? LiveReload.page(file.bytes, version: snapshot.version) : file.bytes)
  }

  private static func waitingPage(_ state: PreviewState) -> String {
    """
    <!doctype html>
    <html lang="\(state.language.rawValue)">
    <head><meta charset="utf-8"><title>Cuaderno</title></head>
    <body><p>\(state.waiting[state.language])</p></body>
    </html>

    """
  }
}
