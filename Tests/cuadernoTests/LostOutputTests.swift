import Glibc
import TestSupport
import Testing

/// What cannot be done or kept is said, with a code of its own, by the whole program.
@Suite struct LostOutputTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  private func writeNotebook() {
    folder.write(
      "n/notebook.yaml",
      """
      schema: 1
      id: n
      title: {es: "Ene", en: "En"}
      lessons:
        - id: recta
          title: {es: R, en: L}
          data: {table: data.csv, input: x, target: y}
          model: [Dense: {units: 1}]
          compile: {optimizer: adam, loss: mean_squared_error}
          fit: {epochs: 5}
          figures: []
      """)
    folder.write("n/data.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n")
    folder.write("n/recta.es.md", "Hay {{rows}} filas.\n")
    folder.write("n/recta.en.md", "There are {{rows}} rows.\n")
  }

  private static let full =
    "cuaderno: What I wrote to standard output is lost: the disk is full. Free some space or name another file, and give the command again.\n"
  private static let closed =
    "cuaderno: What I wrote to standard output is lost: it is closed. Free some space or name another file, and give the command again.\n"

  /// Every command that answers: the answer is lost, so it is not done.
  @Test func anAnswerThatIsLostIsAnError() {
    writeNotebook()
    #expect(shell.run("n", "--output", "r", "-q").code == 0)
    for command in [
      "--version", "--help", "help check", "check n", "check n --json", "compare r r",
      "compare r r --json", "cache", "verify r --notebook n --json", "n --output r2 -q",
      "figures n --output f -q", "handout n --output h -q", "new m",
    ] {
      let full = shell.script("cuaderno \(command) >/dev/full", language: "en")
      #expect(full.code == 74 && full.errors.hasSuffix(Self.full), "\(command): \(full)")
    }
    for command in ["--version", "n --output r3 -q"] {
      let closed = shell.script("cuaderno \(command) >&-", language: "en")
      #expect(closed.code == 74 && closed.errors.hasSuffix(Self.closed), "\(command): \(closed)")
    }
    // The report is there all the same, and nothing of what was said is in a file of it.
    #expect(folder.contents["r3/index.html"] != nil)
    // Who has read enough has lost nothing; an error keeps its own code.
    #expect(shell.script("cuaderno --help | head -c 1", language: "en").errors == "")
    #expect(shell.script("cuaderno check nothing >/dev/full", language: "en").code == 66)
    let spanish = shell.script("cuaderno --version >/dev/full", language: "es")
    #expect(
      spanish.errors
        == "cuaderno: Lo que escribí en la salida estándar se perdió: el disco está lleno. Libera espacio o indica otro archivo y repite el comando.\n"
    )
  }

  @Test func aFileThatHoldsNoTimingsStays() {
    writeNotebook()
    folder.write("mine.md", "mine\n")
    folder.write("empty", "")
    let outcome = shell.run("n", "--output", "r", "-q", "--timings", "mine.md")
    #expect(outcome.code == 73)
    #expect(
      outcome.errors
        == "mine.md: There is a file here that holds no timings of Cuaderno; I left it alone. Name another with --timings. Nothing was trained.\n"
    )
    #expect(folder.contents["mine.md"] == "mine\n")
    #expect(
      shell.run("n", "--output", "r", "-q", "--timings", "mine.md", language: "es").errors
        == "mine.md: Aquí hay un archivo que no son tiempos de Cuaderno; no lo toqué. Indica otro con --timings. No entrené nada.\n"
    )
    for _ in 0..<2 {
      #expect(shell.run("n", "--output", "r", "-q", "--timings", "empty").code == 0)
    }
    #expect(folder.contents["empty"]?.contains("\"peak_rss_bytes\"") == true)
    #expect(
      shell.run("n", "--output", "r", "--timings", ".").errors.contains(
        "could not write the timings here: it is a folder."))
  }

  /// The folder that the shell stands in is exchanged: it is told, and the address is right.
  @Test func aReportIntoTheFolderItself() {
    writeNotebook()
    let outcome = shell.script(
      "mkdir dot && cd dot && cuaderno ../n --output . -q && cd . && ls", language: "en")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix("Done. Open ./index.html  file://\(folder.path)/dot/index.html\n"))
    #expect(outcome.output.contains("\nmanifest.json\n"))
    #expect(
      outcome.errors
        == "The report took the place of the current folder. Type “cd .” to see it from this terminal.\n"
    )
    let gone = shell.script(
      "mkdir gone && cd gone && rmdir ../gone && cuaderno ../n --output ../r", language: "es")
    #expect(gone.code == 66)
    #expect(
      gone.errors
        == "cuaderno: La carpeta actual ya no existe. Escribe «cd .» si otra tomó su lugar, o ve a una que exista, y repite el comando.\n"
    )
  }

  @Test func aNameThatIsNoTextIsRefused() {
    writeNotebook()
    let outcome = shell.script("cuaderno n --output \"$(printf 'o\\377x')\"", language: "en")
    #expect(outcome.code == 64)
    #expect(
      outcome.errors
        == "cuaderno: The name “o\u{FFFD}x” is not UTF-8, and I cannot use it as it is. Rename it and try again.\n"
    )
    let inside = shell.script(
      "d=$(printf 'd\\377') && mkdir \"$d\" && cd \"$d\" && cuaderno ../n", language: "es")
    #expect(inside.code == 64)
    #expect(inside.errors.hasPrefix("cuaderno: El nombre de la carpeta actual no es UTF-8"))
  }

  /// A terminal that is closed, and a file that may not grow: nothing is left beside the target.
  @Test func endsWithoutLeavingAnything() {
    writeNotebook()
    #expect(shell.run("n", "--output", "r", "-q").code == 0)
    folder.write(
      "n/notebook.yaml",
      folder.contents["n/notebook.yaml"]!.replacing("epochs: 5", with: "epochs: 1000000"))
    let hungUp = shell.script(
      "cuaderno n --output r -q & p=$!; while kill -0 $p && ! ls -A | grep -q '^.r.cuaderno-'; do sleep 0.1; done; kill -HUP $p; wait $p",
      language: "en")
    #expect(hungUp.code == 143)
    folder.write(
      "n/notebook.yaml",
      folder.contents["n/notebook.yaml"]!.replacing("epochs: 1000000", with: "epochs: 6"))
    let tooLarge = shell.script("ulimit -f 1; cuaderno n --output r -q", language: "en")
    #expect(tooLarge.code == 74)
    #expect(
      tooLarge.errors.hasSuffix(
        ": The file would exceed the size that “ulimit -f” allows. Raise the limit and give the command again; the previous report, if there was one, is as it was.\n"
      ), "\(tooLarge.errors)")
    #expect(!folder.contents.keys.contains { $0.hasPrefix(".r.cuaderno-") })
    #expect(folder.contents["r/manifest.json"] != nil)
  }

  /// Without templates there are no words but these.
  @Test func aProgramAloneSpeaksASentence() {
    folder.write("alone/keep", "")
    let outcome = shell.script(
      "cp -L \"$(command -v cuaderno)\" alone/c && alone/c", language: "en")
    #expect(outcome.code == 66)
    #expect(
      outcome.errors
        == "cuaderno: I cannot find the folder “templates” beside the program or above it, or could not read it. Name it with --templates or install again with “make install”.\n"
    )
    let spanish = shell.script("alone/c --version", language: "es")
    #expect(spanish.errors.hasPrefix("cuaderno: No encuentro la carpeta «templates»"))
    #expect(
      shell.script(
        "alone/c --version --templates \"\(Shell.sources)/templates\"", language: "en"
      ).code == 0)
  }
}
