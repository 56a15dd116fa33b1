import Glibc
import TestSupport
import Testing

/// Building again: what is reused, what is trained anew, and what is said about it.
@Suite struct CacheTests {
  private let folder = TemporaryFolder()
  private let cache = TemporaryFolder()

  private static let table = "x,y\n1,2\n2,4\n3,6\n4,8\n"

  init() {
    writeNotebook()
    folder.write("mine/data/doble.csv", Self.table)
    folder.write("mine/data/triple.csv", "x,y\n1,3\n2,6\n3,9\n")
  }

  private func writeNotebook(
    epochs: Int = 20, title: String = "El doble", rate: String = "0.1", figures: String = "[]"
  ) {
    func lesson(_ id: String, _ title: String, _ epochs: Int, _ rate: String) -> String {
      """
        - id: \(id)
          title: {es: "\(title)"}
          data: {table: data/\(id).csv, input: x, target: y}
          model:
            - Dense: {units: 1}
          compile: {optimizer: {Adam: {learning_rate: \(rate)}}, loss: mean_squared_error}
          fit: {epochs: \(epochs)}
          figures: \(figures)

      """
    }
    folder.write(
      "mine/notebook.yaml",
      "schema: 1\nid: mine\ntitle: {es: \"Mi práctica\"}\nlessons:\n"
        + lesson("doble", title, epochs, rate) + lesson("triple", "El triple", 20, "0.1"))
  }

  private func build(_ arguments: String...) -> Shell.Outcome {
    build(arguments, language: "en_US.UTF-8")
  }

  private func build(_ arguments: [String], language: String) -> Shell.Outcome {
    Shell(folder: folder).run(
      ["mine", "--explain"] + arguments, language: language, cache: cache)
  }

  private var report: [String: String] { folder.contents.filter { $0.key.hasPrefix("output/") } }

  /// Sets the time of last modification.
  private func touch(_ name: String, _ seconds: Int) {
    var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    utimensat(AT_FDCWD, "\(folder.path)/\(name)", &times, 0)
  }

  private func inode(_ name: String) -> ino_t {
    var status = stat()
    stat("\(folder.path)/\(name)", &status)
    return status.st_ino
  }

  private static let reused =
    "“doble”: reused; nothing changed.\n“triple”: reused; nothing changed.\n"

  private func explanations(_ outcome: Shell.Outcome) -> [String] {
    outcome.errors.split(separator: "\n").filter { $0.contains("”: ") || $0.contains("»: ") }
      .map(String.init)
  }

