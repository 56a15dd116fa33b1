#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif
import CLinux

/// A thread beside the caller's own, where the system still has one to give.
public struct ExtraThread: Sendable {
  private let thread: pthread_t

  /// Bytes of stack, whatever `ulimit -s` says.
  private static let stackSize = 8 << 20

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a thread of its own. Nil where the system has none to give: nothing was run.
  public static func start(_ body: @escaping @Sendable () -> Void) -> ExtraThread? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let body = Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { pointer in
        Unmanaged<Body>.fromOpaque(pointer!).takeRetainedValue().run()
        return nil
      }, body.toOpaque())
    guard status == 0 else {
      body.release()
      return nil
    }
    return ExtraThread(thread: thread)
  }

  /// Waits until it has ended.
  public func join() { pthread_join(thread, nil) }

  /// Waits until it has ended, but no longer than so many milliseconds; false where it still runs.
  /// After true it must not be waited for again.
  public func join(milliseconds: Int) -> Bool {
    clinux_join_within(thread, milliseconds) == 0
  }
}
