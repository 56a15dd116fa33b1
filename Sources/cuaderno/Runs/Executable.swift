import Archives
import CLinux

/// The file of this program.
enum Executable {
  /// What opens or starts it whatever its name has become; where there is no /proc, the name that it
  /// was started by.
  static let path: String = {
    let own = "/proc/self/exe"
    if Files.resolved(own) != nil { return own }
    return clinux_executable_name().flatMap { Files.resolved(String(cString: $0)) } ?? own
  }()
}
