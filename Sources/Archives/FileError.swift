import Diagnostics

/// Why a file could not be read.
public struct FileError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case notFound
    case notAllowed
    /// `reason` is the system's own, in English.
    case unreadable(reason: String)
    /// A folder, a pipe, a device.
    case notRegular
    case tooLarge(size: Int, limit: Int)
  }

  public let path: String
  public let fault: Fault

  public init(_ path: String, _ fault: Fault) {
    self.path = path
    self.fault = fault
  }

  public var place: Place? { Place(path) }

  public var message: Message {
    switch fault {
    case .notFound: Message("file.notFound")
    case .notAllowed: Message("file.notAllowed")
    case .unreadable(let reason): Message("file.unreadable", ["reason": reason])
    case .notRegular: Message("file.notRegular")
    case .tooLarge(let size, let limit):
      Message("file.tooLarge", ["size": byteCount(size), "limit": byteCount(limit)])
    }
  }

  public var exitCode: ExitCode {
    switch fault {
    case .notFound: .missingInput
    case .notAllowed, .unreadable: .inputOutput
    case .notRegular, .tooLarge: .invalidInput
    }
  }
}
