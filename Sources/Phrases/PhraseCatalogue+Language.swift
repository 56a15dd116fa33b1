import Diagnostics
import Lessons

/// What the catalogue of a language says about the language itself, under `language`.
extension PhraseCatalogue {
  /// The language's own name, as shown in a language switch.
  public var languageName: String { self["language.name"] }

  /// The BCP 47 tag: `es-MX`.
  public func locale(_ region: Region) -> String { self["language.locale.\(region.rawValue)"] }

  /// The number style of a region, which the catalogue shows by an example: `1,234.5%`.
  public func numbers(_ region: Region) -> NumberStyle {
    guard let style = NumberStyle(example: self[Self.numbersKey(region)]) else {
      preconditionFailure("load() has let a bad number pass: \(self[Self.numbersKey(region)])")
    }
    return style
  }

  private static func numbersKey(_ region: Region) -> String {
    "language.numbers.\(region.rawValue)"
  }

  /// The key of the first example of a number that cannot be read.
  var badNumberKey: String? {
    Region.allCases.map(Self.numbersKey).first {
      contains($0) && NumberStyle(example: self[$0]) == nil
    }
  }

  /// The file name of the page in this language only: `report.en.html`.
  public var pageName: String { "\(self["language.files.report"]).\(language.rawValue).html" }

  /// The file in which students hand in answers.
  public var answerFile: AnswerFile {
    AnswerFile(
      stem: self["language.files.answers"], question: self["language.answers.question"],
      answer: self["language.answers.answer"])
  }
}
