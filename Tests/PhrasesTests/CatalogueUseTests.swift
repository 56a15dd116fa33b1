import Lessons
import TestSupport
import Testing

@testable import Phrases

/// Nothing stands in a catalogue or a template that the program does not use.
@Suite struct CatalogueUseTests {
  private static let words = SourceWords(folder: "\(templatesFolder)/../Sources")

  @Test(arguments: [PhraseCatalogue.Folder.report, .messages, .classroom])
  func everyPhraseIsAskedFor(folder: PhraseCatalogue.Folder) throws {
    let phrases = try PhraseCatalogue.load(
      templates: templatesFolder, folder: folder, language: .es)
    #expect(phrases.keys.count > 100)
    // The words for an error of the system are looked up by its number; the argument parser's, by what
    // it says.
    let keys = phrases.keys.filter { key in
      !key.hasPrefix("parser.")
        && !(key.hasPrefix("system.e") && Int(key.dropFirst("system.e".count)) != nil)
    }
    #expect(keys.filter { !Self.words.canSpell($0) } == [])
  }

  /// A name that no value has would be rendered as nothing.
  @Test(arguments: [PhraseCatalogue.Folder.report, .classroom])
  func everyTagOfATemplateIsAValueOfAPage(folder: PhraseCatalogue.Folder) throws {
    let files = TemporaryFolder.contents(of: "\(templatesFolder)/\(folder.rawValue)")
      .filter { $0.key.hasSuffix(".mustache") }
    var unknown: [String] = []
    var count = 0
    for (name, text) in files {
      for part in text.split(separator: "{{").dropFirst() where !part.hasPrefix(">") {
        let tag = part.prefix { $0 != "}" }.drop { "{#^/ ".contains($0) }
        count += 1
        for piece in tag.split(separator: ".") where !Self.words.properties.contains(String(piece))
        {
          unknown.append("\(name): \(tag)")
        }
      }
    }
    #expect(count > 50)
    #expect(unknown.sorted() == [])
  }

  @Test func aWordThatNobodyMentionsIsFound() {
    #expect(Self.words.canSpell("page.contents"))
    #expect(!Self.words.canSpell("page.nobodyMentionsThis"))
  }
}
