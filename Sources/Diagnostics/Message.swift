/// A sentence of the message catalogues: its key there and the values of its placeholders.
///
/// Libraries say *what* happened; the sentence, in the user's language, is made in one place from
/// `templates/messages/es.yaml` and `en.yaml`. Arguments are plain text, never sentences.
public struct Message: Hashable, Codable, Sendable {
  public let key: String
  public let arguments: [String: String]

  public init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }
}
