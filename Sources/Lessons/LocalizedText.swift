/// The languages a notebook, a figure or a page can be in.
public enum Language: String, Codable, CaseIterable, Sendable {
  case es
  case en
}

/// A text in the languages of a notebook. `validate` has made sure that those are all there.
public struct LocalizedText: Hashable, Codable, Sendable {
  public var es: String?
  public var en: String?

  public init(es: String? = nil, en: String? = nil) {
    self.es = es
    self.en = en
  }

  /// The text in `language`, else in the other one, else empty.
  public subscript(language: Language) -> String {
    switch language {
    case .es: es ?? en ?? ""
    case .en: en ?? es ?? ""
    }
  }
}
