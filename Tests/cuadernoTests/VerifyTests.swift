import Archives
import TestSupport
import Testing

/// Reports of a small notebook, verified by the program, as they are and altered.
@Suite struct VerifyTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  init() {
    folder.write(
      "mia/notebook.yaml",
      """
      schema: 1
      id: recta
      title: {es: "Recta"}
      lessons:
        - id: doble
          title: {es: "El doble"}
          data: {table: data/doble.csv, input: x, target: y}
          model:
            - Dense: {units: 1}
          compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
          fit: {epochs: 20}
          predict: [10]
          figures: [loss, weights]
      """)
    folder.write("mia/data/doble.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n")
    let built = shell.run("mia", "--output", "r", "--quiet")
    precondition(built.code == 0, built.errors)
  }

  private func verify(_ name: String, _ options: String..., language: String = "en") -> String {
    let outcome = shell.run(
      ["verify", name, "--notebook", "mia"] + options, language: language)
    return "\(outcome.code) \(outcome.output)\(outcome.errors)"
  }

  private func reproduced(_ name: String) -> String {
    "0 \(name): REPRODUCED. Trained and drawn again here, with the same result to the last pixel.\n"
  }

  private static let onlyProof = "Only “reproduced” is proof of where a result comes from.\n"

  private func intact(_ name: String, _ reason: String) -> String {
    "1 \(name): INTACT, no more. It fits the hashes in it, but anyone can make such a file.\n"
      + "  \(reason)\n\(Self.onlyProof)"
  }

  private func altered(_ name: String, _ faults: String...) -> String {
    "1 \(name): ALTERED. It does not fit the hashes in it.\n"
      + faults.map { "  \($0)\n" }.joined() + Self.onlyProof
  }

  private func bytes(_ name: String) -> [UInt8] {
    (try? Files.read("\(folder.path)/\(name)", limit: 1 << 24)) ?? []
  }

  @Test func genuineOnesAreMadeAgain() {
    let pack = shell.run("figures", "mia", "--scale", "1", "--output", "p", "--seed", "9")
    #expect(pack.code == 0)
    for name in [
      "r", "r/index.html", "r/informe.es.html", "r/figures/es/doble-loss.png", "p",
      "p/doble-weights.es.png",
    ] {
      #expect(verify(name) == reproduced(name))
    }
    // Nothing is left behind, and the report was not touched.
    #expect(shell.run("mia", "--output", "r").output.hasPrefix("Done."))
  }

  @Test func aReportRemembersWhatItWasComparedWith() {
    folder.write("mia/data/doble.csv", "x,y\n1,2\n2,4\n3,6\n4,9\n")
    #expect(shell.run("mia", "--output", "r", "--quiet").code == 0)
    #expect(folder.contents["r/previous.json"] != nil)
    #expect(verify("r") == reproduced("r"))
  }

  @Test func theDataOfThenCanBeGiven() {
    let name = "r/figures/es/doble-loss.png"
    folder.write("then.csv", "x,y\n1,2\n2,4\n3,6\n4,8\n")
    folder.write("mia/data/doble.csv", "x,y\n1,2\n2,4\n3,6\n4,9\n")
    let reason =
      "Made again, it came out different because these files of the notebook are not the same: data/doble.csv."
    #expect(verify("r") == intact("r", reason))
    #expect(
      verify(name)
        == intact(
          name,
          "Made again, the picture came out different. It was edited, or made from other data or by another version."
        ))
    #expect(verify("r", "--data", "then.csv") == reproduced("r"))
    #expect(verify(name, "--data", "then.csv") == reproduced(name))
    #expect(
      verify("r/index.html", "--data", "then.csv") == reproduced("r/index.html"))
    #expect(
      verify("r", "--data", "mia/data/doble.csv")
        == intact(
          "r", "It was not made again: mia/data/doble.csv is not a table that it was made from."))
    #expect(
      verify("r", "--data", "none.csv").hasPrefix("66 none.csv: "))
  }

  @Test func withoutItsNotebookNothingIsProved() {
    let outcome = shell.run("verify", "r", language: "es")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        r: ÍNTEGRO, nada más. Coincide con las huellas que lleva dentro, pero cualquiera puede hacer un archivo así.
          No se volvió a hacer: no tengo el cuaderno «recta». Indica su carpeta con --notebook.
        Solo «reproducido» prueba de dónde viene un resultado.

        """)
    let other = shell.run("verify", "r", "--notebook", "practica-tensorflow", language: "en")
    #expect(
      other.output.contains(
        "it comes from the notebook “recta”, and this one is “practica-tensorflow”."))
  }

  /// Sealed anew by somebody who read how: intact, and no proof.
  @Test func aForgeryIsNotReproduced() {
    let page = String(decoding: bytes("r/informe.es.html"), as: UTF8.self)
    let mark = "<meta name=\"cuaderno:seal\" content=\""
    let start = page.firstRange(of: mark)!.upperBound
    let zeros = String(repeating: "0", count: 64)
    let blank = "\(page[..<start])\(zeros)\(page[page.index(start, offsetBy: 64)...])"
    let forged = blank.replacing("El doble", with: "El triple")
    let seal = SHA256.hash(Array(forged.utf8)).hexadecimal
    folder.write("forged.html", forged.replacing(mark + zeros, with: mark + seal))
    #expect(verify("forged.html").hasPrefix("1 forged.html: INTACT, no more."))
  }

  @Test func whatWasEditedIsNamed() {
    folder.write("r/results.json", "{}")
    folder.delete("r/index.html")
    #expect(
      verify("r")
        == altered("r", "index.html is missing.", "results.json is not as it was written."))
    folder.delete("r/results.json")
    folder.link("r/results.json", to: "manifest.json")
    #expect(
      verify("r", language: "es")
        == """
        1 r: ALTERADO. No coincide con las huellas que lleva dentro.
          Falta index.html.
          «results.json» no es un archivo del informe.
        Solo «reproducido» prueba de dónde viene un resultado.

        """)
  }

  /// A page, a picture and a manifest, each with one byte changed in many places.
  @Test func oneChangedByteIsEnough() {
    for (name, verdicts) in [
      ("r/informe.es.html", [altered("x.html", "What it says about itself was edited.")]),
      (
        "r/figures/es/doble-loss.png",
        [
          altered("x.html", "What it says about itself was edited."),
          "1 x.html: NOT OURS. Nothing in it says that Cuaderno made it.\n\(Self.onlyProof)",
        ]
      ),
    ] {
      let whole = bytes(name)
      for part in 1...8 {
        var copy = whole
        copy[whole.count * part / 9] ^= 2
        folder.write("x.html", bytes: copy)
        #expect(verdicts.contains(verify("x.html")), "\(name) at \(whole.count * part / 9)")
      }
    }
  }

  @Test func othersFilesAreNotOurs() {
    folder.write("plain.html", "<!doctype html><p>Hola")
    #expect(
      verify("plain.html", language: "es")
        == "1 plain.html: NO ES NUESTRO. Nada en él dice que lo haya hecho Cuaderno.\n"
        + "Solo «reproducido» prueba de dónde viene un resultado.\n")
    #expect(verify("none").hasPrefix("66 none: "))
    #expect(verify("").hasPrefix("64 "))
  }

  @Test func jsonIsForPrograms() {
    folder.write("r/results.json", "{}")
    let outcome = shell.run("verify", "r", "--json", language: "es")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        {
          "schema": 1,
          "verdict": "altered",
          "details": [
            {
              "key": "verify.fault.changed",
              "name": "results.json"
            }
          ]
        }

        """)
  }
}
