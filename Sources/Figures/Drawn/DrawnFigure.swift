import Archives
import Drawing
import Lessons

/// A drawn figure with the paths of its files in the report folder.
package struct DrawnFigure: Sendable {
  package let lesson: String
  package let language: Language
  package let figure: FigureContent
  package let png: [UInt8]
  /// For paper; nil where nothing is printed.
  package var picture: Picture?

  init(lesson: String, language: Language, figure: FigureContent, png: [UInt8]) {
    self.lesson = lesson
    self.language = language
    self.figure = figure
    self.png = png
  }

  /// A figure for a page outside a report.
  package init(lesson: String, language: Language, figure: Figure, png: [UInt8]) {
    self.init(lesson: lesson, language: language, figure: figure.content, png: png)
  }

  package var name: String { figure.name }
  /// Number of rows of its data.
  package var rowCount: Int { figure.data.rows.count }
  /// The picture as a `data:` URL.
  package var embedded: String { "data:image/png;base64,\(Base64.encode(png))" }

  package var path: String { "figures/\(language.rawValue)/\(figure.id).png" }
  package var dataPath: String { "data/\(figure.id).csv" }
}

/// A figure to draw.
package struct FigureOrder: Sendable {
  package let name: String
  /// Contains only the other lessons that the figure depends on.
  package let context: FigureContext
  /// The BCP 47 tag of language and region.
  let tag: String
  /// The hash of the phrases used by figures.
  let phrases: String
  /// Pixels per point.
  package var scale = 2
  /// The width in points, if the figure is to be narrower than usual.
  package var width: Double?

  package init(
    name: String, context: FigureContext, tag: String, phrases: String, scale: Int = 2,
    width: Double? = nil
  ) {
    self.name = name
    self.context = context
    self.tag = tag
    self.phrases = phrases
    self.scale = scale
    self.width = width
  }

  /// The figure's parameters in the lesson file, without their position.
  var parameters: String {
    let requests = (context.lesson.figures ?? []).filter { $0.name == name }.map { request in
      var request = request
      (request.line, request.column) = (1, 1)
      return request
    }
    return String(reflecting: requests)
  }

  /// Lays out the figure with its texts and data.
  package func figure() -> Figure {
    var figure = FigureCatalogue.figure(named: name, context)
    if let width, width < figure.picture.width {
      // Text keeps its size, so the height shrinks less than the width.
      figure.picture.height *= 0.25 + 0.75 * width / figure.picture.width
      figure.picture.width = width
    }
    return figure
  }

  /// The texts stored in its PNG.
  package func metadata(of figure: Figure) -> PNGMetadata {
    figure.metadata(context, tag: tag, dataHash: dataHash)
  }

  func drawn(by renderer: PictureRenderer) -> DrawnFigure {
    let figure = figure()
    let png = renderer.png(figure.picture, scale: scale, metadata: metadata(of: figure))
    return DrawnFigure(
      lesson: context.lesson.id, language: context.language, figure: figure.content, png: png)
  }

  private var dataHash: String? {
    guard !context.isForStudents, let hashes = context.result?.data.hashes, !hashes.isEmpty else {
      return nil
    }
    return DataHash.of(hashes.map { ($0, $1) })
  }
}
