import TestSupport
import Testing

@Suite(.enabled(if: Tidy.isInstalled, Comment(rawValue: Tidy.absence)))
struct ValidHTMLTests {
  @Test(arguments: ["index.html", "informe.es.html", "report.en.html"])
  func tidyFindsNothing(name: String) {
    #expect(Tidy.complaints(of: SampleReport.path(name)) == [])
  }

  @Test func itWouldFindAMistake() {
    let folder = TemporaryFolder()
    folder.write("a.html", "<!doctype html><html lang=\"es\"><title>x</title><p><b>a</p></blink>")
    let complaints = Tidy.complaints(of: "\(folder.path)/a.html")
    #expect(complaints.contains { $0.hasSuffix("discarding unexpected </blink>") }, "\(complaints)")
  }
}
