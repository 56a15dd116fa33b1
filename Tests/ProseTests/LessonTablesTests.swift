import Lessons
import Neural
import TestSupport
import Testing

@testable import Prose

@Suite struct LessonTablesTests {
  /// Rows of a table as text, cells parted by a bar.
  private func rows(
    _ table: String, _ lesson: String = "celsius", _ results: [LessonResult]? = nil,
    language: Language = .es
  ) throws -> [String] {
    let values = try Fixture.values(results, language: language)
    let html = ProseRenderer(values: values).block(.table(table), lesson: lesson)
    return html.split(separator: "<tr>").dropFirst().map { row in
      row.split(separator: "\n")[0].split(separator: "<").compactMap { cell in
        cell.hasPrefix("/")
          ? nil
          : cell.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false).last
            .map(String.init)
      }.joined(separator: "|")
    }
  }

  @Test func dataWithLabelsAndUnits() throws {
    let found = try rows("data")
    #expect(found.prefix(2) == ["Temperatura (°C)|Temperatura (°F)", "−40|−40"])
    #expect(found.count == 8)
    #expect(try rows("data", language: .en)[0] == "Temperature (°C)|Temperature (°F)")
    #expect(try rows("head").count == 6)
  }

  @Test func heldOutRowsAreMarked() throws {
    let found = try rows("data", "normal")
    #expect(found[1] == "−40|−40|entrenamiento")
    #expect(found[2] == "−10|14|prueba")
  }

  @Test func longTablesAreCutAndSaySo() throws {
    var result = Fixture.celsiusResult()
    result.regression?.inputs = (0..<250).map { [Double($0) / 4] }
    result.regression?.targets = (0..<250).map { Double($0) }
    result.regression?.isTest = (0..<250).map { _ in false }
    let values = try Fixture.values([result])
    let html = ProseRenderer(values: values).block(.table("data"), lesson: "celsius")
    #expect(html.contains("<caption>Los datos: las primeras 100 filas de 250</caption>"))
    #expect(html.contains("<td class=\"n\">0.25"))
    #expect(html.contains("<td class=\"n\">0.00"))
    #expect(try rows("data", "celsius", [result]).count == 101)
  }

  @Test func describeGivesWhatPandasGives() throws {
    #expect(
      try rows("describe").dropFirst() == [
        "Cuántos|7|7", "Media|4.71|40.43", "Desviación estándar|25.04|45.02",
        "Mínimo|−40.00|−40.00", "Mediana|8.00|46.00", "Máximo|38.00|100.00",
      ])
  }

  @Test func theUntrainedNetworksErrors() throws {
    let found = try rows("untrained")
    #expect(found[1] == "−40|−40|−67.5|−27.5|756.25")
    #expect(found[4] == "8|46|18.9|−27.1|734.41")
    #expect(found.last?.hasPrefix("Promedio (ECM)") == true)
    #expect(found.last?.hasSuffix("753.18") == true)
  }

  @Test func predictionsBesideLeastSquaresAndTheExactLaw() throws {
    #expect(
      try rows("predictions")
        == [
          "Temperatura (°C)|Red (°F)|Mínimos cuadrados (°F)|Fórmula exacta (°F)|Red − exacto (°F)|Nota",
          "100.0|211.741|211.747|212.000|−0.259|extrapolación",
          "0.0|31.902|31.953|32.000|−0.098|", "−40.0|−40.033|−39.965|−40.000|−0.033|",
          "36.5|97.543|97.578|97.700|−0.157|",
        ])
    #expect(
      try rows("predictions", "normal")[0]
        == "Temperatura (°C)|Red (°F)|Mínimos cuadrados (°F)|Nota")
  }

  @Test func progressEndsWithTheLastEpoch() throws {
    let found = try rows("progress")
    #expect(found.count == 3)
    // The loss of those very weights, not the one that Keras measures before the update.
    #expect(found[1] == "1|0.6000|0.10|2,177.450|60.10|0.10|−23.90|22.00")
    #expect(found[2] == "4|1.7984|31.90|0.065|211.74|31.90|−40.03|97.54")
  }

  @Test(arguments: [
    (1, [1]), (20, Array(1...20)), (21, [1, 2, 5, 10, 20, 21]),
    (1000, [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]),
  ])
  func historyShowsTheEpochsWorthARow(count: Int, shown: [Int]) {
    #expect(LessonTables.shownEpochs(count) == shown)
  }

  @Test func historyHasAColumnASeries() throws {
    #expect(
      try rows("history", "fashion").prefix(2) == [
        "Época|Pérdida|Exactitud|Pérdida de validación|Exactitud de validación",
        "1|0.5000|0.8200|0.4000|0.8000",
      ])
    let tiny = Fixture.celsiusResult(losses: [1, 0.000012345])
    #expect(try rows("history", "celsius", [tiny])[2] == "2|1.235 × 10⁻⁵")
  }

  @Test func weightsByLayer() throws {
    #expect(
      try rows("weights", "celsius-hidden").dropFirst().prefix(2)
        == ["Entrada 1|2.0000|−1.0000", "Sesgo|0.5000|−0.5000"])
    #expect(
      try rows("weights", "fashion").contains("peso|3 × 3 × 1 × 2|18|0.2500|0.2500"))
    #expect(
      try rows("weights", "normal").contains("media|1|1|5.0000|5.0000"))
  }

  @Test func classesInThePagesLanguage() throws {
    #expect(try rows("classes", "fashion")[1] == "0|Playera/top|20,000|1|100.0%")
    #expect(try rows("classes", "fashion", language: .en)[3] == "2|Shirt|20,000|2|50.0%")
  }

  @Test func cellsAreEscaped() {
    let table = HTMLTable(
      caption: "<a \"b\">", columns: [.init("<th>")], rows: [["<script>"]], footer: ["&"])
    #expect(
      table.html == """
        <div class="scroll" tabindex="0" role="group" aria-label="&lt;a &quot;b&quot;&gt;">
        <table class="data">
        <caption>&lt;a &quot;b&quot;&gt;</caption>
        <thead>
        <tr><th scope="col" class="n">&lt;th&gt;
        </thead>
        <tbody translate="no">
        <tr><td class="n">&lt;script&gt;
        </tbody>
        <tfoot translate="no">
        <tr><td class="n">&amp;
        </tfoot>
        </table>
        </div>

        """)
  }
}
