import Drawing
import Threads

/// Draws figures, or takes them from the cache, on several threads with their own fonts. Results
/// are in the order of the requests.
package enum FigureStudio {
  private struct Done: Sendable {
    var figure: Result<DrawnFigure, FontError>
    var isReused = false
  }

  /// nil if `proceed`, called with the number of finished figures, returned false.
  package static func draw(
    _ orders: [FigureOrder], cache: FigureCache? = nil, threads: Int,
    proceed: (_ done: Int, _ count: Int) -> Bool
  ) throws(FontError) -> (figures: [DrawnFigure], counts: FigureCounts)? {
    let all = ParallelWork.map(
      count: orders.count, threads: threads, tool: { PictureRenderer?.none },
      proceed: { proceed($0, orders.count) }
    ) { renderer, index, _ in
      draw(orders[index], cache, with: &renderer)
    }
    guard let all else { return nil }
    var figures: [DrawnFigure] = []
    var counts = FigureCounts()
    for done in all {
      figures.append(try done.figure.get())
      if done.isReused { counts.reused += 1 } else { counts.drawn += 1 }
    }
    if counts.drawn > 0 { cache?.trim() }
    return (figures, counts)
  }

  private static func draw(
    _ order: FigureOrder, _ cache: FigureCache?, with renderer: inout PictureRenderer?
  ) -> Done {
    let name = cache?.name(of: order)
    if let name, let known = cache?.figure(name, for: order) {
      return Done(figure: .success(known), isReused: true)
    }
    do throws(FontError) {
      // Opened lazily: cached figures need no font.
      if renderer == nil { renderer = try PictureRenderer() }
      let drawn = order.drawn(by: renderer!)
      if let name { cache?.keep(drawn, name) }
      return Done(figure: .success(drawn))
    } catch {
      return Done(figure: .failure(error))
    }
  }
}
