import Diagnostics
import Glibc
import Synchronization
import Threads

/// Why no preview can be shown.
public enum PreviewError: UserError, Hashable {
  case portTaken(port: UInt16)

  public var place: Place? { nil }

  public var message: Message {
    switch self {
    case .portTaken(let port): Message("watch.portTaken", ["port": String(port)])
    }
  }

  public var exitCode: ExitCode { .inputOutput }
}

/// Serves a report to browsers of this machine, on 127.0.0.1 alone, as long as the value lives: on a
/// thread of its own, or, where the system has none to give, while its owner rests.
///
/// Hand-made because it answers GET for one reader on this machine: a server library would add seconds
/// to every build.
public final class PreviewServer: Sendable {
  public let port: UInt16
  private let isWanted: SharedFlag
  /// Nil where a thread of its own runs it.
  private let loop: Mutex<RequestLoop?>
  /// Milliseconds between two looks at whether to stop.
  private static let tick: Int32 = 200

  public static let standardPort: UInt16 = 8765

  private final class SharedFlag: Sendable {
    let value = Atomic(true)
  }

  /// - Parameters:
  ///   - port: nil for `standardPort`, or any free one where that is taken.
  ///   - start: starts a thread; a test gives one that cannot.
  public init(
    port: UInt16?, state: PreviewState,
    start: (@escaping @Sendable () -> Void) -> ExtraThread? = { ExtraThread.start($0) }
  ) throws(PreviewError) {
    let listener = port.map(Self.listen) ?? Self.listen(Self.standardPort) ?? Self.listen(0)
    guard let listener else { throw .portTaken(port: port ?? Self.standardPort) }
    let flag = SharedFlag()
    isWanted = flag
    self.port = listener.port
    let port = listener.port
    let requests = RequestLoop(listener: listener.descriptor) { head in
      PreviewAnswer(
        method: head.method, path: head.path, host: head.host, port: port, state: state)
    }
    let thread = start {
      var loop = requests
      while flag.value.load(ordering: .relaxed) { loop.turn(milliseconds: Self.tick) }
      loop.close()
    }
    loop = Mutex(thread == nil ? requests : nil)
  }

  /// Does nothing for so many milliseconds but what clients ask for.
  public func rest(milliseconds: Int) {
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    loop.withLock { loop in
      guard loop != nil else {
        usleep(UInt32(milliseconds) * 1000)
        return
      }
      while ContinuousClock.now < end {
        let left = (end - .now) / .milliseconds(1)
        loop!.turn(milliseconds: Int32(max(1, left)))
      }
    }
  }

  deinit {
    isWanted.value.store(false, ordering: .relaxed)
    loop.withLock { $0?.close() }
  }

  /// Opens a listening socket; nil if the port is taken. Port 0 lets the system choose.
  private static func listen(_ port: UInt16) -> (descriptor: Int32, port: UInt16)? {
    let descriptor = socket(
      AF_INET,
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, size) == 0 && Glibc.listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &size) == 0
      }
    }
    guard isListening else {
      close(descriptor)
      return nil
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }
}
