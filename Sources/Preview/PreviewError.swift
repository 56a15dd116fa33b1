import Diagnostics

/// Why no preview can be shown.
public enum PreviewError: UserError, Hashable {
  case portTaken(port: UInt16)

  public var place: Place? { nil }

  public var message: Message {
    switch self {
    case .portTaken(let port): Message("watch.portTaken", ["port": String(port)])
    }
  }

  public var exitCode: ExitCode { .inputOutput }
}
