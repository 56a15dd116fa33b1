import ArgumentParser
import Diagnostics
import Lessons
import Phrases
import Publishing

/// `cuaderno new`: copies a notebook into a folder for editing.
struct NewCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Speech.current("command.newAbout"))

  @Argument(help: help("newFolder"), completion: .directory) var folder: String
  @Flag(help: help("minimal")) var minimal = false
  @Option(help: help("from"), completion: Completions.notebook) var from: String?
  @Option(help: help("newTable"), completion: .file()) var table: String?
  @Option(help: help("newTarget")) var target: String?
  @Option(help: help("newLanguage")) var language: Language?
  @Option(help: help("templates"), completion: .directory) var templates: String?

  func validate() throws {
    try TrainingOptions.refuseEmpty([
      ("FOLDER", folder), ("--from", from), ("--templates", templates), ("--table", table),
      ("--target", target),
    ])
    if (table == nil) != (target == nil) || table != nil && (minimal || from != nil) {
      throw ValidationError(Speech.current("command.tableAndTarget"))
    }
    if minimal && from != nil {
      throw ValidationError(Speech.current("command.minimalAndFrom"))
    }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let templates = try TemplatesFolder.find(templates)
    if let table, let target {
      return try writeFirst(table, target, in: language ?? speech.language, templates)
    }
    let path =
      minimal
      ? "\(templates)/new/\((language ?? speech.language).rawValue)"
      : try BundledNotebooks.folder(
        of: from ?? BundledNotebooks.first, templates: templates)
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

  /// A first notebook for a table, and what was decided for it.
  private func writeFirst(
    _ table: String, _ target: String, in language: Language, _ templates: String
  ) throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let catalogue = try PhraseCatalogue.load(
      templates: templates, folder: .messages, language: language)
    let first = try TableNotebook(table: table, target: target, language: language) {
      catalogue[$0.key, $0.arguments]
    }
    let new = NewNotebook(folder: folder, for: first, language: language)
    try new.write()
    for decision in first.decisions { Terminal.line(decision, to: .output) }
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
