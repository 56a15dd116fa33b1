import Glibc

/// HTTP/1.1 for browsers of this machine: a request without a body, one answer a connection.
///
/// Nothing waits for a client: what can be sent or read is, and then it is the next one's turn. Each
/// connection has one deadline for everything. Where there are too many, or where they hold too much,
/// the oldest makes room: first one that has not asked for anything yet.
///
/// Hand-made because a preview needs only GET on 127.0.0.1, and a server library costs every first
/// build more than these lines.
struct RequestLoop: Sendable {
  static let headLimit = 16 << 10
  /// Bytes of answers that clients have not taken yet, but for a single one.
  static let answerLimit = 128 << 20
  /// From the first byte of a request to the last of its answer.
  private static let patience: Duration = .seconds(30)
  /// For a client to close its end, so that it reads the answer before it hears of the close.
  private static let farewell: Duration = .seconds(2)
  /// Of one turn: less than there may be connections, so that a flood drives nobody out unheard.
  private static let acceptsAtOnce = 16
  private static let bytesAtOnce = 1 << 20

  private struct Connection {
    /// Negative once it is closed.
    var descriptor: Int32
    var deadline: ContinuousClock.Instant
    var head: [UInt8] = []
    /// What is left to send; nil before the head is whole.
    var answer: ArraySlice<UInt8>?

    var events: Int16 { Int16(answer?.isEmpty == false ? POLLOUT : POLLIN) }
  }

  private let listener: Int32
  private let connectionLimit: Int
  private let answer: @Sendable (RequestHead) -> PreviewAnswer
  private var connections: [Connection] = []
  /// False for one turn where the system had no descriptor for another connection.
  private var isListening = true

  /// - Parameter listener: a listening socket that does not block, closed by `close`.
  init(listener: Int32, answer: @escaping @Sendable (RequestHead) -> PreviewAnswer) {
    self.listener = listener
    self.answer = answer
    connectionLimit = Self.connectionLimit(descriptors: Self.descriptorLimit)
  }

  /// At most half of the descriptors that are left beside those of a build.
  static func connectionLimit(descriptors: Int) -> Int {
    max(1, min(64, (descriptors - 24) / 2))
  }

  private static var descriptorLimit: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
    return Int(clamping: limit.rlim_cur)
  }

  /// Waits up to so many milliseconds for something to do, and does it.
  mutating func turn(milliseconds: Int32) {
    var polled = [pollfd(fd: isListening ? listener : -1, events: Int16(POLLIN), revents: 0)]
    polled += connections.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    guard poll(&polled, nfds_t(polled.count), milliseconds) >= 0 else {
      if errno != EINTR { usleep(UInt32(milliseconds) * 1000) }
      return
    }
    isListening = true
    let now = ContinuousClock.now
    for place in connections.indices {
      if now >= connections[place].deadline {
        close(place)
      } else if polled[place + 1].revents != 0 {
        serve(place, now)
      }
    }
    connections.removeAll { $0.descriptor < 0 }
    if polled[0].revents != 0 { accept(now) }
  }

  mutating func close() {
    for place in connections.indices { close(place) }
    Glibc.close(listener)
  }

  private mutating func close(_ place: Int) {
    if connections[place].descriptor >= 0 { Glibc.close(connections[place].descriptor) }
    connections[place].descriptor = -1
    connections[place].answer = nil
  }

  private mutating func accept(_ now: ContinuousClock.Instant) {
    for _ in 0..<Self.acceptsAtOnce {
      let descriptor = Glibc.accept(listener, nil, nil)
      if descriptor < 0 {
        switch errno {
        case EINTR, ECONNABORTED: continue
        case EAGAIN: return
        default:
          // No descriptor or no memory: one of ours makes room, or the listener waits for a turn.
          guard makeRoom() else {
            isListening = false
            return
          }
        }
        continue
      }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      if connections.count >= connectionLimit { _ = makeRoom() }
      connections.append(Connection(descriptor: descriptor, deadline: now + Self.patience))
      // Most requests have come with the connection.
      serve(connections.count - 1, now)
      connections.removeAll { $0.descriptor < 0 }
    }
  }

  /// Closes the oldest connection that has not asked yet, else the oldest; false where there is none.
  private mutating func makeRoom() -> Bool {
    guard
      let place = connections.firstIndex(where: { $0.answer == nil }) ?? connections.indices.first
    else { return false }
    close(place)
    connections.remove(at: place)
    return true
  }

  /// Does what can be done at once: reads a request, sends of its answer, waits for the client's end.
  private mutating func serve(_ place: Int, _ now: ContinuousClock.Instant) {
    if connections[place].answer == nil { read(place) }
    guard connections[place].answer?.isEmpty == false else {
      if connections[place].answer != nil { discard(place) }
      return
    }
    send(place)
    guard connections[place].answer?.isEmpty == true else { return }
    shutdown(connections[place].descriptor, Int32(SHUT_WR))
    connections[place].deadline = now + Self.farewell
  }

  private mutating func read(_ place: Int) {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = recv(connections[place].descriptor, &piece, piece.count, Int32(MSG_DONTWAIT))
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
    guard count > 0 else { return close(place) }
    // The end may have begun in an earlier piece.
    let start = max(0, connections[place].head.count - 3)
    connections[place].head += piece[..<count]
    let head = connections[place].head
    guard let end = head[start...].firstRange(of: Array("\r\n\r\n".utf8)) else {
      if head.count >= Self.headLimit { close(place) }
      return
    }
    guard let request = RequestHead(head[..<end.lowerBound]) else { return close(place) }
    let answer = answer(request).bytes
    holdBack(answer.count, for: place)
    connections[place].answer = answer[...]
  }

  /// Closes the oldest ones, until another answer does not hold too much memory.
  private mutating func holdBack(_ count: Int, for newest: Int) {
    var held = connections.reduce(count) { $0 + ($1.answer?.count ?? 0) }
    for place in connections.indices where held > Self.answerLimit && place != newest {
      held -= connections[place].answer?.count ?? 0
      if connections[place].answer?.isEmpty == false { close(place) }
    }
  }

  private mutating func send(_ place: Int) {
    let count = connections[place].answer!.prefix(Self.bytesAtOnce).withUnsafeBytes {
      Glibc.send(
        connections[place].descriptor, $0.baseAddress!, $0.count,
        Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
    }
    if count < 0 {
      if errno != EAGAIN && errno != EINTR { close(place) }
      return
    }
    connections[place].answer!.removeFirst(count)
  }

  private mutating func discard(_ place: Int) {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = recv(connections[place].descriptor, &piece, piece.count, Int32(MSG_DONTWAIT))
    if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
    if count <= 0 { close(place) }
  }
}
