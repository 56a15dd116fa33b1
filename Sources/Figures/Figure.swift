import Drawing

/// A figure with its texts and data, in one language.
public struct Figure: Sendable {
  /// Lesson and figure name, as in `celsius-loss`: the stem of its file names.
  public var id: String
  public var name: String
  public var picture: Picture
  /// One plain sentence; also the title inside the picture.
  public var title: String
  /// Alternative text: kind of chart, data and insight, from the figure's numbers, at most 250
  /// characters.
  public var alt: String
  public var longDescription: String
  public var caption: String
  /// All values that are plotted.
  public var data: DataTable
}

/// Everything about a figure except the picture, as pages and files need it.
package struct FigureContent: Codable, Equatable, Sendable {
  package var id: String
  package var name: String
  /// In points.
  package var width: Double
  package var height: Double
  package var title: String
  package var alt: String
  package var longDescription: String
  package var caption: String
  package var data: DataTable
}

extension Figure {
  package var content: FigureContent {
    FigureContent(
      id: id, name: name, width: picture.width, height: picture.height, title: title, alt: alt,
      longDescription: longDescription, caption: caption, data: data)
  }

  /// The texts stored in the PNG: title, description and origin.
  ///
  /// - Parameters:
  ///   - tag: the BCP 47 tag of language and region.
  ///   - dataHash: SHA-256 of the lesson's data in hexadecimal; nil in students' files.
  public func metadata(_ context: FigureContext, tag: String, dataHash: String?) -> PNGMetadata {
    var texts = [
      PNGMetadata.Text("Title", title, language: tag),
      PNGMetadata.Text("Description", alt, language: tag),
      PNGMetadata.Text("cuaderno:notebook", context.notebook.id),
      PNGMetadata.Text("cuaderno:lesson", context.lesson.id),
      PNGMetadata.Text("cuaderno:figure", name),
      PNGMetadata.Text("cuaderno:seed", String(context.notebook.seed)),
    ]
    if let dataHash { texts.append(PNGMetadata.Text("cuaderno:data", dataHash)) }
    return PNGMetadata(texts)
  }
}
