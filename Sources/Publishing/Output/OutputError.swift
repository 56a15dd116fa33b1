import Archives
import Diagnostics
import Glibc

/// Why a report cannot be put where it was to go. Whatever stood there is untouched.
public enum OutputError: UserError, Hashable {
  /// Something else is there: a file, or a folder with files and without our manifest.
  case notAFolder(path: String)
  case notOurs(path: String)
  /// We published something else there, such as a report where figures are to go.
  case otherKind(path: String)
  /// The reports of several notebooks were to go into the report of one.
  case singleReport(path: String)
  /// A whole report would be replaced by one of a few lessons.
  case partial(path: String, kind: Manifest.Kind = .report)
  /// The output cannot be begun.
  case cannotCreate(path: String, code: Int32)
  /// A write, sync or rename failed on the way.
  case failed(path: String, code: Int32)
  /// What stands there is ours and cannot be read.
  case unreadable(FileError)
  /// Another build has been publishing beside it for longer than `StagingFolder.patience`.
  case busy(path: String)

  public var place: Place? {
    switch self {
    case .notAFolder(let path), .notOurs(let path), .otherKind(let path), .singleReport(let path),
      .partial(let path, _), .busy(let path), .cannotCreate(let path, _), .failed(let path, _):
      Place(path)
    case .unreadable(let error): error.place
    }
  }

  public var message: Message {
    switch self {
    case .notAFolder: Message("output.notAFolder")
    case .notOurs: Message("output.notOurs")
    case .otherKind: Message("output.otherKind")
    case .singleReport: Message("output.singleReport")
    case .partial(_, .figures): Message("output.partialFigures")
    case .partial: Message("output.partial")
    case .unreadable(let error): error.message
    case .busy: Message("output.busy")
    case .cannotCreate(_, let code), .failed(_, let code):
      switch code {
      case EACCES, EPERM: Message("output.denied")
      case EROFS: Message("output.readOnly")
      case ENOSPC, EDQUOT: Message("output.full")
      case ENAMETOOLONG: Message("output.nameTooLong")
      case ENOTDIR: Message("output.parentIsFile")
      case EMFILE, ENFILE: Message("output.tooManyOpen")
      default: Message("output.systemError", ["code": String(code)])
      }
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .notAFolder, .notOurs, .otherKind, .singleReport, .partial, .cannotCreate:
      .cannotCreateOutput
    case .failed, .unreadable: .inputOutput
    case .busy: .tryAgain
    }
  }
}
