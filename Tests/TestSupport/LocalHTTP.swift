import Glibc

/// Requests to a server on this machine, one connection each: what a test needs of HTTP/1.1.
///
/// No proxy is asked, whatever the environment says.
public struct LocalHTTP {
  public struct Response {
    public var status: Int
    /// Head and fields as sent, without the empty line.
    public var head: String
    public var body: [UInt8]
  }

  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  public let port: UInt16
  /// For connecting, and between two pieces of an answer.
  public var seconds = 60

  public init(port: UInt16) {
    self.port = port
  }

  /// - Parameter path: with its leading slash.
  public func send(
    _ method: String, _ path: String, body: [UInt8] = [], fields: [String] = []
  ) throws -> Response {
    let descriptor = try connect()
    defer { close(descriptor) }
    var lines = ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    lines += fields
    if !body.isEmpty {
      lines += ["Content-Type: application/json", "Content-Length: \(body.count)"]
    }
    try write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body, to: descriptor)
    return try response(from: descriptor)
  }

  private func connect() throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(description: "no socket: errno \(errno)") }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      let code = errno
      close(descriptor)
      throw Failure(description: "nobody answers on port \(port): errno \(code)")
    }
    return descriptor
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress!, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Failure(description: "sending failed: errno \(errno)") }
      start += count
    }
  }

  /// Reads up to `Content-Length` where it is given, else to the end.
  private func response(from descriptor: Int32) throws -> Response {
    var bytes: [UInt8] = []
    var end: Int?
    var bodyCount: Int?
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while end == nil || bodyCount.map({ bytes.count < end! + $0 }) ?? true {
      let count = recv(descriptor, &piece, piece.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Failure(description: "no answer: errno \(errno)") }
      if count == 0 { break }
      bytes += piece[..<count]
      if end == nil, let empty = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
        end = empty.upperBound
        let head = String(decoding: bytes[..<empty.lowerBound], as: UTF8.self).lowercased()
        bodyCount = head.firstMatch(of: /\r\ncontent-length: *(\d+)/).flatMap { Int($0.output.1) }
      }
    }
    guard let end else { throw Failure(description: "no HTTP answer in \(bytes.count) bytes") }
    let head = String(decoding: bytes[..<(end - 4)], as: UTF8.self)
    guard let status = head.firstMatch(of: /^HTTP\/1\.[01] (\d{3})/).flatMap({ Int($0.output.1) })
    else { throw Failure(description: "no status line: \(head)") }
    return Response(status: status, head: head, body: Array(bytes[end...]))
  }
}
