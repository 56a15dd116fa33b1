import TestSupport
import Testing

/// `cuaderno figures`: the pack of a small notebook.
@Suite struct FiguresTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  init() {
    folder.write(
      "recta/notebook.yaml",
      """
      schema: 1
      id: recta
      title: {es: "La recta", en: "The line"}
      lessons:
        - id: doble
          title: {es: "El doble", en: "Twice"}
          data: {table: data/doble.csv, input: x, target: y}
          model:
            - Dense: {units: 1}
          compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
          fit: {epochs: 20}
          predict: [10]
          figures: [loss, weights]
        - id: nota
          title: {es: "Nota", en: "Note"}
      """)
    folder.write("recta/data/doble.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n")
  }

  /// The files of a folder below the working directory.
  private func files(_ name: String) -> [String: String] {
    let prefix = "\(name)/"
    return folder.contents.reduce(into: [:]) { files, file in
      if file.key.hasPrefix(prefix) { files[String(file.key.dropFirst(prefix.count))] = file.value }
    }
  }

  @Test func thePackHasPictureWordsAndDataOfEachFigure() {
    let outcome = shell.run("figures", "recta", language: "es_MX.UTF-8")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.output
        == "Listo. 4 imágenes, cada una con su pie y sus datos, en output/recta-figures  file://\(folder.path)/output/recta-figures\n"
    )
    let pack = files("output/recta-figures")
    #expect(
      pack.keys.sorted() == [
        "doble-loss.csv", "doble-loss.en.png", "doble-loss.en.txt", "doble-loss.es.png",
        "doble-loss.es.txt", "doble-weights.csv", "doble-weights.en.png", "doble-weights.en.txt",
        "doble-weights.es.png", "doble-weights.es.txt", "manifest.json",
      ])
    #expect(pack["doble-loss.csv"]?.hasPrefix("epoch,loss\n1,") == true)
    let words = pack["doble-loss.es.txt"]?.split(separator: "\n") ?? []
    #expect(words.first == "Pérdida por época")
    #expect(words.contains("Texto alternativo:") && words.contains("Descripción:"))
    #expect(
      words.last
        == "Fuente: cuaderno «La recta», lección «El doble», semilla 7. Datos: doble-loss.csv.")
    #expect(
      pack["doble-loss.en.txt"]?.hasSuffix(
        "\n\nSource: notebook “The line”, lesson “Twice”, seed 7. Data: doble-loss.csv.\n") == true)
    #expect(pack["manifest.json"]?.contains("\"kind\": \"figures\"") == true)
  }

  /// Width in pixels by the header, which follows signature, length and type.
  private func width(_ name: String) throws -> Int {
    let bytes = folder.bytes(name)
    try #require(bytes.count > 24)
    return bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
  }

  @Test func theScaleIsThePixelsOfAPoint() throws {
    for (scale, name) in [(1, "one"), (2, "two"), (3, "three")] {
      let arguments = ["figures", "recta", "--scale", "\(scale)", "--output", name]
      #expect(shell.run(arguments, language: "en").code == 0)
      #expect(try width("\(name)/doble-loss.en.png") == 640 * scale)
    }
    #expect(files("one")["doble-loss.csv"] == files("three")["doble-loss.csv"])
  }

  @Test func oneLanguageAndOneLesson() {
    let outcome = shell.run(
      "figures", "recta", "--language", "en", "--only", "doble", "--output", "pack")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let pack = files("pack")
    #expect(pack["doble-loss.en.png"] != nil && pack["doble-loss.es.png"] == nil)
    #expect(pack["doble-loss.csv"] != nil)
    let none = shell.run("figures", "recta", "--only", "nota", "--output", "none", language: "es")
    #expect(none.code == 0)
    #expect(
      none.output.hasPrefix(
        "Listo, pero ninguna de estas lecciones tiene figuras: en none solo está su manifiesto."))
  }

  @Test func whatABuildTrainedIsReusedAndDrawnAlike() {
    let cache = TemporaryFolder()
    #expect(shell.run("recta", "--output", "report", cache: cache).code == 0)
    let outcome = shell.run("figures", "recta", cache: cache)
    #expect(outcome.errors.contains("“doble” (1 of 1): nothing changed; reusing what was trained."))
    let picture = folder.bytes("report/figures/es/doble-loss.png")
    #expect(!picture.isEmpty)
    #expect(folder.bytes("output/recta-figures/doble-loss.es.png") == picture)
  }

  @Test(arguments: [
    (
      "es",
      "report: En esta carpeta Cuaderno publicó otra cosa (un informe, figuras o material de clase); no la toqué. Indica otra carpeta con --output.\n"
    ),
    (
      "en",
      "report: Cuaderno published something else in this folder (a report, figures or a hand-out); I left it alone. Name another folder with --output.\n"
    ),
  ])
  func aReportIsNeverReplacedByFigures(language: String, sentence: String) {
    #expect(shell.run("recta", "--output", "report").code == 0)
    let before = files("report")
    let outcome = shell.run("figures", "recta", "--output", "report", language: language)
    #expect(outcome.code == 73)
    #expect(outcome.errors == sentence)
    #expect((files("report") == before) == true)
    // Nor the other way round.
    #expect(shell.run("figures", "recta", "--output", "pack").code == 0)
    #expect(shell.run("recta", "--output", "pack").code == 73)
    // A pack is replaced by its next edition, and what somebody put there stays.
    folder.write("pack/notes.txt", "mine")
    #expect(shell.run("figures", "recta", "--output", "pack", "--language", "es").code == 0)
    #expect(files("pack")["doble-loss.en.png"] == nil)
    #expect(files("pack")["notes.txt"] == "mine")
  }

  @Test(arguments: [
    (
      "es",
      "pack: Aquí están todas las figuras y con --only saldrían solo algunas; no las toqué. Indica otra carpeta con --output.\n"
    ),
    (
      "en",
      "pack: All the figures are here, and --only would give some of them; I left them alone. Name another folder with --output.\n"
    ),
  ])
  func someFiguresNeverReplaceAll(language: String, sentence: String) {
    #expect(shell.run("figures", "recta", "--output", "pack").code == 0)
    let before = files("pack")
    let outcome = shell.run(
      "figures", "recta", "--output", "pack", "--only", "doble", language: language)
    #expect(outcome.code == 73)
    #expect(outcome.errors == sentence)
    #expect((files("pack") == before) == true)
  }

  @Test func otherFoldersAreLeftAlone() {
    folder.write("mine/thesis.txt", "years of work")
    #expect(shell.run("figures", "recta", "--output", "mine").code == 73)
    #expect(files("mine") == ["thesis.txt": "years of work"])
  }

  @Test(arguments: [
    (["--scale", "4"], "--scale is 1, 2 or 3; I got 4."),
    (["--scale", "0"], "--scale is 1, 2 or 3; I got 0."),
    (["--output", ""], "--output is empty. Write a value or leave the option out."),
  ])
  func wrongOptionsAre64(options: [String], sentence: String) {
    let outcome = shell.run(["figures", "recta"] + options, language: "en")
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(folder.contents.keys.allSatisfy { $0.hasPrefix("recta/") })
  }

  @Test func theScaleIsRefusedInSpanishAsWell() {
    let outcome = shell.run("figures", "recta", "--scale", "9", language: "es_MX.UTF-8")
    #expect(outcome.errors.contains("--scale es 1, 2 o 3; recibí 9."))
  }

  @Test func aLessonThatIsNotThereIs64() {
    let outcome = shell.run("figures", "recta", "--only", "dobel")
    #expect(outcome.code == 64)
    #expect(
      outcome.errors
        == "cuaderno: The notebook has no lesson “dobel”. Did you mean “doble”?\n")
  }
}
