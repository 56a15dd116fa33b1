import Diagnostics
import Testing

@testable import Lessons

@Suite struct LinterTests {
  /// The lessons' part of a notebook with one lesson, columns x and y.
  private static func notebook(
    input: String = "x", columns: String = "{}", model: String = "[Dense: {units: 1}]",
    loss: String = "mean_squared_error", fit: String = "{epochs: 5}", more: String = ""
  ) -> String {
    """
    schema: 1
    id: n
    title: {es: "N", en: "N"}
    lessons:
      - id: recta
        title: {es: "R", en: "L"}
        data: {table: data.csv, input: \(input), target: y, columns: \(columns)}
        model: \(model)
        compile: {optimizer: adam, loss: \(loss)}
        fit: \(fit)
        \(more)
        figures: []
    """
  }

  /// `FILE:LINE: sentence` for each piece of advice.
  private func advice(_ table: String, _ language: Language = .en) throws -> [String] {
    try advice(Self.notebook(), table, language)
  }

  private func advice(
    _ yaml: String, _ table: String, _ language: Language = .en
  ) throws -> [String] {
    let folder = NotebookFolderFixture(notebook: yaml, table: table)
    let prepared = try Notebook.load(folder: folder.path).prepare()
    return Linter.advice(on: prepared).map { advice in
      let message = advice.message(in: language)
      let sentence = Messages.catalogue(language)[message.key, message.arguments]
      return "\(advice.place): \(sentence)".split(separator: folder.path + "/").joined()
    }
  }

  /// 1.8 x + 32, rounded to whole numbers as in the practical.
  private static let rounded = ["-40,-40", "-10,14", "0,32", "8,46", "15,59", "22,72", "38,100"]

  private static func table(_ rows: [String], header: String = "x,y") -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  private static let units = "{x: {unit: °C}, y: {unit: °F}}"

  @Test func aSoundTableIsLeftInPeace() throws {
    #expect(try advice(Self.table(Self.rounded)) == [])
    let noisy = ["1,2.1", "2,3.9", "3,6.2", "4,7.8", "5,10.1", "6,11.7", "7,14.2"]
    #expect(try advice(Self.table(noisy)) == [])
    // Five of these lie on a line to the last digit, by chance.
    let few = ["20,1.3", "40,2.4", "80,4.9", "100,6.3", "120,7.5", "140,8.7"]
    #expect(try advice(Self.table(few)) == [])
  }

