import Diagnostics

/// The notebook cannot be copied.
public enum NewNotebookError: UserError, Hashable {
  /// The folder is not empty, or there is a file in its place.
  case notEmpty(path: String)
  /// The folder to copy exceeds `NewNotebook.fileLimit` or `NewNotebook.sizeLimit`.
  case tooLarge(path: String, files: Int, megabytes: Int)
  /// Id and title cannot be replaced in its notebook.yaml.
  case cannotRename(path: String)

  public var place: Place? {
    switch self {
    case .notEmpty(let path), .tooLarge(let path, _, _), .cannotRename(let path): Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .notEmpty: Message("new.notEmpty")
    case .tooLarge(_, let files, let megabytes):
      Message("new.tooLarge", ["files": String(files), "megabytes": String(megabytes)])
    case .cannotRename: Message("new.cannotRename")
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .notEmpty: .cannotCreateOutput
    case .tooLarge, .cannotRename: .invalidInput
    }
  }
}
