import Glibc
import Publishing
import TestSupport
import Testing

@Suite struct UsageTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  @Test func saysItsVersion() {
    let outcome = shell.run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.output == "cuaderno 0.1.0\n")
    #expect(outcome.errors == "")
  }

  @Test(arguments: [("es_MX.UTF-8", "Códigos de salida:"), ("en_US.UTF-8", "Exit codes:")])
  func helpListsTheExitCodes(language: String, heading: String) {
    let outcome = shell.run("--help", language: language)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains(heading))
    for code in [0, 1, 64, 65, 66, 69, 70, 73, 74, 75, 130] {
      #expect(outcome.output.contains("\n  \(code) "), "\(code) is not listed")
    }
    #expect(outcome.output.contains("143"))
  }

  @Test func helpOfBuildIsInTheLanguageOfTheShell() {
    let spanish = shell.run("build", "--help", language: "es_MX.UTF-8").output
    #expect(spanish.contains("Semilla, de 0 a 9007199254740991"))
    let english = shell.run("build", "--help", language: "C").output
    #expect(english.contains("Seed, from 0 to 9007199254740991"))
  }

  @Test(arguments: [
    (["--colour"], "Error: Unknown option '--colour'"),
    (["--seed", "x"], "Error: The value 'x' is invalid for '--seed <seed>'"),
    (
      ["--seed", "9007199254740992"],
      "Error: --seed goes from 0 to 9007199254740991; I got 9007199254740992."
    ),
    (["--threads", "0"], "Error: --threads goes from 1 to 256; I got 0."),
    (["--language", "fr"], "Error: The value 'fr' is invalid for '--language <language>'."),
    (["--output", ""], "Error: --output is empty. Write a value or leave the option out."),
    ([""], "Error: NOTEBOOK is empty. Write a value or leave the option out."),
    (["--\u{1B}[31m"], "Error: Unknown option '--\u{FFFD}[31m'"),
    (["--quiet", "--verbose"], "Error: Use --quiet or --verbose, not both."),
  ])
  func wrongOptionsAre64(arguments: [String], sentence: String) {
    let outcome =
      arguments.count == 1
      ? shell.run(arguments[0]) : shell.run(arguments[0], arguments[1])
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix(sentence), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(folder.contents.isEmpty)
  }

  @Test(arguments: [
    (
      "es_MX.UTF-8",
      "nada: No es una carpeta con un notebook.yaml ni un cuaderno incluido. Incluidos: practica-tensorflow.\n"
    ),
    (
      "C",
      "nada: This is neither a folder with a notebook.yaml nor a bundled notebook. Bundled: practica-tensorflow.\n"
    ),
  ])
  func anUnknownNotebookIs66(language: String, sentence: String) {
    let outcome = shell.run("nada", language: language)
    #expect(outcome.code == 66)
    #expect(outcome.errors == sentence)
  }

  @Test func anUnknownLessonIs64() {
    let near = shell.run("--only", "celcius", language: "es")
    #expect(near.code == 64)
    #expect(
      near.errors
        == "cuaderno: El cuaderno no tiene ninguna lección «celcius». ¿Quisiste decir «celsius»?\n")
    let far = shell.run("--only", "zzzzzzzzzzz")
    #expect(far.code == 64)
    #expect(
      far.errors.hasPrefix("cuaderno: The notebook has no lesson “zzzzzzzzzzz”. It has: intro, "))
  }

  @Test(arguments: [
    (
      "es",
      "no/hay: No encuentro esta carpeta. Indica con --data una que exista, o quita la opción.\n"
    ),
    (
      "C",
      "no/hay: I cannot find this folder. Name one that exists with --data, or leave the option out.\n"
    ),
  ])
  func aDataFolderThatIsNotThereIs66(language: String, sentence: String) {
    let outcome = shell.run("--only", "celsius", "--data", "no/hay", language: language)
    #expect(outcome.code == 66)
    #expect(outcome.errors == sentence)
    #expect(folder.contents.isEmpty)
  }

  @Test func templatesWithoutAPhraseAreRefusedBeforeTraining() throws {
    let report = "\(Shell.sources)/templates/report"
    for name in try FileTree.names(in: report) where name != "es.yaml" {
      folder.link("mine/report/\(name)", to: "\(report)/\(name)")
    }
    folder.write("mine/report/es.yaml", "page: {notebooks: Cuadernos}\n")
    let outcome = shell.run(
      "\(Shell.sources)/templates/notebooks/practica-tensorflow", "--only", "celsius",
      "--templates", "mine")
    #expect(outcome.code == 65)
    #expect(outcome.errors.hasPrefix("mine/report/es.yaml: The phrase “"), "\(outcome.errors)")
    #expect(
      outcome.errors.hasSuffix("” is missing in this file. Copy it from the original file.\n"))
    #expect(!folder.contents.keys.contains { $0.hasPrefix("output") })
  }

  @Test func aFolderThatIsNoTemplatesIs66() {
    folder.write("mine/x", "")
    let outcome = shell.run("--templates", "mine")
    #expect(outcome.code == 66)
    #expect(
      outcome.errors
        == "mine: This is not a templates folder: the folder “report” is missing in it. Copy the program's folder “templates” and edit the copy.\n"
    )
  }
}
