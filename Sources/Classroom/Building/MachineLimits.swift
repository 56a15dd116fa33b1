import CLinux
import Diagnostics
import Glibc

/// A limit of this process under which a student's report could fail for no fault of the student's:
/// children cannot raise what they inherit.
public enum MachineLimit: UserError, Hashable {
  /// MiB, as `ulimit -v` counts KiB.
  case memory(allowed: Int, needed: Int)
  /// MiB, of one file.
  case fileSize(allowed: Int, needed: Int)
  case openFiles(allowed: Int, needed: Int)
  /// Seconds of processor time.
  case time(allowed: Int, needed: Int)

  public var place: Place? { nil }

  public var message: Message {
    let (option, values) =
      switch self {
      case .memory(let allowed, let needed): ("-v", (allowed, needed))
      case .fileSize(let allowed, let needed): ("-f", (allowed, needed))
      case .openFiles(let allowed, let needed): ("-n", (allowed, needed))
      case .time(let allowed, let needed): ("-t", (allowed, needed))
      }
    let unit =
      switch self {
      case .memory, .fileSize: " MiB"
      case .openFiles: ""
      case .time: " s"
      }
    return Message(
      "class.machineLimit",
      ["option": option, "allowed": "\(values.0)\(unit)", "needed": "\(values.1)\(unit)"])
  }

  public var exitCode: ExitCode { .unsupportedMachine }
}

extension ChildLimits {
  /// Throws where this process has less than a child may need.
  func check() throws(MachineLimit) {
    if let allowed = Self.allowed(RLIMIT_AS), allowed >> 20 < memory {
      throw .memory(allowed: allowed >> 20, needed: memory)
    }
    if let allowed = Self.allowed(RLIMIT_FSIZE), allowed < output {
      throw .fileSize(allowed: allowed >> 20, needed: output >> 20)
    }
    if let allowed = Self.allowed(RLIMIT_NOFILE), allowed < Int(Self.openFiles) {
      throw .openFiles(allowed: allowed, needed: Int(Self.openFiles))
    }
    if let allowed = Self.allowed(RLIMIT_CPU), allowed < seconds {
      throw .time(allowed: allowed, needed: seconds)
    }
  }

  /// nil for as much as there is.
  private static func allowed(_ resource: __rlimit_resource) -> Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0,
      limit.rlim_max != rlim_t.max
    else { return nil }
    return Int(clamping: limit.rlim_max)
  }
}
