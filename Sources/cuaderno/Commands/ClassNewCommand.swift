import ArgumentParser
import Classroom
import Diagnostics
import Lessons

/// `cuaderno class new`: creates a folder for a new class.
struct ClassNewCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Speech.current("command.classNewAbout"))

  @Argument(help: help("classNewFolder"), completion: .directory) var folder: String
  @Option(help: help("classFrom"), completion: Completions.notebook) var from: String =
    BundledNotebooks.first
  @Option(help: help("lesson"), completion: Completions.lesson) var lesson: String?
  @Option(help: help("classLanguage")) var language: Language?
  @Option(help: help("templates"), completion: .directory) var templates: String?

  func validate() throws {
    if folder.isEmpty {
      throw ValidationError(Speech.current("command.emptyValue", ["option": "FOLDER"]))
    }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    let start = try ClassStart(
      folder: folder, notebook: from, lesson: lesson, language: language ?? speech.language,
      templates: TemplatesFolder.find(templates))
    for name in try start.write() { Terminal.line("\(folder)/\(name)", to: .output) }
    Terminal.line(speech("class.next", ["folder": folder]), to: .error)
    return .done
  }
}

extension Language: ExpressibleByArgument {
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }

  public init?(argument: String) {
    guard Self.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }
}
