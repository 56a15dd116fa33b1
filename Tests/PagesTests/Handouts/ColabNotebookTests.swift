import Testing

@testable import Lessons
@testable import Pages
@testable import Prose
@testable import Publishing

@Suite struct ColabNotebookTests {
  private func cells(_ edition: HandoutEdition) throws -> [JSONValue] {
    let file = try #require(try BundledHandout.files(edition, .ipynb).first)
    let json = try #require(JSONReader.value(Array(file.text.utf8)))
    #expect(json["nbformat"]?.number == 4 && json["nbformat_minor"]?.number == 5)
    #expect(json["metadata"]?["kernelspec"]?["name"]?.text == "python3")
    return json["cells"]?.elements ?? []
  }

  private func source(_ cell: JSONValue) -> String {
    (cell["source"]?.elements ?? []).compactMap(\.text).joined()
  }

  private func code(_ edition: HandoutEdition) throws -> [String] {
    try cells(edition).filter { $0["cell_type"]?.text == "code" }.map(source)
  }

  @Test(arguments: HandoutEdition.allCases)
  func `cells have ids of their own and no output`(edition: HandoutEdition) throws {
    let cells = try cells(edition)
    let ids = cells.compactMap { $0["id"]?.text }
    #expect(ids.count == cells.count && Set(ids).count == ids.count)
    for cell in cells where cell["cell_type"]?.text == "code" {
      #expect(cell["outputs"] == .array([]) && cell["execution_count"] == .null)
    }
  }

  @Test func `students write the steps of the exercises, teachers read them`() throws {
    let student = try code(.student)
    #expect(student.contains("# TU CÓDIGO AQUÍ: Definir el modelo\n"))
    #expect(student.contains { $0.contains("modelo.compile(") })
    #expect(!student.contains { $0.contains("Conv2D") || $0.contains("Normalization") })
    let teacher = try code(.teacher)
    #expect(!teacher.contains { $0.contains("TU CÓDIGO AQUÍ") })
    #expect(teacher.contains { $0.contains("tf.keras.layers.Conv2D(32, (3, 3)") })
    #expect(teacher.contains { $0.contains("Normalization") })
  }

  @Test(arguments: HandoutEdition.allCases)
  func `the table that the code reads is in the notebook`(edition: HandoutEdition) throws {
    let code = try code(edition)
    let writing = try #require(
      code.firstIndex { $0.contains("open(\"data/biometric.csv\", \"w\"") })
    let reading = try #require(
      code.firstIndex { $0.contains("pd.read_csv(\"data/biometric.csv\")") })
    #expect(writing < reading)
    #expect(code[writing].contains("os.makedirs(\"data\", exist_ok=True)"))
    let rows = code[writing].split(separator: "\n").filter { $0.contains(/^[0-9.]+,[0-9.]+$/) }
    #expect(rows.count == BundledHandout.results["stress"]?.regression?.targets.count)
  }

  @Test func `text has the questions, with room or with the key`() throws {
    let student = try cells(.student).map(source).joined(separator: "\n")
    #expect(student.contains("**Tu respuesta:**") && !student.contains("**R:**"))
    let teacher = try cells(.teacher).map(source).joined(separator: "\n")
    #expect(teacher.contains("> **R:** 31.5\u{a0}°F"))
    #expect(teacher.contains("**Versión del docente. No distribuir.**"))
  }

  @Test func `plain text means nothing in Markdown`() {
    #expect(MarkdownText.escaped("a*b_c<d>|`#$\n[x]") == "a\\*b\\_c\\<d\\>\\|\\`\\#\\$ \\[x\\]")
  }
}
