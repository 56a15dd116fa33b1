import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Independent pieces of work, shared among the caller's thread and others.
///
/// The caller works as well, and where the system has fewer threads to give than were asked for, those
/// that there are do everything: with one, no other is ever asked for. The values are in the order of
/// the pieces, so that nothing depends on who did what.
public enum ParallelWork {
  private static let most = Atomic(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  /// The most threads that work is shared among where its caller does not say: one a processor,
  /// unless somebody sets another number.
  public static var threadLimit: Int {
    get { most.load(ordering: .relaxed) }
    set {
      precondition(newValue > 0, "work shared among \(newValue) threads")
      most.store(newValue, ordering: .relaxed)
    }
  }

  /// Between two calls of `proceed`, in milliseconds.
  private static let interval = 40

  /// The values of pieces `0..<count`; nil if `proceed` returned false, or if a piece gave nothing.
  ///
  /// - Parameters:
  ///   - tool: makes what a thread needs for all its pieces.
  ///   - proceed: called on the caller's thread, before the first piece and then some 25 times a second,
  ///     with how many pieces are done. After it has returned false it is not called again.
  ///   - work: gives the value of a piece. One that takes long asks `isStopped` now and then.
  public static func map<Tool, Value: Sendable>(
    count: Int, threads: Int = threadLimit, tool: @escaping @Sendable () -> Tool,
    proceed: (_ done: Int) -> Bool = { _ in true },
    _ work:
      @escaping @Sendable (_ tool: inout Tool, _ index: Int, _ isStopped: () -> Bool) -> Value?
  ) -> [Value]? {
    guard count > 0 else { return [] }
    guard proceed(0) else { return nil }
    let pieces = Pieces<Value>(count: count)
    let others = startOthers(min(threads, count) - 1) {
      pieces.work(tool: tool(), { pieces.isStopped }, work)
    }
    var lastCall = ContinuousClock.now
    func isStopped() -> Bool {
      if ContinuousClock.now - lastCall >= .milliseconds(interval) {
        pieces.ask(proceed)
        lastCall = .now
      }
      return pieces.isStopped
    }
    pieces.work(tool: tool(), isStopped, work)
    for thread in others {
      while !thread.join(milliseconds: interval) { pieces.ask(proceed) }
    }
    return pieces.values
  }

  /// The same for pieces that need no tool.
  public static func map<Value: Sendable>(
    count: Int, threads: Int = threadLimit, proceed: (_ done: Int) -> Bool = { _ in true },
    _ work: @escaping @Sendable (_ index: Int, _ isStopped: () -> Bool) -> Value?
  ) -> [Value]? {
    map(count: count, threads: threads, tool: {}, proceed: proceed) { _, index, isStopped in
      work(index, isStopped)
    }
  }

  /// The same for pieces that are short and always give something.
  public static func map<Value: Sendable>(
    count: Int, _ work: @escaping @Sendable (_ index: Int) -> Value
  ) -> [Value] {
    guard let values = map(count: count, { index, _ in work(index) }) else {
      preconditionFailure("a piece of \(count) without a value")
    }
    return values
  }

  /// As many threads as there are, up to `count`.
  private static func startOthers(
    _ count: Int, _ body: @escaping @Sendable () -> Void
  ) -> [ExtraThread] {
    var threads: [ExtraThread] = []
    while threads.count < count, let thread = ExtraThread.start(body) { threads.append(thread) }
    return threads
  }
}

/// What the threads of one piece of work share.
private final class Pieces<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var isStopped = false
    var values: [Value?]
  }

  private let state: Mutex<State>

  init(count: Int) {
    state = Mutex(State(values: Array(repeating: nil, count: count)))
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Nil where one is missing, or where somebody said stop.
  var values: [Value]? {
    state.withLock { state in
      guard !state.isStopped else { return nil }
      let values = state.values.compactMap { $0 }
      return values.count == state.values.count ? values : nil
    }
  }

  /// Does pieces until none is left or one gave nothing.
  func work<Tool>(
    tool: Tool, _ isStopped: () -> Bool,
    _ work: @escaping (_ tool: inout Tool, _ index: Int, _ isStopped: () -> Bool) -> Value?
  ) {
    var tool = tool
    while !isStopped(), let index = take() {
      guard let value = work(&tool, index, isStopped) else { return stop() }
      state.withLock {
        $0.values[index] = value
        $0.done += 1
      }
    }
  }

  func ask(_ proceed: (_ done: Int) -> Bool) {
    let (done, isStopped) = state.withLock { ($0.done, $0.isStopped) }
    if !isStopped, !proceed(done) { stop() }
  }

  private func take() -> Int? {
    state.withLock {
      guard !$0.isStopped, $0.next < $0.values.count else { return nil }
      $0.next += 1
      return $0.next - 1
    }
  }

  private func stop() {
    state.withLock { $0.isStopped = true }
  }
}
