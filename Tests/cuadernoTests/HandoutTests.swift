import TestSupport
import Testing

@Suite struct HandoutTests {
  private static let notebook = """
    schema: 1
    id: mini
    title: {es: "Mini «raro» <b>", en: "Mini"}
    lessons:
      - id: recta
        title: {es: Recta, en: Line}
        data: {table: datos.csv, input: x, target: y}
        model: [{Dense: {units: 1}}]
        compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
        fit: {epochs: 30}
        predict: [10]
        exercises:
          - {id: diez, ask: {es: "¿Y para 10?", en: "And for 10?"}, kind: number, answer: "{{predict.10}}", tolerance: seeds}

    """

  private func shell(_ data: String = "x,y\n1,2\n2,4\n3,6\n") -> Shell {
    let shell = Shell(folder: TemporaryFolder())
    shell.folder.write("mini/notebook.yaml", Self.notebook)
    shell.folder.write("mini/datos.csv", data)
    return shell
  }

  @Test func `students' folder holds their pages and nothing else`() {
    let shell = shell()
    let outcome = shell.run("handout", "mini", language: "es_MX.UTF-8")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let names = shell.folder.contents.keys.filter { $0.hasPrefix("output/") }.sorted()
    #expect(
      names == [
        "output/mini-handout/estudiante/mini.estudiante.es.html",
        "output/mini-handout/estudiante/mini.student.en.html", "output/mini-handout/manifest.json",
      ])
    #expect(
      outcome.output.hasPrefix(
        "Listo. Abre output/mini-handout/estudiante/mini.estudiante.es.html  file://"))
    let page = shell.folder.contents["output/mini-handout/estudiante/mini.estudiante.es.html"] ?? ""
    #expect(page.contains("<h1>Mini «raro» &lt;b&gt;</h1>"))
    #expect(page.contains("¿Y para 10?"))
    #expect(page.contains("Definir el modelo"))
  }

  @Test func `editions and formats stay beside each other until the notebook changes`() {
    let shell = shell()
    for arguments in [
      ["handout", "mini"], ["handout", "mini", "--edition", "teacher", "--language", "en"],
      ["handout", "mini", "--format", "ipynb"], ["handout", "mini", "--format", "quiz"],
    ] {
      let outcome = shell.run(arguments, language: "en_US.UTF-8")
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    var names = shell.folder.contents.keys.filter { $0.hasPrefix("output/") }.sorted()
    #expect(
      names.map { $0.replacing("output/mini-handout/", with: "") } == [
        "DOCENTE/mini.DOCENTE.es.gift.txt", "DOCENTE/mini.DOCENTE.es.moodle.xml",
        "DOCENTE/mini.TEACHER.en.gift.txt", "DOCENTE/mini.TEACHER.en.html",
        "DOCENTE/mini.TEACHER.en.moodle.xml", "estudiante/mini.estudiante.es.html",
        "estudiante/mini.estudiante.es.ipynb", "estudiante/mini.student.en.html",
        "estudiante/mini.student.en.ipynb", "manifest.json",
      ])
    shell.folder.write("mini/datos.csv", "x,y\n1,2\n2,4\n3,7\n")
    let changed = shell.run("handout", "mini", "--language", "es", language: "en_US.UTF-8")
    #expect(changed.code == 0)
    #expect(
      changed.errors.contains(
        "Removed what no longer fits, because the notebook changed: DOCENTE/mini.DOCENTE.es.gift.txt, "
      ))
    names = shell.folder.contents.keys.filter { $0.hasPrefix("output/") }.sorted()
    #expect(
      names == [
        "output/mini-handout/estudiante/mini.estudiante.es.html",
        "output/mini-handout/manifest.json",
      ])
  }

  @Test func `what cannot be is refused before anything is trained`() {
    let shell = shell()
    let refusals: [([String], String, String)] = [
      (
        ["--format", "quiz", "--edition", "student"],
        "Un cuestionario lleva las respuestas, así que no hay versión para estudiantes. Quita --edition student.",
        "A quiz holds the answers, so there is none for students. Remove --edition student."
      ),
      (
        ["--format", "ipynb", "--pdf"], "--pdf imprime la hoja; quita --format o --pdf.",
        "--pdf prints the sheet; remove --format or --pdf."
      ),
      (
        ["--only", "recta"], "Una hoja es de todo el cuaderno. Quita --only.",
        "A hand-out is of the whole notebook. Remove --only."
      ),
    ]
    for (arguments, es, en) in refusals {
      let spanish = shell.run(["handout", "mini"] + arguments, language: "es_MX.UTF-8")
      #expect(spanish.code == 64 && spanish.errors.contains(es), "\(spanish.errors)")
      let english = shell.run(["handout", "mini"] + arguments, language: "en_US.UTF-8")
      #expect(english.code == 64 && english.errors.contains(en), "\(english.errors)")
    }
    #expect(shell.folder.contents.keys.allSatisfy { !$0.hasPrefix("output/") })
  }

  @Test(arguments: [
    (
      "es_MX.UTF-8",
      "Quité de la carpeta lo que ya no corresponde, porque cambió el cuaderno: estudiante/mini.estudiante.es.pdf, estudiante/mini.student.en.html, estudiante/mini.student.en.pdf. Vuelve a hacerlo si lo necesitas."
    ),
    (
      "en_US.UTF-8",
      "Removed what no longer fits, because the notebook changed: estudiante/mini.estudiante.es.pdf, estudiante/mini.student.en.html, estudiante/mini.student.en.pdf. Make it again if you need it."
    ),
  ])
  func `the sheet comes as PDF too, until the notebook changes`(language: String, stale: String) {
    let shell = shell()
    let first = shell.run("handout", "mini", "--pdf", language: language)
    #expect(first.code == 0, "\(first.errors)")
    let names = shell.folder.contents.keys.filter { $0.hasPrefix("output/") }
    #expect(names.count { $0.hasSuffix(".html") } == 2 && names.count { $0.hasSuffix(".pdf") } == 2)
    let second = shell.run("handout", "mini", "--seed", "8", "--language", "es", language: language)
    #expect(second.code == 0 && second.errors.contains(stale), "\(second.errors)")
  }

  @Test(arguments: [
    (
      ["--format", "html"], "es_MX.UTF-8",
      "Aviso: La hoja está vacía: ninguna lección tiene modelo ni ejercicios. Agrega «exercises» a una lección o escribe la hoja, como dice docs/handouts.md."
    ),
    (
      ["--edition", "teacher"], "en_US.UTF-8",
      "Warning: The sheet is empty: no lesson has a model or exercises. Add “exercises” to a lesson, or write the sheet, as docs/handouts.md says."
    ),
    (
      ["--format", "quiz"], "es_MX.UTF-8",
      "Aviso: El cuestionario está vacío: ninguna lección tiene ejercicios. Agrega «exercises» a una lección, como dice docs/lesson-files.md."
    ),
    (
      ["--format", "quiz"], "en_US.UTF-8",
      "Warning: The quiz is empty: no lesson has exercises. Add “exercises” to a lesson, as docs/lesson-files.md says."
    ),
  ])
  func `files that hold nothing are told of`(
    arguments: [String], language: String, sentence: String
  ) {
    let shell = Shell(folder: TemporaryFolder())
    shell.folder.write(
      "nada/notebook.yaml",
      "schema: 1\nid: nada\nlanguages: [es]\ntitle: Nada\nlessons:\n  - {id: a, title: Sola}\n")
    let outcome = shell.run(["handout", "nada"] + arguments, language: language)
    #expect(outcome.code == 0 && outcome.errors.contains(sentence), "\(outcome.errors)")
    for (name, text) in shell.folder.contents where name.hasSuffix(".html") {
      #expect(!text.contains("class=\"grade\""))
    }
  }

  @Test func `a report's folder is not replaced`() {
    let shell = shell()
    #expect(shell.run("mini", "--output", "r").code == 0)
    let before = shell.folder.contents
    let outcome = shell.run("handout", "mini", "--output", "r")
    #expect(outcome.code == 73)
    #expect(shell.folder.contents == before)
  }

  @Test func `the last line says which PDF to open`() {
    let shell = shell()
    let outcome = shell.run("handout", "mini", "--pdf", "--language", "es", language: "es_MX.UTF-8")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix("Listo. Abre output/mini-handout/estudiante/mini.estudiante.es.pdf"))
    let pdf = shell.folder.bytes("output/mini-handout/estudiante/mini.estudiante.es.pdf")
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
  }
}
