import ArgumentParser
import Diagnostics
import Lessons
import Publishing

/// `cuaderno new`: copies a notebook into a folder for editing.
struct NewCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Speech.current("command.newAbout"))

  @Argument(help: help("newFolder")) var folder: String
  @Flag(help: help("minimal")) var minimal = false
  @Option(help: help("from")) var from: String?
  @Option(help: help("newLanguage")) var language: Language?
  @Option(help: help("templates")) var templates: String?

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("FOLDER", folder), ("--from", from), ("--templates", templates),
    ])
    if minimal && from != nil {
      throw ValidationError(Speech.current("command.minimalAndFrom"))
    }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let templates = try TemplatesFolder.find(templates)
    let path =
      minimal
      ? "\(templates)/new/\((language ?? speech.language).rawValue)"
      : try BundledNotebooks.folder(
        of: from ?? TrainingOptions.defaultNotebook, templates: templates)
    let source = try Notebook.load(folder: path)
    if let language, !source.languages.contains(language) {
      throw CommandError.noSuchLanguage(language: language.rawValue, notebook: source.id)
    }
    let new = NewNotebook(
      folder: folder, from: source, languages: language.map { [$0] } ?? source.languages)
    try new.write()
    Terminal.line(
      speech("new.done", ["folder": new.folder, "word": Self.quoted(new.folder)]), to: .output)
    return .done
  }

  /// `path` quoted so that a shell reads it as one word.
  private static func quoted(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || "/._-".utf8.contains(byte)
    }
    return isPlain
      ? path
      : "'"
        + path.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
