import Glibc
import TestSupport
import Testing

/// A small notebook, built by the program from the first line to the last.
@Suite struct BuildTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  /// Spanish only, one lesson on a table of four rows.
  private func writeNotebook(
    _ name: String = "mi-practica", epochs: Int = 20, figures: String = "[]"
  ) {
    folder.write(
      "\(name)/notebook.yaml",
      """
      schema: 1
      id: \(name)
      title: {es: "Mi práctica"}
      lessons:
        - id: doble
          title: {es: "El doble"}
          data: {table: data/doble.csv, input: x, target: y}
          model:
            - Dense: {units: 1}
          compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
          fit: {epochs: \(epochs)}
          predict: [10]
          figures: \(figures)
        - id: triple
          title: {es: "El triple"}
          data: {table: data/doble.csv, input: x, target: y}
          model:
            - Dense: {units: 1}
          compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
          fit: {epochs: \(epochs)}
          figures: []
      """)
    folder.write("\(name)/data/doble.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n")
  }

  private func report(_ name: String) -> [String: String] {
    let prefix = "\(name)/"
    return folder.contents.reduce(into: [:]) { files, file in
      if file.key.hasPrefix(prefix) { files[String(file.key.dropFirst(prefix.count))] = file.value }
    }
  }

  @Test func buildsAWholeReport() throws {
    writeNotebook(figures: "[loss, fit]")
    let outcome = shell.run("mi-practica", language: "es_MX.UTF-8")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.last
        == "Listo. Abre output/mi-practica/index.html  file://\(folder.path)/output/mi-practica/index.html"
    )
    #expect(outcome.errors.contains("«doble» (1 de 2): 20 épocas en"))
    #expect(!outcome.errors.utf8.contains(13) && !outcome.errors.utf8.contains(27))
    let files = report("output/mi-practica")
    for name in [
      "index.html", "informe.es.html", "results.json", "manifest.json", "weights/doble.npz",
      "figures/es/doble-loss.png", "figures/es/doble-fit.png",
      "data/doble-loss.csv",
    ] {
      #expect(files[name]?.isEmpty == false, "\(name) is missing")
    }
    #expect(files["report.en.html"] == nil)
    #expect(files["index.html"]?.contains("<h1>Mi práctica</h1>") == true)
    // Nothing but the report is left.
    #expect(!folder.contents.keys.contains { $0.hasPrefix("output/.") })
  }

  @Test func aSecondBuildGivesTheSameBytesOnAnyNumberOfThreads() {
    writeNotebook()
    #expect(shell.run("mi-practica", "--threads", "1").code == 0)
    let first = report("output/mi-practica")
    #expect(shell.run("mi-practica", "--threads", "3", language: "es_ES.UTF-8").code == 0)
    #expect((report("output/mi-practica") == first) == true)
    #expect(shell.run("mi-practica", "--seed", "8").code == 0)
    let other = report("output/mi-practica")
    #expect(other["weights/doble.npz"] != first["weights/doble.npz"])
    #expect(other["previous.json"] == first["results.json"])
  }

  @Test func onlyNeverReplacesAWholeReport() {
    writeNotebook()
    #expect(shell.run("mi-practica").code == 0)
    let whole = report("output/mi-practica")
    let outcome = shell.run("mi-practica", "--only", "triple", language: "es")
    #expect(outcome.code == 73)
    #expect(
      outcome.errors
        == "output/mi-practica: Aquí está el informe completo y con --only saldría uno parcial; no lo toqué. Indica otra carpeta con --output.\n"
    )
    #expect((report("output/mi-practica") == whole) == true)
    #expect(shell.run("mi-practica", "--only", "triple", "--output", "part").code == 0)
    let part = report("part")
    #expect(part["weights/triple.npz"] == whole["weights/triple.npz"])
    #expect(part["weights/doble.npz"] == nil)
    #expect(part["manifest.json"]?.contains("\"only\": [\"triple\"]") == true)
  }

  @Test(arguments: [
    (
      "es_MX.UTF-8",
      "mine: La carpeta tiene archivos y no es un informe de Cuaderno (no hay un manifest.json nuestro); no la toqué. Vacíala tú o indica otra con --output.\n"
    ),
    (
      "en_US.UTF-8",
      "mine: The folder holds files and is not a report of Cuaderno (no manifest.json of ours); I left it alone. Empty it yourself or name another with --output.\n"
    ),
  ])
  func aFolderThatIsNotOursIs73(language: String, sentence: String) {
    writeNotebook()
    folder.write("mine/thesis.txt", "years of work")
    let outcome = shell.run("mi-practica", "--output", "mine", language: language)
    #expect(outcome.code == 73)
    #expect(outcome.errors == sentence)
    #expect(report("mine") == ["thesis.txt": "years of work"])
  }

  @Test func anOutputBelowAFileIs73() {
    writeNotebook()
    folder.write("file", "x")
    let outcome = shell.run("mi-practica", "--output", "file/report")
    #expect(outcome.code == 73)
    #expect(outcome.errors.hasSuffix("Name another folder with --output.\n"), "\(outcome.errors)")
  }

  @Test func aLanguageTheNotebookHasNotIs64() {
    writeNotebook()
    let outcome = shell.run("mi-practica", "--language", "en")
    #expect(outcome.code == 64)
    #expect(
      outcome.errors
        == "cuaderno: You asked for --language en, but the notebook “mi-practica” is not written in that language. Leave the option out or add the language under “languages”.\n"
    )
  }

  @Test func severalNotebooksGetAnIndex() {
    writeNotebook("uno")
    writeNotebook("dos")
    let outcome = shell.run("uno", "dos", "--output", "all", "--quiet")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    let index = folder.contents["all/index.html"] ?? ""
    #expect(index.contains("href=\"uno/index.html\"") && index.contains("href=\"dos/index.html\""))
    #expect(folder.contents["all/dos/index.html"] != nil)
    // A page of somebody else at that place stays.
    folder.write("web/index.html", "<p>mine")
    let refused = shell.run("uno", "dos", "--output", "web")
    #expect(refused.code == 73)
    #expect(report("web") == ["index.html": "<p>mine"])
  }

  @Test func timingsAreWritten() {
    writeNotebook()
    #expect(shell.run("mi-practica", "--timings", "t.json").code == 0)
    let timings = folder.contents["t.json"] ?? ""
    for key in ["\"doble\"", "\"epochs_s\"", "\"batch_losses\"", "\"peak_rss_bytes\""] {
      #expect(timings.contains(key), "\(key) is missing")
    }
  }

  @Test(arguments: [
    (
      "no/such/t.json", "en", Int32(2),
      "no/such/t.json: I could not write the timings here: it does not exist. Name another file with --timings. Nothing was trained.\n"
    ),
    (
      "mi-practica", "es", 21,
      "mi-practica: No podría escribir los tiempos aquí: es una carpeta. Indica otro archivo con --timings. No entrené nada.\n"
    ),
  ])
  func timingsThatCannotBeWrittenAreFoundFirst(
    path: String, language: String, code: Int32, sentence: String
  ) {
    writeNotebook()
    let before = folder.contents
    let outcome = shell.run("mi-practica", "--timings", path, language: language)
    #expect(outcome.code == 74)
    #expect(outcome.errors == sentence)
    #expect((folder.contents == before) == true)
  }

  @Test func timingsOnAFullDiskComeAfterTheReport() {
    writeNotebook()
    let outcome = shell.run("mi-practica", "--quiet", "--timings", "/dev/full")
    #expect(outcome.code == 74)
    #expect(
      outcome.errors
        == "/dev/full: I could not write the timings here: the disk is full. Name another file with --timings. The report has been published.\n"
    )
    #expect(report("output/mi-practica")["manifest.json"] != nil)
  }

  @Test(arguments: [
    (
      "es",
      "uno: Aquí está el informe de un solo cuaderno, y los de varios van cada uno en su carpeta; no lo toqué. Indica otra carpeta con --output.\n"
    ),
    (
      "en",
      "uno: The report of a single notebook is here, and those of several each need a folder of their own; I left it alone. Name another folder with --output.\n"
    ),
  ])
  func severalNotebooksDoNotGoIntoAReport(language: String, sentence: String) {
    writeNotebook("a")
    writeNotebook("b")
    #expect(shell.run("a", "--output", "uno").code == 0)
    let before = folder.contents
    let outcome = shell.run("a", "b", "--output", "uno", language: language)
    #expect(outcome.code == 73)
    #expect(outcome.errors == sentence)
    // What is wrong with the words of the command comes first.
    #expect(shell.run("a", "a", "--output", "uno").code == 64)
    #expect((folder.contents == before) == true)
  }

  @Test(arguments: [
    (
      "es",
      "mi-practica/doble.es.md: Este texto es un enlace a un archivo fuera de la carpeta del cuaderno. Copia el archivo aquí.\n"
    ),
    (
      "en",
      "mi-practica/doble.es.md: This text is a link to a file outside the notebook's folder. Copy the file here.\n"
    ),
  ])
  func proseDoesNotLeaveTheFolder(language: String, sentence: String) {
    writeNotebook()
    folder.write("secret.txt", "keep to yourself")
    symlink("../secret.txt", "\(folder.path)/mi-practica/doble.es.md")
    let outcome = shell.run("mi-practica", language: language)
    #expect(outcome.code == 65)
    #expect(outcome.errors == sentence)
    #expect(!folder.contents.keys.contains { $0.hasPrefix("output") })
  }

  @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
  func aSignalLeavesTheOldReport(signal: Int32, code: Int32) {
    writeNotebook()
    #expect(shell.run("mi-practica").code == 0)
    let before = report("output/mi-practica")
    writeNotebook(epochs: 1_000_000)
    let outcome = shell.run("mi-practica", language: "es") { child in
      usleep(700_000)
      kill(child, signal)
    }
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(
      outcome.errors.hasSuffix(
        "Interrumpido: no se publicó nada; el informe anterior, si lo había, sigue como estaba.\n"))
    #expect((report("output/mi-practica") == before) == true)
    #expect(!folder.contents.keys.contains { $0.hasPrefix("output/.") })
  }
}
