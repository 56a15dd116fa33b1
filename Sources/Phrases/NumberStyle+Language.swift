import Diagnostics
import Lessons

extension NumberStyle {
  /// English, Mexican or Spanish usage.
  public init(language: Language, region: Region) {
    switch (language, region) {
    case (.en, _): self = .english
    case (.es, .mx): self = .mexican
    case (.es, .es): self = .spanish
    }
  }
}
