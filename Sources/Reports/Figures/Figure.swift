import Drawing

/// A drawn figure with everything that goes with it, in one language.
public struct Figure: Sendable {
  /// Lesson and name, as in `celsius-loss`: the stem of its files.
  public var id: String
  public var name: String
  public var picture: Picture
  /// One plain sentence; also the picture's own title.
  public var title: String
  /// Kind of chart, data and insight, from the figure's own numbers, in at most 250 characters.
  public var alt: String
  public var longDescription: String
  public var caption: String
  /// What is plotted, whole.
  public var data: DataTable
}
