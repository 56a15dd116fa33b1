import TestSupport
import Testing

@Suite struct CompareTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  private func writeResults(_ name: String, _ id: String = "recta", loss: String, output: String) {
    folder.write(
      "\(name)/results.json",
      """
      {"schema": 1, "notebook": "n", "seed": 7, "lessons": [{"id": "\(id)", \
      "history": {"loss": [9, \(loss)]}, "predictions": [{"input": [100], "output": [\(output)]}], \
      "evaluation": {"loss": 0.125}, "figures": []}]}
      """)
  }

  init() {
    writeResults("a", loss: "0.25", output: "211.5")
    writeResults("b", loss: "0.255", output: "1211.25")
  }

  @Test func theTableHasALineForEachMetric() {
    let outcome = shell.run("compare", "a", "b", "--tolerance", "0.01")
    #expect(outcome.code == 1)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        “recta”
                                A         B  difference
          loss               0.25     0.255       0.005
          evaluation.loss   0.125     0.125           0
          predictions[100]  211.5  1,211.25      999.75 *
        Moved by more than the tolerance (0.01): 1.

        """)
  }

  @Test func inSpanishAsWell() {
    let outcome = shell.run("compare", "a", "b", "--tolerance", "1000", language: "es_MX.UTF-8")
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "«recta»")
    #expect(lines.dropFirst().first?.hasSuffix("diferencia") == true)
    #expect(lines.last == "Nada se movió más que la tolerancia (1,000).")
    writeResults("c", "otra", loss: "1", output: "1")
    let other = shell.run("compare", "a", "c", language: "es")
    #expect(other.code == 1)
    #expect(
      other.output
        == "«recta» solo está en A.\n«otra» solo está en B.\nSe movieron más que la tolerancia (0): 2.\n"
    )
  }

  @Test func withoutAToleranceAnyMoveCounts() {
    #expect(shell.run("compare", "a", "a").code == 0)
    let outcome = shell.run("compare", "a", "b")
    #expect(outcome.code == 1)
    #expect(outcome.output.hasSuffix("Moved by more than the tolerance (0): 2.\n"))
  }

  @Test func jsonIsForPrograms() {
    let outcome = shell.run("compare", "a", "b", "--tolerance", "0.01", "--json", language: "es")
    #expect(outcome.code == 1)
    #expect(
      outcome.output.hasPrefix(
        """
        {
          "schema": 1,
          "tolerance": 0.01,
          "moved": true,
          "lessons": [
            {
              "id": "recta",
              "in": ["a", "b"],
              "metrics": [
                {
                  "name": "loss",
                  "a": 0.25,
                  "b": 0.255,
                  "difference": 0.005

        """.dropLast()), "\(outcome.output)")
  }

  @Test func whatIsNotAReportIsSaid() {
    let missing = shell.run("compare", "a", "none")
    #expect(missing.code == 66)
    #expect(missing.errors.hasPrefix("none/results.json: "))
    #expect(missing.output == "")
    folder.write("bad/results.json", "{}")
    let english = shell.run("compare", "a", "bad")
    #expect(english.code == 65)
    #expect(
      english.errors
        == "bad/results.json: This is not a results.json of Cuaderno. Name the folder of a report.\n"
    )
    #expect(
      shell.run("compare", "bad", "a", language: "es").errors
        == "bad/results.json: Esto no es un results.json de Cuaderno. Indica la carpeta de un informe.\n"
    )
    let negative = shell.run("compare", "a", "b", "--tolerance=-1", language: "es")
    #expect(negative.code == 64)
    #expect(
      negative.errors.hasPrefix("Error: --tolerance es un número finito desde 0; recibí -1.0."))
  }
}
