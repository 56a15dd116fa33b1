import Glibc

/// A minimal HTTP/1.1 server: requests without a body, one response per connection.
///
/// Limits: `connectionLimit` connections, a head of `headLimit` bytes, `patience` for each.
///
/// Hand-made because a preview needs only GET on 127.0.0.1, and a server library costs every first
/// build more than these lines.
struct RequestLoop {
  private struct Connection {
    let descriptor: Int32
    let deadline: ContinuousClock.Instant
    var head: [UInt8] = []
  }

  static let connectionLimit = 64
  static let headLimit = 16 << 10
  private static let patience: Duration = .seconds(10)
  /// Milliseconds between two checks of `isWanted`.
  private static let tick: Int32 = 200

  private let listener: Int32
  private let answer: @Sendable (RequestHead) -> PreviewAnswer
  private var connections: [Connection] = []

  /// - Parameter listener: a listening socket, closed at the end of `run`.
  init(listener: Int32, answer: @escaping @Sendable (RequestHead) -> PreviewAnswer) {
    self.listener = listener
    self.answer = answer
  }

  mutating func run(while isWanted: () -> Bool) {
    while isWanted() {
      let events = Int16(POLLIN)
      var polled = [pollfd(fd: listener, events: events, revents: 0)]
      polled += connections.map { pollfd(fd: $0.descriptor, events: events, revents: 0) }
      guard poll(&polled, nfds_t(polled.count), Self.tick) >= 0 else { continue }
      let now = ContinuousClock.now
      var open: [Connection] = []
      for (connection, state) in zip(connections, polled.dropFirst()) {
        var connection = connection
        let isOpen = state.revents == 0 ? now < connection.deadline : serve(&connection)
        if isOpen { open.append(connection) } else { close(connection.descriptor) }
      }
      connections = open
      if polled[0].revents != 0 { accept(now) }
    }
    for connection in connections { close(connection.descriptor) }
    close(listener)
  }

  private mutating func accept(_ now: ContinuousClock.Instant) {
    let descriptor = Glibc.accept(listener, nil, nil)
    guard descriptor >= 0 else { return }
    guard connections.count < Self.connectionLimit else {
      close(descriptor)
      return
    }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    connections.append(Connection(descriptor: descriptor, deadline: now + Self.patience))
  }

  /// Reads available bytes and responds once the head is complete; returns whether to keep the
  /// connection.
  private func serve(_ connection: inout Connection) -> Bool {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = recv(connection.descriptor, &piece, piece.count, Int32(MSG_DONTWAIT))
    if count < 0 { return errno == EAGAIN || errno == EINTR }
    guard count > 0 else { return false }
    connection.head += piece[..<count]
    guard let end = connection.head.firstRange(of: Array("\r\n\r\n".utf8)) else {
      return connection.head.count < Self.headLimit
    }
    if let head = RequestHead(connection.head[..<end.lowerBound]) {
      send(answer(head).bytes, to: connection.descriptor)
    }
    return false
  }

  private func send(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress!, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      start += count
    }
  }
}

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

  /// nil if `bytes` are not an HTTP/1 request.
  init?(_ bytes: ArraySlice<UInt8>) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    method = String(words[0])
    path = String(words[1].prefix { $0 != "?" })
    let hosts = lines.dropFirst().filter { $0.lowercased().hasPrefix("host:") }
    // Several `Host` headers are ambiguous and count as none.
    host =
      hosts.count > 1
      ? nil
      : hosts.first.map { line in
        let value = line.dropFirst("host:".count).drop { $0 == " " || $0 == "\t" }
        return String(value.prefix { $0 != " " && $0 != "\t" }).lowercased()
      }
  }
}
