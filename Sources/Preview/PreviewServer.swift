import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Synchronization

/// Serves a report to browsers of this machine, on 127.0.0.1 alone.
public final class PreviewServer: Sendable {
  public let port: UInt16
  private let task: Task<Void, any Error>

  /// How long a server may take to listen.
  private static let patience: Duration = .seconds(5)

  /// - Parameter port: nil for `standardPort`, or any free one where that is taken.
  public static func start(port: UInt16?, state: PreviewState) throws(PreviewError) -> PreviewServer
  {
    let free = port.map(freePort) ?? freePort(standardPort) ?? freePort(0)
    guard let free else { throw .portTaken(port: port ?? standardPort) }
    let server = PreviewServer(port: free, state: state)
    guard server.waitUntilListening() else { throw .portTaken(port: free) }
    return server
  }

  public static let standardPort: UInt16 = 8765

  private init(port: UInt16, state: PreviewState) {
    self.port = port
    let server = HTTPServer(
      address: Self.address(port), logger: .disabled,
      handler: ClosureHTTPHandler { request in
        Self.response(
          to: PreviewAnswer(
            method: request.method.rawValue, path: request.path, host: request.headers[.host],
            port: port, state: state))
      })
    task = Task.detached { try await server.run() }
  }

  deinit { task.cancel() }

  private static func response(to answer: PreviewAnswer) -> HTTPResponse {
    HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ""),
      headers: [
        .contentType: answer.type, HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
      ],
      body: Data(answer.body))
  }

  // MARK: Sockets

  private static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }

  /// The port itself if nobody listens on it, one of the system's choice for 0; nil where it is taken.
  private static func freePort(_ port: UInt16) -> UInt16? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var found = address(port)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &found) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, address, &size) == 0
      }
    }
    return status ? UInt16(bigEndian: found.sin_port) : nil
  }

  private func waitUntilListening() -> Bool {
    let end = ContinuousClock.now + Self.patience
    while ContinuousClock.now < end {
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(descriptor) }
      var goal = Self.address(port)
      let status = withUnsafePointer(to: &goal) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      if status == 0 { return true }
      usleep(5_000)
    }
    return false
  }
}
