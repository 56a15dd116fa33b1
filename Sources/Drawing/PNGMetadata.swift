/// What a PNG says about itself in its iTXt chunks.
public struct PNGMetadata: Hashable, Sendable {
  public struct Text: Hashable, Sendable {
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

  public var texts: [Text]

  public init(_ texts: [Text] = []) {
    self.texts = texts
  }
}
