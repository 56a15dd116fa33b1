import Diagnostics

/// A notebook as its folder says it: decoded, checked, nothing read from data files yet.
///
/// Formats and meanings: `docs/lesson-files.md`.
public struct Notebook: Sendable {
  public var folder: String
  public var id: String
  public var languages: [Language]
  public var region: Region
  public var title: LocalizedText
  public var course: Course
  public var seed: UInt64
  public var lessons: [Lesson]

  /// The style sheet of an institution, beside notebook.yaml where there is one.
  public static let themeName = "theme.css"

  public init(
    folder: String, id: String, languages: [Language], region: Region = .mx, title: LocalizedText,
    course: Course = Course(), seed: UInt64 = 7, lessons: [Lesson]
  ) {
    self.folder = folder
    self.id = id
    self.languages = languages
    self.region = region
    self.title = title
    self.course = course
    self.seed = seed
    self.lessons = lessons
  }
}

/// Where Spanish is read: decides the decimal mark, the paper and a few words.
public enum Region: String, CaseIterable, Sendable {
  case mx = "MX"
  case es = "ES"
}

/// What the header of a report says about the course. Each text may be one for all languages.
public struct Course: Sendable {
  public var author: LocalizedText?
  public var institution: LocalizedText?
  public var program: LocalizedText?
  public var subject: LocalizedText?
  public var term: LocalizedText?
  public var group: LocalizedText?
  /// Path of an image inside the notebook folder.
  public var logo: String?
  public var basedOn: LocalizedText?

  public init() {}
}
