import TestSupport
import Lessons
import Phrases

/// The keys of a block of either catalogue of messages that are not among `used`.
func unusedKeys(of block: String, _ used: Set<String>) throws -> [String] {
  var unused: [String] = []
  for language in Language.allCases {
    let catalogue = try PhraseCatalogue.load(
      templates: templatesFolder, folder: .messages, language: language)
    unused += catalogue.keys.filter { $0.hasPrefix(block + ".") && !used.contains($0) }
  }
  return unused
}
