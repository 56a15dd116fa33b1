import Archives
import Drawing
import Lessons

/// Cached figures, keyed by everything that determines their bytes.
public struct FigureCache: Sendable {
  private let folder: CacheFolder
  private let results: [String: String]
  /// The versions of the program and of the drawing libraries.
  private let versions: [String]

  /// - Parameters:
  ///   - program: identifies this build of the program.
  ///   - results: for each lesson, a text that identifies its result, such as
  ///     `ResultCache.name(of:)`. Figures of other lessons are redrawn.
  public init(
    folder: CacheFolder, program: String, results: [String: String]
  ) throws(FontError) {
    self.folder = folder
    self.results = results
    versions = [program, try DrawingVersion.current()]
  }

  /// The name of a figure's entry, 64 hexadecimal digits; nil if one of its results has no key.
  func name(of order: FigureOrder) -> String? {
    let context = order.context
    let notebook = context.notebook
    var parts =
      versions + [
        order.name, order.parameters, order.tag, String(order.scale), context.language.rawValue,
        order.phrases, notebook.id, String(notebook.seed), notebook.region.rawValue,
      ]
    // The only figure that shows the previous report.
    if order.name == LossFigure.figureName, !context.earlierLosses.isEmpty {
      parts.append("\(context.earlierLosses)")
    }
    let companions = notebook.lessons.filter { context.others[$0.id] != nil }
    for lesson in [context.lesson] + companions {
      parts += [lesson.id, lesson.title[context.language]]
      guard lesson.training != nil else { continue }
      guard let result = results[lesson.id] else { return nil }
      parts.append(result)
    }
    return DataHash.of(texts: parts)
  }

  func figure(_ name: String, for order: FigureOrder) -> DrawnFigure? {
    guard let entry = folder.value(Entry.self, .figures, name), entry.name == name else {
      return nil
    }
    return DrawnFigure(
      lesson: order.context.lesson.id, language: order.context.language, figure: entry.figure,
      png: entry.png)
  }

  func keep(_ drawn: DrawnFigure, _ name: String) {
    let entry = Entry(name: name, figure: drawn.figure, png: drawn.png)
    folder.keep(entry, .figures, name, trims: false)
  }

  /// Call after all figures of a report have been stored.
  func trim() { folder.trim(.figures) }

  private struct Entry: Codable {
    var name: String
    var figure: FigureContent
    var png: [UInt8]
  }
}

/// Numbers of figures drawn and reused.
public struct FigureCounts: Equatable, Sendable {
  public var drawn = 0
  public var reused = 0

  public init(drawn: Int = 0, reused: Int = 0) {
    self.drawn = drawn
    self.reused = reused
  }
}
