import Archives
import Drawing
import Lessons

/// A figure as bytes, with the places of its files in the report folder.
struct DrawnFigure: Sendable {
  let lesson: String
  let language: Language
  let figure: Figure
  let png: [UInt8]

  var path: String { "figures/\(language.rawValue)/\(figure.id).png" }
  var dataPath: String { "data/\(figure.id).csv" }
}

/// A figure that is to be drawn.
struct FigureOrder: Sendable {
  let name: String
  let context: FigureContext
  let tag: String

  func drawn(by renderer: PictureRenderer) -> DrawnFigure {
    let figure = FigureCatalogue.figure(named: name, context)
    let png = renderer.png(figure.picture, metadata: metadata(of: figure))
    return DrawnFigure(
      lesson: context.lesson.id, language: context.language, figure: figure, png: png)
  }

  private func metadata(of figure: Figure) -> PNGMetadata {
    var texts = [
      PNGMetadata.Text("Title", figure.title, language: tag),
      PNGMetadata.Text("Description", figure.alt, language: tag),
      PNGMetadata.Text("cuaderno:notebook", context.notebook.id),
      PNGMetadata.Text("cuaderno:lesson", context.lesson.id),
      PNGMetadata.Text("cuaderno:figure", figure.name),
      PNGMetadata.Text("cuaderno:seed", String(context.notebook.seed)),
    ]
    if let hashes = context.result?.data.hashes, !hashes.isEmpty {
      texts.append(PNGMetadata.Text("cuaderno:data", DataHash.of(hashes.map { ($0, $1) })))
    }
    return PNGMetadata(texts)
  }
}

/// One hash for several files.
enum DataHash {
  /// The file's own for one; else SHA-256 over `NAME SHA256` lines, sorted by the bytes of the name.
  static func of(_ files: [(name: String, sha256: String)]) -> String {
    guard files.count != 1 else { return files[0].sha256 }
    let lines = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { "\($0.name) \($0.sha256)\n" }
    return SHA256.hash(Array(lines.joined().utf8)).hexadecimal
  }
}
