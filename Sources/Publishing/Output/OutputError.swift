import Archives
import Diagnostics
import Glibc

/// A report cannot be written to its folder. Existing files are untouched.
public enum OutputError: UserError, Hashable {
  /// A file, or a folder with files and without a manifest.
  case notAFolder(path: String)
  case notOurs(path: String)
  /// The folder contains another kind of output, such as a report where figures are to go.
  case otherKind(path: String)
  /// The output folder for several notebooks is itself the report of one.
  case singleReport(path: String)
  /// A complete report would be replaced by one of a few lessons.
  case partial(path: String, kind: Manifest.Kind = .report)
  /// The output folder cannot be created.
  case cannotCreate(path: String, code: Int32)
  /// A write, sync or rename failed.
  case failed(path: String, code: Int32)
  /// The existing report cannot be read.
  case unreadable(FileError)
  /// Another build has held the lock for longer than `StagingFolder.patience`.
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
      case EFBIG: Message("output.fileLimit")
      case EILSEQ: Message("output.foreignName")
      default: Message("output.systemError", reason: code)
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
