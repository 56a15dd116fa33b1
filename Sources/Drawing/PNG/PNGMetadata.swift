/// What a PNG says about itself in its iTXt chunks.
public struct PNGMetadata: Hashable, Sendable {
  public struct Text: Hashable, Sendable {
    /// 1 to 79 characters of Latin-1.
    public var keyword: String
    /// A BCP 47 tag; empty where the text is in no language.
    public var language: String
    public var text: String

    public init(_ keyword: String, _ text: String, language: String = "") {
      self.keyword = keyword
      self.language = language
      self.text = text
    }
  }

  /// In the file's order; `cuaderno:pixels` (the SHA-256 of the decoded RGB rows) is added to them.
  public var texts: [Text]

  public init(_ texts: [Text] = []) {
    self.texts = texts
  }
}
