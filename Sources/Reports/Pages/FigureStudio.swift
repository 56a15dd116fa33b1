import Dispatch
import Drawing
import Synchronization

/// Draws figures on several threads, each with its own fonts; the order of the result is that of
/// the orders, whatever thread was first.
final class FigureStudio: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var isStopped = false
    var failure: FontError?
    var figures: [DrawnFigure?]
  }

  private let orders: [FigureOrder]
  private let state: Mutex<State>

  private init(_ orders: [FigureOrder]) {
    self.orders = orders
    state = Mutex(State(figures: Array(repeating: nil, count: orders.count)))
  }

  /// nil if `proceed`, called now and then with how many are done, returned false.
  static func draw(
    _ orders: [FigureOrder], threads: Int, proceed: (_ done: Int, _ count: Int) -> Bool
  ) throws(FontError) -> [DrawnFigure]? {
    let studio = FigureStudio(orders)
    let group = DispatchGroup()
    for _ in 0..<max(1, min(threads, orders.count)) {
      DispatchQueue.global().async(group: group) { studio.work() }
    }
    while group.wait(timeout: .now() + .milliseconds(40)) == .timedOut {
      if !proceed(studio.state.withLock { $0.done }, orders.count) {
        studio.state.withLock { $0.isStopped = true }
      }
    }
    if let failure = studio.state.withLock({ $0.failure }) { throw failure }
    let figures = studio.state.withLock { $0.isStopped ? nil : $0.figures }
    return figures?.compactMap { $0 }
  }

  private func work() {
    let renderer: PictureRenderer
    do throws(FontError) {
      renderer = try PictureRenderer()
    } catch {
      state.withLock { $0.failure = error }
      return
    }
    while let index = take() {
      let figure = orders[index].drawn(by: renderer)
      state.withLock {
        $0.figures[index] = figure
        $0.done += 1
      }
    }
  }

  private func take() -> Int? {
    state.withLock {
      guard !$0.isStopped, $0.next < orders.count else { return nil }
      $0.next += 1
      return $0.next - 1
    }
  }
}
