import Archives

/// The texts stored in a PNG's iTXt chunks.
public struct PNGMetadata: Hashable, Sendable {
  public struct Text: Hashable, Sendable {
    /// 1 to 79 characters, Latin-1.
    public var keyword: String
    /// A BCP 47 tag; empty if the text is in no language.
    public var language: String
    public var text: String

    public init(_ keyword: String, _ text: String, language: String = "") {
      self.keyword = keyword
      self.language = language
      self.text = text
    }
  }

  /// The SHA-256 of the decoded RGB rows, in hexadecimal.
  public static let pixelsKeyword = "cuaderno:pixels"
  /// The SHA-256 of all other texts, in hexadecimal; shows whether the texts were edited.
  public static let sealKeyword = "cuaderno:seal"

  /// In file order, without those of the pixels and the seal.
  public var texts: [Text]

  public init(_ texts: [Text] = []) {
    self.texts = texts
  }

  /// The texts to store for pixels with the hash `pixels`, seal included.
  func sealed(pixels: [UInt8]) -> [Text] {
    let own = texts + [Text(Self.pixelsKeyword, pixels.hexadecimal)]
    return own + [Text(Self.sealKeyword, Self.seal(of: own))]
  }

  /// The hash of keyword, language and text of each, each preceded by its length. A picture that
  /// another program compressed again without changing texts or pixels keeps its seal.
  public static func seal(of texts: [Text]) -> String {
    var hash = SHA256()
    for text in texts {
      for part in [text.keyword, text.language, text.text] {
        hash.update(Array("\(part.utf8.count):\(part)".utf8))
      }
    }
    return hash.finish().hexadecimal
  }
}
