import Diagnostics

/// Why a notebook of one's own cannot be made.
public enum NewNotebookError: UserError, Hashable {
  /// There is something in the folder, or a file in its place.
  case notEmpty(path: String)
  /// The folder to copy is over `NewNotebook.fileLimit` or `NewNotebook.sizeLimit`.
  case tooLarge(path: String, files: Int, megabytes: Int)
  /// Its notebook.yaml is written in a way in which id and title cannot be replaced.
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
