import Lessons

extension Language {
  /// The language's own name, as shown in a language switch.
  public var ownName: String {
    switch self {
    case .es: "Español"
    case .en: "English"
    }
  }

  /// The BCP 47 tag, with the region for Spanish.
  package func locale(_ region: Region) -> String {
    switch self {
    case .es: "es-\(region.rawValue)"
    case .en: "en"
    }
  }

  /// The file name of the page in this language only.
  public var pageName: String {
    switch self {
    case .es: "informe.es.html"
    case .en: "report.en.html"
    }
  }
}
