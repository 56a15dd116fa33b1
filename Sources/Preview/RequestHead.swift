/// The first line and the host of a request (RFC 9112).
struct RequestHead: Equatable, Sendable {
  var method: String
  /// Percent-encoded, without its query.
  var path: String
  var host: String?

  init(method: String, path: String, host: String?) {
    self.method = method
    self.path = path
    self.host = host
  }

  /// nil for what is no request of HTTP/1.
  init?(_ bytes: ArraySlice<UInt8>) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    method = String(words[0])
    path = String(words[1].prefix { $0 != "?" })
    let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
    // Several are as good as none.
    host =
      hosts.count > 1
      ? nil
      : hosts.first.map { line in
        let value = line.dropFirst("host:".count).drop { $0 == " " || $0 == "\t" }
        return String(value.prefix { $0 != " " && $0 != "\t" }).lowercased()
      }
  }
}
