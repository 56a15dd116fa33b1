import Diagnostics

/// An installed browser did not print a page.
public enum BrowserError: UserError, Hashable {
  case cannotStart(path: String, code: Int32)
  case tooSlow(path: String, seconds: Int)
  case noPDF(path: String)

  public var place: Place? {
    switch self {
    case .cannotStart(let path, _), .tooSlow(let path, _), .noPDF(let path): Place(path)
    }
  }

  public var message: Message {
    switch self {
    case .cannotStart(_, let code): Message("browser.cannotStart", ["code": String(code)])
    case .tooSlow(_, let seconds): Message("browser.tooSlow", ["seconds": String(seconds)])
    case .noPDF: Message("browser.noPDF")
    }
  }

  public var exitCode: ExitCode { .inputOutput }
}
