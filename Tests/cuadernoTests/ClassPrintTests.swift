import Archives
import Glibc
import TestSupport
import Testing

@testable import cuaderno

/// `cuaderno class build --pdf`, with browsers played by shell scripts.
@Suite(.serialized) struct ClassPrintTests {
  private let folder = TemporaryFolder()

  /// Writes a PDF that holds the page's length, and a line for each call.
  private static let browser = """
    for a; do case $a in --print-to-pdf=*) out=${a#--print-to-pdf=};; file://*) page=${a#file://};; esac; done
    echo called >> "$(dirname "$0")/calls"
    printf '%%PDF-1.4\\n%s\\n/CreationDate (D:20261125110849+00)\\n%%%%EOF\\n' "$(wc -c < "$page")" > "$out"
    """

  private func build(_ browser: String, _ more: String = "", language: String = "es_MX.UTF-8")
    -> Shell.Outcome
  {
    folder.write("bin/browser", "#!/bin/sh\n\(browser)\n")
    chmod("\(folder.path)/bin/browser", 0o755)
    return Shell(folder: folder).script(
      "CHROME='\(folder.path)/bin/browser' cuaderno class build clase --output out --pdf \(more)",
      language: language)
  }

  private var calls: Int {
    folder.contents["bin/calls"]?.split(separator: "\n").count ?? 0
  }

  private func pdf(_ id: Int) -> String? {
    folder.contents["out/students/\(id)/informe.es.pdf"]
  }

  @Test func aPDFLiesBesideEachPageAndIsPrintedOnce() throws {
    ClassBuildTests.make([ClassBuildTests.ana, ClassBuildTests.luis], in: folder)
    let first = build(Self.browser, "--write")
    #expect(first.code == 0, "\(first.errors)")
    #expect(calls == 2)
    for id in [1, 2] {
      let page = try #require(folder.contents["out/students/\(id)/informe.es.html"])
      // What a browser says of the time is no part of a report.
      #expect(
        pdf(id) == "%PDF-1.4\n\(page.utf8.count)\n/CreationDate (D:19800101000000+00)\n%%EOF\n")
    }
    let zip = try ZipFile(path: "\(folder.path)/out-export/retroalimentacion.zip")
    let own = "_assignsubmission_file_/retroalimentacion-cuaderno"
    #expect(
      zip.entries.map(\.name) == [
        "Alguien 1_1\(own).html", "Alguien 1_1\(own).pdf", "Alguien 2_2\(own).html",
        "Alguien 2_2\(own).pdf",
      ])

    ClassBuildTests.make(
      [ClassBuildTests.ana, ClassBuildTests.luis, ClassBuildTests.zoe], in: folder)
    let before = folder.contents["out/students/1/informe.es.pdf"]
    #expect(build(Self.browser).code == 0)
    #expect(calls == 3)
    #expect(pdf(1) == before)
    #expect(pdf(3) != nil)
  }

  @Test func withoutBeingAskedThereIsNone() throws {
    ClassBuildTests.make([ClassBuildTests.ana], in: folder)
    #expect(build(Self.browser).code == 0)
    let shell = Shell(folder: folder)
    let plain = shell.run(
      "class", "build", "clase", "--output", "out", "--write", language: "es_MX.UTF-8")
    #expect(plain.code == 0)
    #expect(pdf(1) == nil)
    let zip = try ZipFile(path: "\(folder.path)/out-export/retroalimentacion.zip")
    #expect(zip.entries.count == 1)
  }

  @Test func aPageThatIsNotPrintedIsNamedAndTheRestIsThere() throws {
    ClassBuildTests.make([ClassBuildTests.ana, ClassBuildTests.luis], in: folder)
    let picky = "[ -e \"$(dirname \"$0\")/calls\" ] && exit 1\n\(Self.browser)"
    let outcome = build(picky, "--jobs 1")
    #expect(outcome.code == 74)
    #expect(
      outcome.errors.contains(
        "Aviso: Informes sin PDF: 1 (2). El navegador terminó sin dejar un PDF completo. Abre la página en un navegador y usa Imprimir > Guardar como PDF. La próxima vez se imprimen solo los que faltan.\n"
      ), "\(outcome.errors)")
    #expect(pdf(1) != nil)
    #expect(pdf(2) == nil)
    #expect(folder.contents["out/students/2/informe.es.html"] != nil)
    let english = build(picky, "--jobs 1", language: "en_US.UTF-8")
    #expect(english.code == 74)
    #expect(
      english.errors.contains(
        "Warning: Reports without a PDF: 1 (2). The browser ended without leaving a whole PDF. Open the page in a browser and use Print > Save as PDF. The next run prints only those that are missing.\n"
      ), "\(english.errors)")
    #expect(build(Self.browser).code == 0)
    #expect(calls == 2)
    #expect(pdf(2) != nil)
  }

  /// A browser that never prints is not asked once for everybody.
  @Test func threeFailuresInARowAreEnough() throws {
    let works = (1...6).map { ClassBuildTests.Work(id: $0, files: ["foto.png": "x\($0)"]) }
    ClassBuildTests.make(works, listed: 6, in: folder)
    let outcome = build("echo called >> \"$(dirname \"$0\")/calls\"; exit 1", "--jobs 1")
    #expect(outcome.code == 74)
    #expect(calls == 3)
    #expect(outcome.errors.contains("Informes sin PDF: 6 (1, 2, 3, 4, 5, 6)."))
  }

  @Test func withoutABrowserItIsSaidHowToPrint() {
    ClassBuildTests.make([ClassBuildTests.ana], in: folder)
    let shell = Shell(folder: folder)
    let sentences = [
      "es_MX.UTF-8":
        "Aviso: No encontré Chrome, Chromium ni Edge, así que los informes van sin PDF. Abre cualquiera en un navegador y usa Imprimir > Guardar como PDF, o instala uno (sudo apt install chromium) y ejecuta otra vez el mismo comando.\n",
      "en_US.UTF-8":
        "Warning: No Chrome, Chromium or Edge was found, so the reports come without PDF. Open any of them in a browser and use Print > Save as PDF, or install one (sudo apt install chromium) and run the same command again.\n",
    ]
    for (language, sentence) in sentences {
      let outcome = shell.script(
        "CHROME=/nowhere/chrome cuaderno class build clase --output out --pdf",
        language: language)
      #expect(outcome.code == 0)
      #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    }
    #expect(pdf(1) == nil)
  }
}
