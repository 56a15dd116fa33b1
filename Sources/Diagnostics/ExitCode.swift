/// The documented exit codes of the command (`sysexits.h` where it has one).
public enum ExitCode: Int32, Sendable, CaseIterable {
  case done = 0
  /// Compared and different, or verified and not reproduced.
  case different = 1
  case usage = 64
  /// Bad notebook or data, or a lesson's own training diverged.
  case invalidInput = 65
  case missingInput = 66
  /// This machine cannot run it: a CPU without AVX2 and FMA, or no DejaVu Sans.
  case unsupportedMachine = 69
  /// Our bug.
  case internalError = 70
  /// The output cannot be created or is not ours.
  case cannotCreateOutput = 73
  case inputOutput = 74
  /// Another build holds the target.
  case tryAgain = 75
  case interrupted = 130
  case terminated = 143
}
