import TestSupport
import Testing

@Suite struct CheckTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  private func writeNotebook(
    _ table: String = "x,y\n1,2\n2,4\n3,6\n4,9\n5,10\n", title: String = "{es: R}",
    languages: String = "[es]", more: String = ""
  ) {
    folder.write(
      "n/notebook.yaml",
      """
      schema: 1
      id: n
      languages: \(languages)
      title: {es: N}
      lessons:
        - id: recta
          title: \(title)
          data: {table: data.csv, input: x, target: y}
          model: [Dense: {units: 1}]
          compile: {optimizer: adam, loss: mean_squared_error}
          fit: {epochs: 5}
          figures: []
          \(more)
      """)
    folder.write("n/data.csv", table)
  }

  @Test func adviceIsNoError() {
    writeNotebook()
    let english = shell.run("check", "n")
    #expect(english.code == 0)
    #expect(english.errors == "")
    #expect(
      english.output == """
        n/data.csv:5: Advice (“recta”): 9 is 1 off what the other rows say; 8? If it was measured well, leave it.
        “n”: all in order. Advice: 1; notes: 0.

        """)
    let spanish = shell.run("check", "n", language: "es_MX.UTF-8")
    #expect(
      spanish.output == """
        n/data.csv:5: Consejo («recta»): 9 se aparta 1 de lo que dicen las demás filas; ¿8? Si se midió bien, déjalo.
        «n»: todo en orden. Consejos: 1; notas: 0.

        """)
    #expect(folder.contents.keys.sorted() == ["n/data.csv", "n/notebook.yaml"])
  }

  @Test func strictTakesAdviceForAnError() {
    writeNotebook()
    let strict = shell.run("check", "n", "--strict")
    #expect(strict.code == 65)
    #expect(strict.output == shell.run("check", "n").output)
    // A note is none.
    writeNotebook("x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n")
    #expect(shell.run("check", "n", "--strict").code == 0)
  }

  @Test func theNotebookInTheCurrentFolderIsMeant() {
    writeNotebook()
    for words in ["check", "check .", "check notebook.yaml", "check ../n/notebook.yaml"] {
      let outcome = shell.script("cd n && cuaderno \(words)", language: "en_US.UTF-8")
      #expect(outcome.code == 0, "\(outcome)")
      #expect(outcome.output.contains("“n”: all in order."), "\(outcome.output)")
      #expect(outcome.output.contains("data.csv:5: Advice (“recta”)"))
    }
    #expect(shell.script("cd n && cuaderno --quiet", language: "en_US.UTF-8").code == 0)
    #expect(folder.contents["n/output/n/index.html"] != nil)
  }

  @Test func whatABuildRefusesIsRefused() {
    writeNotebook("x,y\n1,2\n2,cuatro\n")
    folder.write("n/recta.es.md", "Hay {{nada}}.\n")
    let english = shell.run("check", "n")
    #expect(english.code == 65)
    #expect(
      english.output == """
        n/recta.es.md:1:5: I do not know the value “nada” in this lesson. Look the name up in docs/prose.md.
        n/data.csv:3: In column “y”, “cuatro” is not a number. Write the number alone, without units or text.
        “n”: cannot be built like this. Errors: 2; advice: 0; notes: 0.

        """)
    let spanish = shell.run("check", "n", language: "es")
    #expect(
      spanish.output.hasSuffix(
        "«n»: así no se puede construir. Errores: 2; consejos: 0; notas: 0.\n"))
    let missing = shell.run("check", "nada")
    #expect(missing.code == 66)
    #expect(missing.output.hasPrefix("nada: This is neither a folder with a notebook.yaml"))
  }

  @Test func missingTranslationsAreAList() {
    writeNotebook(languages: "[es, en]")
    let outcome = shell.run("check", "n", language: "es")
    #expect(outcome.code == 65)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "Faltan traducciones: 2.")
    #expect(lines.dropFirst().prefix(2).allSatisfy { $0.hasPrefix("  n/notebook.yaml:") })
    #expect(
      shell.run("check", "n").output.hasPrefix("Translations missing: 2.\n  n/notebook.yaml:4:"))
  }

  @Test func jsonIsForPrograms() {
    writeNotebook()
    let outcome = shell.run("check", "n", "--json", language: "es")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        {
          "schema": 1,
          "notebooks": [
            {
              "path": "n",
              "id": "n",
              "errors": [],
              "warnings": [],
              "assumed": [],
              "advice": [
                {
                  "rule": "farRowMeant",
                  "level": "advice",
                  "lesson": "recta",
                  "path": "n/data.csv",
                  "line": 5,
                  "message": "9 se aparta 1 de lo que dicen las demás filas; ¿8? Si se midió bien, déjalo."
                }
              ]
            }
          ]
        }

        """)
    writeNotebook("x,y\n1,2\n,4\n")
    let refused = shell.run("check", "n", "--json")
    #expect(refused.code == 65)
    #expect(refused.output.contains("\"key\": \"table.cells.empty\""))
    #expect(refused.output.contains("\"line\": 3"))
    #expect(refused.output.contains("\"code\": 65"))
  }

  @Test(arguments: [("output/n", []), ("mine", ["--output", "mine"])])
  func aFolderThatIsNotOursIsFoundBeforeABuild(place: String, options: [String]) {
    writeNotebook()
    folder.write("\(place)/thesis.txt", "mine")
    let outcome = shell.run(["check", "n"] + options, language: "es")
    #expect(outcome.code == 73)
    #expect(
      outcome.output.hasPrefix(
        "\(place): La carpeta tiene archivos y no es un informe de Cuaderno (no hay un manifest.json nuestro); no la toqué. Vacíala tú o indica otra con --output.\n"
      ))
    #expect(outcome.output.contains("Errores: 1; consejos: 1; notas: 0."))
    #expect(shell.run("check", "n", "--output", "free/below").code == 0)
    #expect(folder.contents["free/"] == nil)
  }

  @Test func theFolderOfSeveralReportsIsLookedAtToo() {
    writeNotebook()
    folder.write("both/index.html", "mine")
    let outcome = shell.run("check", "n", "practica-tensorflow", "--output", "both")
    #expect(outcome.code == 73)
    #expect(outcome.errors.hasPrefix("both/index.html: "))
    let nested = shell.run("check", "n", "practica-tensorflow", "--output", "n/data.csv")
    #expect(nested.code == 73)
  }

  @Test func theBundledNotebookIsInOrder() {
    let outcome = shell.run("check")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasSuffix("“practica-tensorflow”: all in order. Advice: 0; notes: 4.\n"))
    #expect(folder.contents.isEmpty)
  }

  @Test func twoOfOneIdAreRefused() {
    writeNotebook()
    let outcome = shell.run("check", "n", "n")
    #expect(outcome.code == 64)
  }
}
