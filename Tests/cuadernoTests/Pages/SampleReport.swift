import TestSupport

/// Two lessons of the bundled notebook, built once for all tests that look at pages.
enum SampleReport {
  private static let folder: TemporaryFolder = {
    let folder = TemporaryFolder()
    let outcome = Shell(folder: folder).run(
      "--only", "celsius", "--only", "stress-normalized", "--output", "report")
    precondition(outcome.code == 0, outcome.errors)
    return folder
  }()

  /// The absolute path of a file of the report.
  static func path(_ name: String) -> String { "\(folder.path)/report/\(name)" }

  static func text(_ name: String) -> String { TemporaryFolder.text(of: path(name)) }
}
