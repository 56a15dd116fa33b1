import Diagnostics
import Lessons
import Phrases

/// The templates folder of the source tree, for tests alone.
package let templatesFolder: String = {
  let file = #filePath
  let marker = file.firstRange(of: "/Tests/TestSupport/")!
  return file[..<marker.lowerBound] + "/templates"
}()

/// The sentence of an error as a person reads it.
package func sentence(_ message: Message, _ language: Language) throws -> String {
  try PhraseCatalogue.load(templates: templatesFolder, folder: .messages, language: language)[
    message.key, message.arguments]
}

/// The catalogue of reports; one that cannot be read fails everywhere.
package func reportPhrases(_ language: Language) -> PhraseCatalogue {
  try! PhraseCatalogue.load(templates: templatesFolder, language: language)
}
