import Lessons

extension Language {
  /// Its own name, as a switch shows it.
  public var ownName: String {
    switch self {
    case .es: "Español"
    case .en: "English"
    }
  }

  /// BCP 47, with the region where Spanish is read.
  package func locale(_ region: Region) -> String {
    switch self {
    case .es: "es-\(region.rawValue)"
    case .en: "en"
    }
  }

  /// The page of this language alone.
  public var pageName: String {
    switch self {
    case .es: "informe.es.html"
    case .en: "report.en.html"
    }
  }
}
