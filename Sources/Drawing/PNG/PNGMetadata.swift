import Archives

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

  /// The SHA-256 of the decoded RGB rows, in hexadecimal.
  public static let pixelsKeyword = "cuaderno:pixels"
  /// The SHA-256 over all other texts, in hexadecimal: tells a file whose texts were edited.
  public static let sealKeyword = "cuaderno:seal"

  /// In the file's order; those of the pixels and the seal are added to them.
  public var texts: [Text]

  public init(_ texts: [Text] = []) {
    self.texts = texts
  }

  /// What stands in a file whose pixels have the hash `pixels`.
  func sealed(pixels: [UInt8]) -> [Text] {
    let own = texts + [Text(Self.pixelsKeyword, pixels.hexadecimal)]
    return own + [Text(Self.sealKeyword, Self.seal(of: own))]
  }

  /// Over keyword, language and text of each, each after its length. A picture that another program
  /// packed anew without changing texts or pixels keeps its seal.
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
