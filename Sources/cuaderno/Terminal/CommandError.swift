import Diagnostics

/// A mistake in the command line.
enum CommandError: UserError, Hashable {
  /// Neither a folder with notebook.yaml nor the name of a bundled notebook.
  case unknownNotebook(name: String, bundled: [String])
  /// Neither a notebook nor a command, but nearly one.
  case unknownCommand(name: String, suggestion: String)
  case unknownLesson(id: String, suggestion: String?, lessons: [String])
  /// The notebook is not written in the language asked for.
  case noSuchLanguage(language: String, notebook: String)
  /// Two notebooks of one command have the same id, and so the same output folder.
  case sameIdentifier(id: String)
  /// `--only` was given with several notebooks.
  case onlyWithSeveral
  case noTemplates
  case notTemplates(path: String)
  case noDataFolder(path: String)
  /// The file of `--timings` cannot be written; found before training.
  case timingsPlace(path: String, code: Int32)
  /// Something else is there.
  case timingsNotOurs(path: String)
  /// A name on the command line: its bytes are no text, and what would be written has another name.
  case nameNotUTF8(name: String)
  /// The name of the folder that the command was given in.
  case folderNotUTF8
  /// The folder that the command was given in was removed.
  case folderGone
  /// Found when the report had been published.
  case timings(path: String, code: Int32)
  /// `compare` was given a folder without a readable report.
  case notResults(path: String)
  /// `verify --class` was given something else than a class's report.
  case notAClassReport(path: String)

  var place: Place? {
    switch self {
    case .notTemplates(let path), .noDataFolder(let path), .timingsPlace(let path, _),
      .timingsNotOurs(let path), .timings(let path, _), .notResults(let path),
      .notAClassReport(let path):
      Place(path)
    case .unknownNotebook(let name, _): Place(name)
    default: nil
    }
  }

  var message: Message {
    switch self {
    case .unknownNotebook(_, let bundled):
      Message("command.unknownNotebook", ["bundled": bundled.joined(separator: ", ")])
    case .unknownCommand(let name, let suggestion):
      Message("command.unknownCommand", ["name": name, "suggestion": suggestion])
    case .unknownLesson(let id, nil, let lessons):
      Message("command.unknownLesson", ["id": id, "lessons": lessons.joined(separator: ", ")])
    case .unknownLesson(let id, let suggestion?, _):
      Message("command.unknownLessonLike", ["id": id, "suggestion": suggestion])
    case .noSuchLanguage(let language, let notebook):
      Message("command.noSuchLanguage", ["language": language, "notebook": notebook])
    case .sameIdentifier(let id): Message("command.sameIdentifier", ["id": id])
    case .onlyWithSeveral: Message("command.onlyWithSeveral")
    case .noTemplates: Message("command.noTemplates")
    case .notTemplates: Message("command.notTemplates")
    case .noDataFolder: Message("command.noDataFolder")
    case .timingsPlace(_, let code): Message("command.timingsPlace", reason: code)
    case .timingsNotOurs: Message("command.timingsNotOurs")
    case .nameNotUTF8(let name): Message("command.nameNotUTF8", ["name": name])
    case .folderNotUTF8: Message("command.folderNotUTF8")
    case .folderGone: Message("command.folderGone")
    case .notResults: Message("command.notResults")
    case .notAClassReport: Message("command.notAClassReport")
    case .timings(_, let code): Message("command.timings", reason: code)
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .unknownCommand, .unknownLesson, .noSuchLanguage, .sameIdentifier, .onlyWithSeveral,
      .nameNotUTF8, .folderNotUTF8:
      .usage
    case .unknownNotebook, .noTemplates, .notTemplates, .noDataFolder, .folderGone,
      .notAClassReport:
      .missingInput
    case .timingsNotOurs: .cannotCreateOutput
    case .notResults: .invalidInput
    case .timingsPlace, .timings: .inputOutput
    }
  }
}
