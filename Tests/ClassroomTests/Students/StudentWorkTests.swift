import Archives
import Testing

@testable import Classroom

@Suite struct StudentWorkTests {
  private static let honest = [
    "datos.csv": ClassFixture.table, "respuestas.csv": ClassFixture.answers("4.61"),
  ]

  /// What others hand in, be it the same table, is nowhere in a student's own files.
  @Test func aStudentsFilesAreOfThatStudentAlone() throws {
    let alone = try ClassFixture([Self.honest, [:]]).made()[0]
    let twins = try ClassFixture([Self.honest, Self.honest]).made()
    #expect(twins[0].files.map(\.name) == alone.files.map(\.name))
    #expect(twins[0].files.map(\.bytes) == alone.files.map(\.bytes))
    let digest = try #require(twins[0].record.dataDigest)
    #expect(digest == twins[1].record.dataDigest)
    let hash = SHA256.hash(Array(ClassFixture.table.utf8)).hexadecimal
    for file in twins[0].files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      for secret in ["Alguien 2", digest, hash, "cuaderno:data"] {
        #expect(!text.contains(secret), "\(file.name)")
      }
    }
  }

  @Test func theFilesHaveTheSameNamesForEverybody() throws {
    let made = try ClassFixture([Self.honest, ["datos.csv": "ppm,stress\n60,alto\n"]]).made()
    #expect(
      made[0].files.map(\.name) == [
        "informe.es.html", "prediction.png", "loss.png", "result.json",
      ])
    #expect(made[1].files.map(\.name) == ["informe.es.html", "result.json"])
    #expect(made[1].record.status == .broken)
    #expect(made[0].record.status == .partial)
    #expect(made[0].files[0].bytes.count < 300_000)
  }

  /// As a teacher's spreadsheet is: a title, an empty row, an empty first column, other headers.
  @Test func aWorkbookIsATable() throws {
    let fixture = ClassFixture([["respuestas.csv": ClassFixture.answers("4.61")]])
    let tests = #filePath.split(separator: "/ClassroomTests/")[0]
    let workbook = try Files.read(
      "\(tests)/DatasetsTests/Fixtures/measurements.xlsx", limit: 1 << 20)
    fixture.folder.write(
      "entregas/Alguien 1_1_assignsubmission_file_/datos.xlsx", bytes: workbook)
    let record = try fixture.made()[0].record
    #expect(
      record.criteria.prefix(3).map(\.text) == [
        "Tu archivo «datos.xlsx» se leyó: 3 filas.", "Entregaste 3 filas; se pedían al menos 8.",
        "Línea 5: Nivel de estrés (1–10) = 0.3 está fuera de 1–10. En total, 3 valores están fuera.",
      ])
    #expect(record.prediction != nil)
  }

  /// Names and cells that are code stay text.
  @Test func whatStudentsWriteIsShownAndNotObeyed() throws {
    let name = "datos<img src=x onerror=alert(1)>.csv"
    let made = try ClassFixture([
      [
        name: "ppm,stress\n60,<script>alert(1)</script>\n",
        "respuestas.csv": "prediccion,<b>4</b>\n",
      ]
    ]).made()[0]
    let page = String(decoding: made.files[0].bytes, as: UTF8.self)
    for code in ["<script>alert", "<img src=x", "<b>4"] { #expect(!page.contains(code)) }
    #expect(page.contains("datos&lt;img src=x onerror=alert(1)&gt;.csv"))
  }
}
