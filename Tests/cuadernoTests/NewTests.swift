import Archives
import TestSupport
import Testing

@Suite struct NewTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  private func yaml(_ name: String) -> [String] {
    (folder.contents["\(name)/notebook.yaml"] ?? "").split(separator: "\n").map(String.init)
  }

  @Test func aMinimalOneBuildsAtOnce() {
    let made = shell.run("new", "Mi Práctica 2", "--minimal", language: "es_MX.UTF-8")
    #expect(made.code == 0, "\(made.errors)")
    #expect(
      made.output
        == "Listo: Mi Práctica 2. Edita Mi Práctica 2/notebook.yaml y sus datos; luego: cuaderno 'Mi Práctica 2'\n"
    )
    #expect(yaml("Mi Práctica 2").contains("id: mi-practica-2"))
    #expect(yaml("Mi Práctica 2").contains("title: {es: \"Mi Práctica 2\"}"))
    #expect(yaml("Mi Práctica 2").contains("languages: [es]"))
    #expect(
      yaml("Mi Práctica 2").first
        == "# yaml-language-server: $schema=notebook.schema.json")
    #expect(shell.run("check", "Mi Práctica 2").output.hasSuffix("Advice: 0; notes: 0.\n"))
    let built = shell.run("Mi Práctica 2")
    #expect(built.code == 0, "\(built.errors)")
    #expect(
      folder.contents["output/mi-practica-2/informe.es.html"]?.contains("8 mediciones") == true)
  }

  @Test func inEnglishAsWell() {
    let made = shell.run("new", "mine", "--minimal")
    #expect(made.code == 0)
    #expect(
      made.output == "Done: mine. Edit mine/notebook.yaml and its data; then: cuaderno mine\n")
    #expect(
      folder.contents.keys.sorted() == [
        "mine/data.csv", "mine/notebook.schema.json", "mine/notebook.yaml", "mine/spring.en.md",
      ])
    #expect(shell.run("check", "mine").output.hasSuffix("Advice: 0; notes: 0.\n"))
    let built = shell.run("mine")
    #expect(built.code == 0, "\(built.errors)")
    #expect(shell.run("new", "uno", "--minimal", "--language", "es").code == 0)
    #expect(yaml("uno").contains("languages: [es]"))
  }

  /// The notebook is of at most 30 lines, says what was decided, and builds.
  @Test func aFirstNotebookForATable() {
    var table = "folio,fecha,correo,edad,sexo,glucosa,diabetes\n"
    for row in 0..<40 {
      let glucose = row == 3 ? "" : String(80 + row * 13 % 50)
      table +=
        "\(row),2024-01-0\(row % 9 + 1),a\(row)@b.mx,\(20 + row * 7 % 50),\(row % 2 == 0 ? "F" : "M"),\(glucose),\(row % 3 == 0 ? "sí" : "no")\n"
    }
    folder.write("datos.csv", table)
    let made = shell.run(
      "new", "mio", "--table", "datos.csv", "--target", "diabetes", language: "es")
    #expect(made.code == 0, "\(made.errors)")
    let said = [
      "Se predice la clase «diabetes», que es una de 2.",
      "No entran: folio (identifica filas), fecha (tiene fechas; «read: days» las convierte en números), correo (dice de quién se trata).",
      "En 1 de 40 filas falta algún dato; se dejan fuera.",
    ]
    #expect(made.output.hasPrefix(said.joined(separator: "\n") + "\nListo: mio."))
    let lines = yaml("mio")
    #expect(lines.count <= 30 && said.allSatisfy { lines.contains("# \($0)") })
    // Whose rows they are is the person's to say.
    #expect(shell.run("check", "mio").code == 65)
    folder.write(
      "mio/notebook.yaml",
      lines.joined(separator: "\n").replacing(
        "      test:", with: "      privacy: invented\n      test:"))
    let built = shell.run("mio")
    #expect(built.code == 0, "\(built.errors)")
    #expect(folder.contents["output/mio/informe.es.html"]?.contains("Tercer cuartil") == true)
    #expect(shell.run("new", "otro", "--table", "datos.csv", "--target", "peso").code == 65)
    #expect(shell.run("new", "otro", "--table", "datos.csv").code == 64)
  }

  @Test func theBundledOneIsCopiedWithANewName() {
    #expect(shell.run("new", "curso/grupo-3b", language: "es").code == 0)
    let text = yaml("curso/grupo-3b")
    #expect(text.contains("id: grupo-3b"))
    #expect(text.contains("title: {es: \"Grupo 3b\", en: \"Grupo 3b\"}"))
    // Comments and everything else stay.
    #expect(text.contains("  # One neuron: 7 rows, one batch, so one update an epoch."))
    #expect(folder.contents["curso/grupo-3b/celsius.en.md"] != nil)
    #expect(folder.contents["curso/grupo-3b/data/celsius.csv"] != nil)
    #expect(shell.run("check", "curso/grupo-3b").code == 0)
  }

  @Test func oneLanguageLeavesTheOtherBehind() {
    #expect(shell.run("new", "solo", "--language", "es").code == 0)
    #expect(yaml("solo").contains("languages: [es]"))
    #expect(folder.contents["solo/celsius.es.md"] != nil)
    #expect(!folder.contents.keys.contains { $0.hasSuffix(".en.md") })
    #expect(shell.run("check", "solo").code == 0)
  }

  @Test func anotherNotebookIsCopied() {
    folder.write(
      "mio/notebook.yaml",
      """
      # yaml-language-server: $schema=nowhere.json
      # Mío
      schema: 1
      title:
        es: Viejo
      # De la semilla
      seed: 3
      "id": viejo
      id: viejo
      languages:
      - es

      lessons:
        - {id: a, title: {es: A}, figures: [paradigms]}
      """)
    folder.write("mio/.oculto", "no")
    folder.write("mio/a.es.md", "Hola\n")
    let twice = shell.run("new", "otro", "--from", "mio", language: "es")
    #expect(twice.code == 65)
    let text = folder.contents["mio/notebook.yaml"]!
    folder.write("mio/notebook.yaml", text.split(separator: "\"id\": viejo\n").joined())
    let made = shell.run("new", "otro", "--from", "mio", language: "es")
    #expect(made.code == 0, "\(made.errors)")
    #expect(
      folder.contents["otro/notebook.yaml"] == """
        # Mío
        schema: 1
        title: {es: "Otro"}
        # De la semilla
        seed: 3
        id: otro
        languages: [es]

        lessons:
          - {id: a, title: {es: A}, figures: [paradigms]}
        """)
    #expect(folder.contents["otro/.oculto"] == nil)
    #expect(shell.run("new", "en", "--from", "mio", "--language", "en").code == 64)
  }

  @Test func whatIsThereIsLeftAlone() {
    folder.write("llena/nota.txt", "mía")
    folder.write("archivo", "mío")
    let before = folder.contents
    for name in ["llena", "archivo", "llena/"] {
      let spanish = shell.run("new", name, language: "es")
      #expect(spanish.code == 73)
      #expect(
        spanish.errors.hasSuffix(
          ": Aquí ya hay algo; lo dejé como está. Indica una carpeta nueva o una vacía.\n"))
    }
    #expect(
      shell.run("new", "llena").errors
        == "llena: There is something here already; I left it as it is. Name a new folder or an empty one.\n"
    )
    #expect(folder.contents == before)
    #expect(shell.run("new", "archivo/dentro").code == 73)
    #expect(shell.run("new", "x", "--minimal", "--from", "y", language: "es").code == 64)
  }

  @Test func anIdThatCannotBeReplacedIsSaid() {
    folder.write(
      "mio/notebook.yaml",
      "{schema: 1, id: a, title: {es: A}, lessons: [{id: a, title: {es: A}, figures: [paradigms]}]}\n"
    )
    let spanish = shell.run("new", "otro", "--from", "mio", language: "es")
    #expect(spanish.code == 65)
    #expect(
      spanish.errors
        == "mio/notebook.yaml: No pude poner otro «id» y otro «title» en este cuaderno. Escríbelos cada uno en su línea, sin sangría, y vuelve a intentarlo.\n"
    )
    #expect(
      shell.run("new", "otro", "--from", "mio").errors
        == "mio/notebook.yaml: I could not give this notebook another “id” and “title”. Write each on a line of its own, without indentation, and try again.\n"
    )
    #expect(folder.contents.keys.sorted() == ["mio/notebook.yaml"])
  }
}
