import Dispatch
import Synchronization

/// Independent pieces of work on several threads, their values in the order of the pieces.
final class ParallelWork<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var isStopped = false
    var values: [Value?]
  }

  private let state: Mutex<State>

  private init(count: Int) {
    state = Mutex(State(values: Array(repeating: nil, count: count)))
  }

  /// The values of pieces `0..<count`; nil if `proceed`, called some 25 times a second with how many
  /// are done, returned false, or if a piece gave nothing. A piece that takes long asks `isStopped`.
  static func map(
    count: Int, threads: Int, proceed: (_ done: Int) -> Bool,
    _ work: @escaping @Sendable (_ index: Int, _ isStopped: () -> Bool) -> Value?
  ) -> [Value]? {
    let all = ParallelWork(count: count)
    let group = DispatchGroup()
    for _ in 0..<max(1, min(threads, count)) {
      DispatchQueue.global().async(group: group) { all.run(work) }
    }
    while group.wait(timeout: .now() + .milliseconds(40)) == .timedOut {
      if !proceed(all.state.withLock { $0.done }) { all.stop() }
    }
    let values = all.state.withLock { $0.values.compactMap { $0 } }
    return values.count == count ? values : nil
  }

  private func run(_ work: (_ index: Int, _ isStopped: () -> Bool) -> Value?) {
    while let index = take() {
      guard let value = work(index, { self.state.withLock { $0.isStopped } }) else {
        return stop()
      }
      state.withLock {
        $0.values[index] = value
        $0.done += 1
      }
    }
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
