import Dispatch
import Drawing
import Synchronization

/// Draws figures, or takes them from the cache, on several threads with their own fonts. Results
/// are in the order of the requests.
package final class FigureStudio: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var isStopped = false
    var failure: FontError?
    var counts = FigureCounts()
    var figures: [DrawnFigure?]
  }

  private let orders: [FigureOrder]
  private let cache: FigureCache?
  private let state: Mutex<State>

  private init(_ orders: [FigureOrder], _ cache: FigureCache?) {
    self.orders = orders
    self.cache = cache
    state = Mutex(State(figures: Array(repeating: nil, count: orders.count)))
  }

  /// nil if `proceed`, called with the number of finished figures, returned false.
  package static func draw(
    _ orders: [FigureOrder], cache: FigureCache? = nil, threads: Int,
    proceed: (_ done: Int, _ count: Int) -> Bool
  ) throws(FontError) -> (figures: [DrawnFigure], counts: FigureCounts)? {
    let studio = FigureStudio(orders, cache)
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
    return studio.state.withLock { state in
      if state.counts.drawn > 0 { cache?.trim() }
      return state.isStopped ? nil : (state.figures.compactMap { $0 }, state.counts)
    }
  }

  private func work() {
    var renderer: PictureRenderer?
    while let index = take() {
      let order = orders[index]
      let name = cache?.name(of: order)
      if let name, let known = cache?.figure(name, for: order) {
        finish(index, known, \.reused)
        continue
      }
      do throws(FontError) {
        // Opened lazily: cached figures need no font.
        if renderer == nil { renderer = try PictureRenderer() }
        let drawn = order.drawn(by: renderer!)
        if let name { cache?.keep(drawn, name) }
        finish(index, drawn, \.drawn)
      } catch {
        return state.withLock { $0.failure = error }
      }
    }
  }

  private func finish(
    _ index: Int, _ figure: DrawnFigure, _ count: WritableKeyPath<FigureCounts, Int> & Sendable
  ) {
    state.withLock {
      $0.figures[index] = figure
      $0.done += 1
      $0.counts[keyPath: count] += 1
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
