import Lessons

/// For whom a hand-out is made.
public enum HandoutEdition: String, CaseIterable, Sendable {
  /// Nothing in it gives an answer away.
  case student
  /// With the key.
  case teacher

  /// As file names say it: the teacher's in capitals, so that nobody sends it by mistake.
  public func word(_ language: Language) -> String {
    switch (self, language) {
    case (.student, .es): "estudiante"
    case (.student, .en): "student"
    case (.teacher, .es): "DOCENTE"
    case (.teacher, .en): "TEACHER"
    }
  }
}

/// What a hand-out is written as.
public enum HandoutFormat: String, CaseIterable, Sendable {
  /// A page to print, or to fill in on the screen.
  case html
  /// A Jupyter notebook for Colab.
  case ipynb
  /// Questions for Moodle: GIFT and Moodle XML.
  case quiz
}

/// The paper a hand-out is laid out for.
public enum Paper: String, CaseIterable, Sendable {
  case letter, a4

  public init(_ region: Region) { self = region == .mx ? .letter : .a4 }
}
