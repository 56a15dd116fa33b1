import Glibc
import Lessons
import TestSupport
import Testing
import Threads

@testable import Preview

/// What one client may do to another: nothing.
@Suite(.serialized) struct PreviewServerTests {
  private let folder = TemporaryFolder()
  private let state = PreviewState(
    waiting: LocalizedText([.es: "Espera…", .en: "Wait…"]), language: .es)
  /// More than the system's buffers between two sockets hold.
  private static let size = 24 << 20

  init() {
    folder.write("report/index.html", "<html><body>hola</body></html>")
    folder.write("report/big.txt", String(repeating: "x", count: Self.size))
    state.succeed(folder: "\(folder.path)/report")
  }

  /// A client that connects, says `words` and no more.
  private struct Client: ~Copyable {
    let descriptor: Int32

    init(_ port: UInt16, _ words: String = "") {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      let status = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      precondition(status == 0, "no connection: errno \(errno)")
      _ = words.withCString { send(descriptor, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
    }

    deinit { close(descriptor) }
  }

  private func request(_ path: String, _ port: UInt16) -> String {
    "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n"
  }

  @Test func aClientThatReadsNothingHoldsNobody() throws {
    let server = try PreviewServer(port: 0, state: state)
    let slow = Client(server.port, request("/big.txt", server.port))
    let silent = Client(server.port)
    let half = Client(server.port, "GET / HT")
    let http = LocalHTTP(port: server.port)
    #expect(try http.send("GET", "/").status == 200)
    #expect(try http.send("GET", "/big.txt").body.count == Self.size)
    #expect(slow.descriptor >= 0 && silent.descriptor >= 0 && half.descriptor >= 0)
    withExtendedLifetime(server) {}
  }

  /// More silent ones than there may be connections: the oldest make room.
  @Test func aCrowdMakesRoom() throws {
    let server = try PreviewServer(port: 0, state: state)
    var crowd: [Int32] = []
    defer { for descriptor in crowd { close(descriptor) } }
    for _ in 0..<150 {
      let client = Client(server.port)
      crowd.append(dup(client.descriptor))
    }
    #expect(try LocalHTTP(port: server.port).send("GET", "/").status == 200)
    withExtendedLifetime(server) {}
  }

  @Test(arguments: [(0, 1), (16, 1), (30, 3), (100, 38), (1024, 64), (1 << 20, 64)])
  func connectionsLeaveDescriptorsToTheBuild(descriptors: Int, connections: Int) {
    #expect(RequestLoop.connectionLimit(descriptors: descriptors) == connections)
  }

  /// No thread to be had: it answers while its owner rests.
  @Test func withoutAThreadItServesWhileItsOwnerRests() throws {
    let server = try PreviewServer(port: 0, state: state) { _ in nil }
    let client = Client(server.port, request("/", server.port))
    var piece = [UInt8](repeating: 0, count: 4096)
    #expect(recv(client.descriptor, &piece, piece.count, Int32(MSG_DONTWAIT)) < 0)
    var count = 0
    for _ in 0..<600 where count <= 0 {
      server.rest(milliseconds: 50)
      count = recv(client.descriptor, &piece, piece.count, Int32(MSG_DONTWAIT))
    }
    #expect(String(decoding: piece.prefix(max(0, count)), as: UTF8.self).hasPrefix("HTTP/1.1 200"))
  }
}