  @Test func aSlipIsFoundByWhatTheOthersSay() throws {
    var rows = Self.rounded
    rows[3] = "8,45"
    #expect(
      try advice(Self.notebook(columns: Self.units), Self.table(rows))
        == [
          "data.csv:5: 45 °F is 1 °F off what the other rows say; 46? If it was measured well, leave "
            + "it."
        ])
    #expect(
      try advice(Self.notebook(columns: Self.units), Self.table(rows), .es)
        == [
          "data.csv:5: 45 °F se aparta 1 °F de lo que dicen las demás filas; ¿46? Si se midió bien, "
            + "déjalo."
        ])
  }

  /// What was typed for 59 at 15 °C, and what it should have been.
  @Test(arguments: [("95", "59"), ("590", "59"), ("5.9", "59"), ("-59", "59"), ("70", "59")])
  func aSlipOfTheHandIsGuessed(typed: String, meant: String) throws {
    var rows = Self.rounded
    rows[4] = "15,\(typed)"
    let found = try advice(Self.table(rows))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("data.csv:6: \(typed) is ") == true, "\(found)")
    #expect(
      found.first?.hasSuffix("; \(meant)? If it was measured well, leave it.") == true, "\(found)")
  }

  @Test func amongScatterOnlyWhatIsFarIsNamed() throws {
    var rows = (0..<30).map { row in
      // A line with errors of up to 0.4, always the same ones.
      let error = Double((row * 37) % 17 - 8) / 20
      return "\(row),\(Double(row) * 2 + 1 + error)"
    }
    #expect(try advice(Self.table(rows)) == [])
    rows[9] = "9,26.5"
    #expect(
      try advice(Self.table(rows)) == [
        "data.csv:11: 26.5 is 7.54 off what the other rows say: going by them, “y” would be 18.96. "
          + "Check the value; if it was measured well, leave it."
      ])
    #expect(
      try advice(Self.table(rows), .es) == [
        "data.csv:11: 26.5 se aparta 7.54 de lo que dicen las demás filas: según ellas, «y» sería "
          + "18.96. Revisa el dato; si está bien medido, déjalo."
      ])
  }

  @Test func rowsThatStandTwice() throws {
    let rows = ["1.25,2.5", "2.5,5.0", "3.75,7.5", "2.5,5.0", "5.5,11.0"]
    #expect(
      try advice(Self.notebook(columns: Self.units), Self.table(rows)) == [
        "data.csv:5: The row is the same as that of line 3 (2.5 °C, 5 °F). If it is one "
          + "measurement copied twice, remove one: it counts double. Rows repeated: 1."
      ])
    #expect(
      try advice(Self.table(rows), .es) == [
        "data.csv:5: La fila es igual a la de la línea 3 (2.5, 5). Si es la misma medición copiada "
          + "dos veces, quita una: cuenta doble. Filas repetidas: 1."
      ])
    // Where an input has several targets, two equal ones are nothing special.
    #expect(try advice(Self.table(["1,2", "1,3", "2,5", "2,5", "3,6", "3,7", "4,9", "4,8"])) == [])
  }

  @Test func aBlockPastedTwice() throws {
    let block = (1...5).map { "\($0),\($0 * 2)" }
    let rows = ["9,18", "8,16"] + block + ["7,14"] + block
    #expect(
      try advice(Self.table(rows)) == [
        "data.csv:10: From here on, 5 rows in a row are the same as those of lines 4 to 8. Were "
          + "they pasted twice?"
      ])
    #expect(
      try advice(Self.table(rows), .es) == [
        "data.csv:10: Desde aquí, 5 filas seguidas son iguales a las de las líneas 4 a 8. ¿Se "
          + "pegaron dos veces?"
      ])
  }

  @Test func columnsThatSayNothing() throws {
    let rows = ["1,5,2", "2,5,4.5", "3,5,6", "4,5,8.5", "5,5,10"]
    let yaml = Self.notebook(input: "[x, z]")
    #expect(
      try advice(yaml, Self.table(rows, header: "x,z,y")) == [
        "data.csv:2: “z” is 5 in every training row: the network cannot learn anything from that "
          + "column. Take it out of “input”, or measure at other values."
      ])
    #expect(
      try advice(yaml, Self.table(rows, header: "x,z,y"), .es) == [
        "data.csv:2: «z» vale 5 en todas las filas de entrenamiento: la red no puede aprender nada "
          + "de esa columna. Quítala de «input» o mide con otros valores."
      ])
    #expect(
      try advice(Self.table(["1,3", "2,3", "3,3"])) == [
        "data.csv:2: “y” is 3 in every training row: there is nothing to learn. Is it the right "
          + "column?"
      ])
    #expect(
      try advice(Self.table(["1,3", "2,3", "3,3"]), .es) == [
        "data.csv:2: «y» vale 3 en todas las filas de entrenamiento: no hay nada que aprender. ¿Es "
          + "la columna correcta?"
      ])
  }

  @Test func valuesThatAreNotPlausible() throws {
    let yaml = Self.notebook(
      columns: "{x: {unit: {es: lpm, en: bpm}, range: [30, 220]}}", more: "predict: [90, 400]")
    let table = Self.table(["60,3", "85,4.5", "700,5", "120,8.5", "100,6"])
    let english = try advice(yaml, table)
    #expect(
      english.prefix(2) == [
        "data.csv:4: “x” is 700 bpm, and “range” says that 30 to 220 bpm is plausible. Check the "
          + "value, or widen “range”.",
        "notebook.yaml:11: A prediction is asked for with “x” = 400 bpm, and “range” says that 30 "
          + "to 220 bpm is plausible. Check “predict”.",
      ])
    let spanish = try advice(yaml, table, .es)
    #expect(
      spanish.prefix(2) == [
        "data.csv:4: «x» vale 700 lpm, y «range» dice que es plausible de 30 a 220 lpm. Revisa el "
          + "dato, o amplía «range».",
        "notebook.yaml:11: Se pide predecir con «x» = 400 lpm, y «range» dice que es plausible de 30 "
          + "a 220 lpm. Revisa «predict».",
      ])
  }

  @Test func decimalSignsThatDiffer() throws {
    let table = "x;y\n1,5;2.5\n2,5;4.5\n3,5;7.0\n"
    #expect(
      try advice(table) == [
        "data.csv:2: “y” has decimal points and “x” decimal commas. They were read like that; if it "
          + "was not meant, use one sign in the whole table."
      ])
    #expect(
      try advice(table, .es) == [
        "data.csv:2: «y» usa punto decimal y «x» usa coma. Se leyeron así; si no era la intención, "
          + "usa el mismo signo en toda la tabla."
      ])
  }

  @Test func moreParametersThanRows() throws {
    let hidden = "[Dense: {units: 4, activation: relu}, Dense: {units: 1}]"
    let table = Self.table(["1,2.1", "2,3.9", "3,6.2", "4,7.8"])
    #expect(
      try advice(Self.notebook(model: hidden), table) == [
        "notebook.yaml:8: 4 rows train a model with 13 parameters to fit: it can learn the table by "
          + "heart. Get more rows, or use a smaller model."
      ])
    #expect(
      try advice(Self.notebook(model: hidden), table, .es) == [
        "notebook.yaml:8: Se entrena con 4 filas y el modelo tiene 13 parámetros que ajustar: puede "
          + "aprenderse la tabla de memoria. Consigue más filas o usa un modelo más chico."
      ])
    // Layers without activation are one line: two numbers, not 22.
    let linear = "[Dense: {units: 3}, Dense: {units: 3}, Dense: {units: 1}]"
    #expect(try advice(Self.notebook(model: linear), table) == [])
  }

  @Test func aSplitOfSortedRows() throws {
    let rows = ["1,2.1", "2,3.9", "3,6.2", "4,7.8", "5,10.1", "6,11.7", "7,14.2", "8,16.1"]
    let yaml = Self.notebook(fit: "{epochs: 5, validation_split: 0.25}")
    #expect(
      try advice(yaml, Self.table(rows)) == [
        "notebook.yaml:10: The rows are in the order of “x”, and “validation_split” takes the last "
          + "ones (2: from 7 to 8): it validates where nothing was trained. Shuffle the rows, or use "
          + "“test” with “validation: test”."
      ])
    #expect(
      try advice(yaml, Self.table(rows), .es) == [
        "notebook.yaml:10: Las filas están ordenadas por «x» y «validation_split» aparta las últimas "
          + "(2: de 7 a 8): se valida donde no se entrenó. Desordena las filas, o usa «test» con "
          + "«validation: test»."
      ])
    #expect(
      try advice(yaml, Self.table([rows[3], rows[0]] + rows[4...] + [rows[1], rows[2]])) == [])
  }

  @Test func aClassWithoutExamples() throws {
    let yaml = Self.notebook(
      model: "[Dense: {units: 3, activation: softmax}]",
      loss: "sparse_categorical_crossentropy")
    let rows = (1...8).map { "\($0),\($0 % 2 * 2)" }
    #expect(
      try advice(yaml, Self.table(rows)) == [
        "notebook.yaml:8: No training row has “y” = 1: the network cannot learn that class. Classes "
          + "without examples: 1."
      ])
    #expect(
      try advice(yaml, Self.table(rows), .es) == [
        "notebook.yaml:8: Ninguna fila de entrenamiento tiene «y» = 1: la red no puede aprender esa "
          + "clase. Clases sin ejemplos: 1."
      ])
  }

  @Test func predictionsOutsideTheData() throws {
    let yaml = Self.notebook(columns: Self.units, more: "predict: [100, 0, 50]")
    #expect(
      try advice(yaml, Self.table(Self.rounded)) == [
        "notebook.yaml:11: Predictions outside the data: “x” = 100 °C, 50 °C, and training goes "
          + "from -40 to 38 °C. The network extrapolates, and the report says so."
      ])
    #expect(
      try advice(yaml, Self.table(Self.rounded), .es) == [
        "notebook.yaml:11: Se predice fuera de los datos: «x» = 100 °C, 50 °C, y se entrena de -40 "
          + "a 38 °C. La red extrapola, y el informe lo dice."
      ])
  }

  @Test func theBundledNotebookHasNotesOnly() throws {
    let notebook = try Notebook.load(
      folder: Messages.root + "/templates/notebooks/practica-tensorflow")
    let advice = Linter.advice(on: try notebook.prepare())
    #expect(advice.map(\.rule) == [.extrapolation, .extrapolation, .extrapolation, .extrapolation])
    #expect(
      advice.map(\.lesson) == ["celsius", "celsius-hidden", "stress", "stress-normalized"])
  }

  /// Table values: two-sided, 0.01 / n.
  @Test(arguments: [(7, 4, 5.6), (30, 27, 4.05), (60, 57, 4.0), (1000, 997, 4.43)])
  func theThresholdGrowsWithTheRows(count: Int, freedom: Int, value: Double) {
    #expect(abs(FarRowRule.critical(count: count, freedom: freedom) - value) < 0.25 * value)
  }
}
