/// How a child ended without finishing a student.
public enum FailureReason: String, Sendable {
  /// It ran longer than it may.
  case time
  /// It asked for more memory than it may.
  case memory
  /// It wrote more than it may.
  case output
  case crash
  /// Killed from outside: by somebody, or by the system when the machine had no memory left.
  case stopped
}
