/// Sentences of a language by their key path in `templates/report/LANGUAGE.yaml`.
public protocol Phrases: Sendable {
  /// The phrase with its `{{name}}` places filled in.
  func phrase(_ key: String, _ arguments: [String: String]) -> String
}

extension Phrases {
  func phrase(_ key: String) -> String { phrase(key, [:]) }
}
