import Diagnostics

/// Why a download as a whole cannot be used.
public struct SubmissionsError: UserError, Hashable {
  public enum Fault: Hashable, Sendable {
    case empty
    /// Folders carry names only: another button of the platform made it.
    case otherExport
    case noIds(example: String)
  }

  public let path: String
  public let fault: Fault

  init(_ path: String, _ fault: Fault) {
    self.path = path
    self.fault = fault
  }

  public var place: Place? { Place(path) }

  public var message: Message {
    switch fault {
    case .empty: Message("class.submissions.empty")
    case .otherExport: Message("class.submissions.otherExport")
    case .noIds(let example): Message("class.submissions.noIds", ["example": example])
    }
  }
}
