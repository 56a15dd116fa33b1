import Glibc
import TestSupport
import Testing

@Suite(
  .enabled(if: access("/usr/bin/tidy", X_OK) == 0, "skipped: the package tidy is missing"))
struct ValidHTMLTests {
  /// What Debian's tidy takes exception to although the HTML standard allows it: groups of `dt` and
  /// `dd` in a `div`, `inputmode`, and elements that a script or a style sheet fills.
  private static let allowed = [
    "missing </dl> before </div>", "missing </div> before <dt>", "inserting implicit <dl>",
    "missing <dd>", "proprietary attribute \"inputmode\"", "trimming empty <output>",
    "trimming empty <span>",
  ]

  @Test(arguments: ["index.html", "informe.es.html", "report.en.html"])
  func tidyFindsNothing(name: String) {
    let output = ChildProcess.output(of: ["/usr/bin/tidy", "-q", "-e", SampleReport.path(name)])
    let complaints = output.split(separator: "\n").filter { line in
      !Self.allowed.contains { line.hasSuffix($0) }
    }
    #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
  }

  @Test func itWouldFindAMistake() {
    let folder = TemporaryFolder()
    folder.write("a.html", "<!doctype html><html lang=\"es\"><title>x</title><p><b>a</p></blink>")
    let output = ChildProcess.output(of: ["/usr/bin/tidy", "-q", "-e", "\(folder.path)/a.html"])
    #expect(output.contains("discarding unexpected </blink>"), "\(output)")
  }
}
