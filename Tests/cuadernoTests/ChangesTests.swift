import TestSupport
import Testing

/// A report that is made anew from other data says what changed, in the page, beside it and at the
/// terminal.
@Suite struct ChangesTests {
  private let folder = TemporaryFolder()
  private let cache = TemporaryFolder()
  private static let table = "x,y\n1,2\n2,4\n3,6\n4,8\n"

  init() {
    write(Self.table)
  }

  private func write(_ table: String, epochs: Int = 60) {
    folder.write(
      "mine/notebook.yaml",
      """
      schema: 1
      id: mine
      title: {es: "Mi práctica", en: "Mine"}
      lessons:
        - id: doble
          title: {es: "El doble", en: "Twice"}
          data:
            table: data/doble.csv
            input: x
            target: y
            columns: {x: {label: {es: Masa, en: Mass}, unit: kg}, y: {label: {es: Peso, en: Weight}, unit: N}}
          model:
            - Dense: {units: 1}
          compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
          fit: {epochs: \(epochs)}
          predict: [10]
          figures: [loss]

      """)
    folder.write("mine/data/doble.csv", table)
  }

  private func build(_ arguments: String..., language: String = "es_MX.UTF-8") -> Shell.Outcome {
    Shell(folder: folder).run(["mine"] + arguments, language: language, cache: cache)
  }

  private func page(_ name: String) -> String { folder.contents["output/mine/\(name)"] ?? "" }

  @Test func theFirstReportHasNoBox() {
    #expect(build().code == 0)
    #expect(!page("index.html").contains("class=\"changes\""))
    #expect(!page("data/doble-loss.csv").contains("earlier_loss"))
  }

  @Test func editedDataArePointedOut() {
    #expect(build().code == 0)
    write("x,y\n1,2\n2,4\n3,7\n4,8\n5,10\n")
    let outcome = build()
    #expect(
      outcome.errors.contains(
        "«doble» se entrenó de nuevo porque cambió data/doble.csv (1 fila editada: la 4; 1 fila agregada: la 6).\n"
      ))
    let spanish = page("informe.es.html")
    for text in [
      "<h2 id=\"es-changes\">Qué cambió desde el informe anterior</h2>",
      "<li>Datos: data/doble.csv (1 fila editada: la 4; 1 fila agregada: la 6).</li>",
      "<li>Fila 4: Peso (N), de 6 a 7.</li>",
      "<th scope=\"row\">Pérdida de entrenamiento (N²)</th>",
      "<th scope=\"row\">Predicción para 10 (N)</th>",
      "<th scope=\"col\">Otras 20 semillas, antes</th>",
      "<th scope=\"col\">¿Se distingue del azar?</th>",
    ] {
      #expect(spanish.contains(text), "\(text)")
    }
    let english = page("report.en.html")
    for text in [
      "What changed since the last report",
      "<li>Data: data/doble.csv (1 row edited: 4; 1 row added: 6).</li>",
      "<li>Row 4: Weight (N) from 6 to 7.</li>", "<th scope=\"col\">Told from chance?</th>",
    ] {
      #expect(english.contains(text), "\(text)")
    }
    // The old curve is in the figure and in its data.
    #expect(page("data/doble-loss.csv").hasPrefix("epoch,loss,earlier_loss\n1,"))
    // Again, and anew, from the same inputs: the same bytes.
    let report = folder.contents.filter { $0.key.hasPrefix("output/") }
    #expect(build("--force").code == 0)
    #expect((folder.contents.filter { $0.key.hasPrefix("output/") } == report) == true)
    #expect(build().output.hasPrefix("No hay cambios"))
  }

  @Test func noChangesLeavesItOut() {
    #expect(build().code == 0)
    write("x,y\n1,2\n2,4\n3,7\n4,8\n")
    #expect(build("--no-changes").code == 0)
    #expect(!page("index.html").contains("class=\"changes\""))
    #expect(!page("data/doble-loss.csv").contains("earlier_loss"))
    #expect(folder.contents["output/mine/previous.json"] != nil)
    // A verification leaves it out as well, and finds it where it is.
    #expect(page("manifest.json").contains("\"changes\": false"))
    let shell = Shell(folder: folder)
    #expect(shell.run("verify", "output/mine", "--notebook", "mine").code == 0)
    // Asked for after all.
    #expect(build().output.hasPrefix("Listo."))
    #expect(page("index.html").contains("class=\"changes\""))
    #expect(shell.run("verify", "output/mine", "--notebook", "mine").code == 0)
  }

  @Test func aChangedLessonFileIsNamed() {
    #expect(build().code == 0)
    write(Self.table, epochs: 61)
    let outcome = build(language: "en_US.UTF-8")
    #expect(outcome.errors.contains("“doble” was trained again because fit changed.\n"))
    #expect(page("informe.es.html").contains("<li>En notebook.yaml cambió: fit.</li>"))
    write("x,y\n1,2\n2,4\n3,6\n4,9\n", epochs: 62)
    #expect(
      build(language: "en_US.UTF-8").errors.contains(
        "“doble” was trained again because these changed: data/doble.csv (1 row edited: 5), fit.\n"
      ))
  }

  @Test func proseAloneGivesNoBox() {
    #expect(build().code == 0)
    folder.write("mine/doble.es.md", "Hola.\n")
    folder.write("mine/doble.en.md", "Hello.\n")
    #expect(build().code == 0)
    #expect(folder.contents["output/mine/previous.json"] != nil)
    #expect(!page("index.html").contains("class=\"changes\""))
  }

  @Test func compareTellsTheSame() {
    #expect(build("--output", "a").code == 0)
    write("x,y\n1,2\n2,4\n3,7\n4,8\n")
    #expect(build("--output", "b").code == 0)
    let outcome = Shell(folder: folder).run("compare", "a", "b", language: "es_MX.UTF-8")
    #expect(outcome.code == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[1] == "  Cambió: data/doble.csv (1 fila editada: la 4).")
    #expect(lines[2].hasSuffix("otras semillas de A"))
    let json = Shell(folder: folder).run("compare", "a", "b", "--json").output
    for text in [
      "\"changed\": [\"data/doble.csv\"]", "\"line\": 4", "\"before\": [3.0, 6.0]",
      "\"within_seeds\":",
      "\"least\":",
    ] {
      #expect(json.contains(text), "\(text)")
    }
  }
}
