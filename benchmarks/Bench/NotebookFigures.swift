import Drawing
import Figures
import Glibc
import Lessons
import Pages

/// Milliseconds to lay out, draw and encode each figure of a notebook on one core, in both languages,
/// as a Markdown table; what its lessons need is trained before, or taken from the program's cache.
///
/// - Parameter folder: of the notebook; the templates are two folders above it.
func measureNotebook(_ folder: String, rounds: Int) throws {
  let notebook = try Notebook.load(folder: folder)
  let plan = try ReportPlan(
    notebook: notebook, languages: notebook.languages, only: nil, templates: "templates")
  let cache = CacheFolder.standard(environment: { getenv($0).map { String(cString: $0) } })
    .map { ResultCache(folder: $0, program: "cuaderno-bench") }
  let prepared = try plan.trainedNotebook.prepare(
    dataFolder: nil, isStrict: false, known: { cache?.result(for: $0) })
  var results: [String: LessonResult] = [:]
  for known in prepared.known { results[known.key.lesson] = known.result }
  for lesson in prepared.lessons {
    guard let run = LessonRunner.run(lesson, seed: notebook.seed) else { continue }
    cache?.store(run.result, for: lesson.key)
    results[lesson.lesson.id] = run.result
  }
  let renderer = try PictureRenderer()
  print("| figure | pixels | layout | drawing | encoding | together | KB |")
  print("|---|---:|---:|---:|---:|---:|---:|")
  var total = 0.0
  var largest = 0.0
  let orders = plan.orders(results: results, inputs: prepared.inputs)
  for order in orders {
    let times = FigureTimes(order, renderer, rounds: rounds)
    print(times.row)
    total += times.together
    largest = max(largest, times.together)
  }
  print(
    "\n\(orders.count) figures: \(fixed(total * 1000, 1)) ms, the longest "
      + "\(fixed(largest * 1000, 1)) ms")
}

private struct FigureTimes {
  private(set) var row = ""
  private(set) var together = 0.0

  init(_ order: FigureOrder, _ renderer: PictureRenderer, rounds: Int) {
    var parts: [[Double]] = [[], [], []]
    var bytes = 0
    var size = ""
    // The first round fills the caches of glyphs.
    for round in 0...rounds {
      let start = now()
      let figure = order.figure()
      let metadata = order.metadata(of: figure)
      let laidOut = now()
      let canvas = renderer.drawn(figure.picture)
      let drawn = now()
      bytes = renderer.encoded(canvas, metadata: metadata).count
      let encoded = now()
      size = "\(canvas.pixelWidth) x \(canvas.pixelHeight)"
      guard round > 0 else { continue }
      for (part, time) in [laidOut - start, drawn - laidOut, encoded - drawn].enumerated() {
        parts[part].append(time)
      }
    }
    let medians = parts.map(median)
    together = medians.reduce(0, +)
    let cells = (medians + [together]).map { fixed($0 * 1000, 1) }
    let name = "\(order.context.lesson.id)-\(order.name).\(order.context.language.rawValue)"
    row =
      "| \(name) | \(size) | \(cells.joined(separator: " | ")) | \(fixed(Double(bytes) / 1000, 1)) |"
  }
}
