#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A sentence of the message catalogues: its key there and the values of its placeholders.
///
/// Libraries say *what* happened; the sentence, in the user's language, is made in one place from
/// `templates/messages/es.yaml` and `en.yaml`. Arguments are plain text, never sentences.
public struct Message: Hashable, Codable, Sendable {
  public let key: String
  public let arguments: [String: String]

  /// The argument that names a system error by its number.
  public static let systemError = "system"

  public init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }

  /// With why the system refused as the argument `reason`: the C library's English words, for which
  /// who speaks to people puts those of their language.
  ///
  /// - Parameter code: of `errno`.
  public init(_ key: String, _ arguments: [String: String] = [:], reason code: Int32) {
    self.init(
      key,
      arguments.merging([
        "reason": String(cString: strerror(code)), Self.systemError: String(code),
      ]) { $1 })
  }
}