  @Test func nothingChangedRewritesNothing() {
    let first = build()
    #expect(first.code == 0, "\(first.errors)")
    #expect(
      explanations(first) == [
        "“doble”: trained; I see it for the first time.",
        "“triple”: trained; I see it for the first time.",
      ])
    let before = report
    let folderNode = inode("output/mine")
    for name in ["notebook.yaml", "data/doble.csv"] { touch("mine/\(name)", 1000) }
    let second = build()
    #expect(second.code == 0)
    #expect(second.errors == Self.reused)
    #expect(
      second.output
        == "No changes: the report was up to date. Open output/mine/index.html  file://\(folder.path)/output/mine/index.html\n"
    )
    #expect((report == before) == true)
    #expect(inode("output/mine") == folderNode)
    let spanish = build([], language: "es_MX.UTF-8")
    #expect(
      spanish.output.hasPrefix(
        "No hay cambios: el informe ya estaba al día. Abre output/mine/index.html  file://"))
    #expect(spanish.errors.hasPrefix("«doble»: se reutiliza; nada cambió.\n"))
  }

  @Test func aByteOfATableTrainsItsLessonAlone() {
    #expect(build().code == 0)
    touch("mine/data/doble.csv", 1000)
    folder.write("mine/data/doble.csv", "x,y\n1,2\n2,4\n3,6\n4,9\n")
    touch("mine/data/doble.csv", 1000)
    let outcome = build()
    #expect(outcome.code == 0)
    #expect(
      explanations(outcome) == [
        "“doble”: trained; changed: data.", "“triple”: reused; nothing changed.",
      ])
    let cached = report
    #expect(build("--force").code == 0)
    #expect((report == cached) == true)
    let spanish = build(["--seed", "9"], language: "es")
    #expect(explanations(spanish)[0] == "«doble»: se entrena; cambió: seed.")
  }

  @Test func severalChangesAreNamedInTheirOrder() {
    #expect(build().code == 0)
    writeNotebook(epochs: 21, rate: "0.2")
    #expect(explanations(build())[0] == "“doble”: trained; changed: compile, fit.")
    // Back to the first: known.
    writeNotebook()
    #expect(explanations(build())[0] == "“doble”: reused; nothing changed.")
    writeNotebook(epochs: 22)
    #expect(explanations(build())[0] == "“doble”: trained; changed: fit.")
  }

  @Test func aTitleChangesThePageWithoutTraining() {
    #expect(build().code == 0)
    let weights = report["output/mine/weights/doble.npz"]
    writeNotebook(title: "Dos veces")
    let outcome = build()
    #expect(outcome.errors == Self.reused)
    #expect(outcome.output.hasPrefix("Done. Open "))
    #expect(report["output/mine/index.html"]?.contains("Dos veces") == true)
    #expect(report["output/mine/weights/doble.npz"] == weights)
  }

  @Test func bytesAreTheSameWithAndWithoutTheCache() {
    #expect(build().code == 0)
    let first = report
    #expect(build("--force").code == 0)
    #expect((report == first) == true)
    // The report gone and the results there.
    #expect(build("--output", "elsewhere").code == 0)
    let other = folder.contents.filter { $0.key.hasPrefix("elsewhere/") }
    #expect(
      other.count == first.count
        && first.allSatisfy {
          other["elsewhere/" + $0.key.dropFirst("output/mine/".count)] == $0.value
        })
  }

  @Test func aDamagedReportIsWrittenAgain() {
    #expect(build().code == 0)
    let whole = report
    folder.write("output/mine/index.html", "scribbled")
    let outcome = build()
    #expect(outcome.errors == Self.reused)
    #expect(outcome.output.hasPrefix("Done. "))
    #expect((report == whole) == true)
  }

  @Test func aDamagedEntryIsTrainedAgain() {
    #expect(build().code == 0)
    let whole = report
    for name in cache.contents.keys where name.contains("/results/") {
      cache.write(name, "damaged")
    }
    // The report is whole: nothing else is needed.
    #expect(build().errors == Self.reused)
    folder.write("output/mine/index.html", "scribbled")
    let outcome = build()
    #expect(outcome.code == 0)
    #expect(
      explanations(outcome)[0]
        == "“doble”: trained; nothing changed, but its result is no longer in the cache.")
    #expect((report == whole) == true)
    #expect(build().errors == Self.reused)
  }

  /// Of every kind of entry, wherever it is cut or scratched.
  @Test(arguments: [(0, true), (9, false), (41, false), (42, true), (60, false), (-1, true)])
  func aDamagedCacheGivesTheSameReport(place: Int, isCut: Bool) {
    writeNotebook(figures: "[loss, weights]")
    #expect(build().code == 0)
    let whole = report
    let names = cache.contents.keys.sorted()
    #expect(Set(names.map { $0.split(separator: "/")[1] }).count == 4)
    for name in names {
      var bytes = cache.bytes(name)
      let place = place < 0 ? bytes.count - 1 : place
      if isCut { bytes.removeSubrange(place...) } else { bytes[place] ^= 1 }
      cache.write(name, bytes: bytes)
    }
    folder.write("output/mine/index.html", "scribbled")
    #expect(build().errors.hasSuffix("Figures: 4 drawn, 0 reused.\n"))
    #expect((report == whole) == true)
    #expect(build().errors == Self.reused)
  }

  @Test func onlyTakesTheOthersFromTheCache() {
    #expect(build().code == 0)
    writeNotebook(epochs: 30)
    let known = build("--only", "doble")
    #expect(known.code == 0, "\(known.errors)")
    #expect(
      explanations(known) == [
        "“doble”: trained; changed: fit.", "“triple”: reused; nothing changed.",
      ])
    #expect(report["output/mine/weights/triple.npz"] != nil)
    #expect(report["output/mine/manifest.json"]?.contains("\"only\"") == false)
    let forced = build("--only", "triple", "--force")
    #expect(
      explanations(forced) == [
        "“doble”: reused; nothing changed.", "“triple”: trained; you asked for it with --force.",
      ])
    writeNotebook(epochs: 31)
    let before = report
    let refused = build("--only", "triple")
    #expect(refused.code == 73)
    #expect(refused.errors.hasPrefix("output/mine: "))
    #expect((report == before) == true)
  }

  @Test func aDivergedLessonIsTrainedEachTime() {
    writeNotebook(rate: "1e30")
    #expect(build().code == 65)
    let second = build()
    #expect(second.code == 65)
    #expect(explanations(second)[0].hasPrefix("“doble”: trained; "))
    #expect(second.output.hasPrefix("Done. "))
  }

  @Test func twoBuildsAtOnceShareTheCache() {
    let shell = Shell(folder: folder)
    var inner: Shell.Outcome?
    let outer = shell.run("mine", "--output", "one", cache: cache) { _ in
      inner = shell.run("mine", "--output", "two", cache: cache)
    }
    #expect(outer.code == 0)
    #expect(inner?.code == 0)
    #expect(build().errors == Self.reused)
  }

  @Test func figuresAreDrawnWhereSomethingTheyShowChanged() {
    func write(_ title: String, _ prose: String, _ figures: String) {
      writeNotebook(title: title, figures: figures)
      folder.write("mine/doble.es.md", prose)
    }
    func counts(_ outcome: Shell.Outcome) -> String? {
      outcome.errors.split(separator: "\n").first { $0.hasPrefix("Figures: ") }.map(String.init)
    }
    write("El doble", "Uno.\n", "[loss, fit, weights]")
    #expect(counts(build()) == "Figures: 6 drawn, 0 reused.")
    let first = report
    write("El doble", "Dos.\n", "[loss, fit, weights]")
    #expect(counts(build()) == "Figures: 0 drawn, 6 reused.")
    let pictures = first.filter { $0.key.contains("/figures/") }
    #expect(pictures.count == 6)
    #expect(pictures.allSatisfy { report[$0.key] == $0.value })
    // Other titles, data and lists of figures: what shows them is drawn, and nothing else.
    write("Dos veces", "Dos.\n", "[loss, fit, weights]")
    #expect(counts(build()) == "Figures: 3 drawn, 3 reused.")
    folder.write("mine/data/triple.csv", "x,y\n1,3\n2,6\n3,10\n")
    #expect(counts(build()) == "Figures: 3 drawn, 3 reused.")
    write("Dos veces", "Dos.\n", "[loss, fit, residuals, weights]")
    // The loss of the lesson that changed before is not beside an older one any more.
    #expect(counts(build()) == "Figures: 3 drawn, 5 reused.")
    // Into another folder without drawing, and the same bytes as with drawing.
    #expect(counts(build("--output", "elsewhere")) == "Figures: 0 drawn, 8 reused.")
    let reused = report
    #expect(counts(build("--force")) == "Figures: 8 drawn, 0 reused.")
    #expect((report == reused) == true)
  }

  @Test func aDamagedFigureIsDrawnAgain() {
    writeNotebook(figures: "[loss, weights]")
    #expect(build().code == 0)
    let whole = report
    for name in cache.contents.keys where name.contains("/figures/") {
      cache.write(name, "damaged")
    }
    folder.write("output/mine/index.html", "scribbled")
    #expect(build().errors.hasSuffix("Figures: 4 drawn, 0 reused.\n"))
    #expect((report == whole) == true)
    folder.write("output/mine/index.html", "scribbled")
    #expect(build().errors.hasSuffix("Figures: 0 drawn, 4 reused.\n"))
  }

  @Test func twoBuildsIntoOneTargetComeOneAfterTheOther() {
    writeNotebook(epochs: 20_000)
    let shell = Shell(folder: folder)
    var inner: Shell.Outcome?
    let outer = shell.run("mine", cache: cache) { _ in
      inner = shell.run("mine", cache: cache)
    }
    #expect(outer.code == 0, "\(outer.errors)")
    #expect(inner?.code == 0, "\(inner?.errors ?? "")")
    #expect(!folder.contents.keys.contains { $0.hasPrefix("output/.") })
    let together = report
    #expect(build("--force").code == 0)
    #expect((report == together) == true)
  }

  @Test func clearForgetsEverything() {
    let shell = Shell(folder: folder)
    #expect(build().code == 0)
    let holds = shell.run("cache", cache: cache)
    #expect(holds.code == 0)
    #expect(
      holds.output
        == "\(cache.path)/cuaderno: 5 files, 0.0 MB. Empty it with “cuaderno cache --clear”.\n")
    let cleared = shell.run("cache", "--clear", language: "es", cache: cache)
    #expect(cleared.output == "\(cache.path)/cuaderno: se borraron 5 archivos, 0.0 MB.\n")
    #expect(cache.contents.isEmpty)
    #expect(explanations(build())[0] == "“doble”: trained; I see it for the first time.")
  }
}
