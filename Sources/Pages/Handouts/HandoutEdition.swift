import Lessons
import Paper
import Phrases

/// The readers of a hand-out.
public enum HandoutEdition: String, CaseIterable, Sendable {
  /// Without any answer.
  case student
  /// With the answer key.
  case teacher
}

/// The file format of a hand-out.
public enum HandoutFormat: String, CaseIterable, Sendable {
  /// An HTML page to print or to fill in on the screen.
  case html
  /// A Jupyter notebook for Colab.
  case ipynb
  /// Questions for Moodle: GIFT and Moodle XML.
  case quiz
}

extension PageFormat {
  /// The usual size in a region.
  package init(_ region: Region) { self = region == .mx ? .letter : .a4 }
}

extension PhraseCatalogue {
  /// The word for an edition in file names; the teacher's is in capitals, so that nobody sends it by
  /// mistake.
  func word(_ edition: HandoutEdition) -> String { self["language.files.\(edition.rawValue)"] }
}
