import TestSupport
import Testing

@Suite(.enabled(if: Tidy.isInstalled, Comment(rawValue: Tidy.absence)))
struct ValidHTMLTests {
  @Test(arguments: ["index.html", "informe.es.html", "report.en.html"])
  func tidyFindsNothing(name: String) {
    #expect(Tidy.complaints(of: SampleReport.path(name)) == [])
  }

  /// Hand-outs, a report that tells of changes, the list of several notebooks, a class.
  @Test func everyOtherKindOfPageIsValid() {
    let folder = TemporaryFolder()
    ClassBuildTests.make([ClassBuildTests.ana, ClassBuildTests.zoe], in: folder)
    let outcome = Shell(folder: folder).script(
      """
      cuaderno new uno --minimal --language es
      cuaderno new two --minimal --language en
      cuaderno uno two --output several
      cuaderno uno --output changed
      echo 160,17.5 >>uno/datos.csv
      cuaderno uno --output changed
      cuaderno handout uno
      cuaderno handout two --edition teacher
      cuaderno class build clase
      """, language: "es_MX.UTF-8")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let pages = folder.contents.keys.filter { $0.hasSuffix(".html") }.sorted()
    #expect(pages.contains("several/index.html"))
    #expect(folder.contents["changed/index.html"]?.contains("class=\"changes\"") == true)
    #expect(pages.contains("output/clase/resumen.html"))
    #expect(pages.count > 9, "\(pages)")
    for page in pages { #expect(Tidy.complaints(of: "\(folder.path)/\(page)") == [], "\(page)") }
  }

  @Test func itWouldFindAMistake() {
    let folder = TemporaryFolder()
    folder.write("a.html", "<!doctype html><html lang=\"es\"><title>x</title><p><b>a</p></blink>")
    let complaints = Tidy.complaints(of: "\(folder.path)/a.html")
    #expect(complaints.contains { $0.hasSuffix("discarding unexpected </blink>") }, "\(complaints)")
  }
}
