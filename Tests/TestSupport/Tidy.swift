import Glibc

/// Debian's `tidy`, which reads HTML as the standard has it.
public enum Tidy {
  public static let isInstalled = access("/usr/bin/tidy", X_OK) == 0
  public static let absence = "skipped: the package tidy is missing"

  /// What it takes exception to although the HTML standard allows it: groups of `dt` and `dd` in a
  /// `div`, `inputmode`, and elements that a script or a style sheet fills.
  private static let allowed = [
    "missing </dl> before </div>", "missing </div> before <dt>", "inserting implicit <dl>",
    "missing <dd>", "proprietary attribute \"inputmode\"", "trimming empty <output>",
    "trimming empty <span>", "trimming empty <i>",
  ]

  /// What is wrong with a file, line by line.
  public static func complaints(of path: String) -> [String] {
    ChildProcess.output(of: ["/usr/bin/tidy", "-q", "-e", path]).split(separator: "\n")
      .map(String.init).filter { line in !allowed.contains { line.hasSuffix($0) } }
  }
}
