import Datasets
import Diagnostics
import Testing

@testable import Lessons

@Suite struct AnswerSheetTests {
  static let blanks: [ExerciseBlank] = [
    ExerciseBlank(id: "cero", kind: .number, ask: LocalizedText([.es: "¿0 °C?"])),
    ExerciseBlank(id: "lotes", kind: .number, ask: LocalizedText([.es: "¿Lotes?"])),
    ExerciseBlank(
      id: "corrida.perdida-final", kind: .number, ask: LocalizedText([.es: "¿Pérdida?"])),
    ExerciseBlank(id: "por-que", kind: .text, ask: LocalizedText([.es: "¿Por qué?"])),
    ExerciseBlank(
      id: "culpable", kind: .choice, ask: LocalizedText([.es: "¿Cuál?"]),
      choices: [
        LocalizedText([.es: "El peso", .en: "The weight"]),
        LocalizedText([.es: "El sesgo", .en: "The bias"]),
      ]),
  ]

  private func read(_ text: String, region: Region = .mx) throws -> AnswerSheet {
    try AnswerSheet.read(
      bytes: Array(text.utf8), path: "respuestas.csv", blanks: Self.blanks, region: region)
  }

  private func number(_ sheet: AnswerSheet, _ id: String, near expected: Double) -> Double? {
    sheet[id]?.number(near: expected)
  }

  /// The same answers as a file in every shape that students send.
  static let shapes: [(name: String, text: String)] = [
    (
      "as the form writes it",
      "\u{feff}pregunta,respuesta\r\ncero,31.9\r\npor-que,\"porque sí, y ya\"\r\n"
    ),
    ("English", "question,answer\ncero,31.9\npor-que,\"porque sí, y ya\"\n"),
    ("semicolons and decimal commas", "pregunta;respuesta\ncero;31,9\npor-que;porque sí, y ya\n"),
    ("tabs", "Pregunta\tRespuesta\nCero\t 31,9 °F \nPor que\tporque sí, y ya\n"),
    (
      "another order and a column more",
      "nombre,respuesta,pregunta\nAna,31.9,cero\nAna,\"porque sí, y ya\",por-que\n"
    ),
    (
      "decimal comma between commas, unquoted",
      "pregunta,respuesta\ncero,31,9\npor-que,porque sí, y ya\n"
    ),
    ("no header", "cero,31.9\npor-que,\"porque sí, y ya\"\n"),
    ("a title row", "Práctica 5\n\npregunta,respuesta\ncero,31.9\npor-que,\"porque sí, y ya\"\n"),
    ("lines", "Hola, mis respuestas:\n- cero: 31.9\n- POR_QUÉ = porque sí, y ya\n"),
    ("sep line", "sep=;\npregunta;respuesta\ncero;31,9\npor-que;porque sí, y ya\n"),
  ]

  @Test(arguments: shapes)
  func `the same answers in every shape`(shape: (name: String, text: String)) throws {
    let sheet = try read(shape.text)
    #expect(number(sheet, "cero", near: 31.9) == 31.9)
    #expect(sheet["por-que"]?.value == .text("porque sí, y ya"))
    #expect(sheet.problems.isEmpty)
    #expect(sheet.unanswered == ["lotes", "corrida.perdida-final", "culpable"])
  }

  @Test func `answers keep their line and their text`() throws {
    let sheet = try read("pregunta,respuesta\nlotes,\ncero,\" 4,5 °F\"\n")
    #expect(
      sheet.answers == [
        GivenAnswer(
          id: "cero", text: "4,5 °F", line: 3,
          value: .number(readings: [WrittenNumber.Reading(value: 4.5, decimals: 1)], unit: "°F"))
      ])
  }

  @Test func `a number with two readings keeps both, the region's first`() throws {
    let text = "pregunta;respuesta\nlotes;1,875\n"
    let whole = WrittenNumber.Reading(value: 1875, decimals: 0)
    let decimal = WrittenNumber.Reading(value: 1.875, decimals: 3)
    #expect(try read(text)["lotes"]?.value == .number(readings: [whole, decimal], unit: ""))
    #expect(
      try read(text, region: .es)["lotes"]?.value == .number(readings: [decimal, whole], unit: ""))
    #expect(number(try read(text), "lotes", near: 1875) == 1875)
    #expect(number(try read(text), "lotes", near: 2) == 1.875)
  }

  @Test func `a percentage is also its share`() throws {
    #expect(
      try read("cero: 90 %\n")["cero"]?.value
        == .number(
          readings: [
            WrittenNumber.Reading(value: 90, decimals: 0),
            WrittenNumber.Reading(value: 0.9, decimals: 2),
          ], unit: "%"))
  }

  @Test(arguments: ["b", "B)", "(b)", "b.", "el sesgo", "EL SESGO", "The bias", "b) el sesgo"])
  func `a choice by letter or words`(text: String) throws {
    #expect(try read("pregunta,respuesta\nculpable,\(text)\n")["culpable"]?.value == .choice(1))
  }

  @Test func `a written answer over several lines`() throws {
    let sheet = try read("por-que: porque sí.\nNota: y ya.\n\ncero: 31.9\n")
    #expect(sheet["por-que"]?.value == .text("porque sí.\nNota: y ya."))
    #expect(number(sheet, "cero", near: 31.9) == 31.9)
    let quoted = try read("pregunta,respuesta\npor-que,\"uno\ndos\"\n")
    #expect(quoted["por-que"]?.value == .text("uno\ndos"))
  }

  @Test func `a repeated answer counts once`() throws {
    let sheet = try read("pregunta,respuesta\ncero,31.9\ncero,31.9\n")
    #expect(number(sheet, "cero", near: 0) == 31.9)
    #expect(sheet.problems.isEmpty)
  }

  static let problems: [(String, String, String)] = [
    (
      "pregunta,respuesta\ncero,31.9\npromedio,4\n",
      "respuestas.csv:3: Ningún ejercicio se llama «promedio». Copia el nombre de la pregunta tal como está en la hoja.",
      "respuestas.csv:3: No exercise is called “promedio”. Copy the question's name exactly as it stands on the sheet."
    ),
    (
      "pregunta,respuesta\nzero,31.9\n",
      "respuestas.csv:2: Ningún ejercicio se llama «zero». ¿Quisiste decir «cero»?",
      "respuestas.csv:2: No exercise is called “zero”. Did you mean “cero”?"
    ),
    (
      "pregunta,respuesta\ncero,31.9\nCero,32\n",
      "respuestas.csv:3: Hay dos respuestas distintas a «cero»; la otra está en la línea 2. Deja solo una.",
      "respuestas.csv:3: There are two different answers to “cero”; the other one is on line 2. Leave only one."
    ),
    (
      "pregunta,respuesta\ncero,entre 30 y 32\n",
      "respuestas.csv:2: La respuesta a «cero» debe ser un solo número, como 31.9 o 4,5 °F, y dice «entre 30 y 32».",
      "respuestas.csv:2: The answer to “cero” must be one number, such as 31.9 or 4.5 °F, and it says “entre 30 y 32”."
    ),
    (
      "pregunta,respuesta\nculpable,a veces\n",
      "respuestas.csv:2: La respuesta a «culpable» debe ser una de las opciones (a, b) y dice «a veces».",
      "respuestas.csv:2: The answer to “culpable” must be one of the choices (a, b), and it says “a veces”."
    ),
  ]

  @Test(arguments: problems)
  func `problems are named and nothing is guessed`(text: String, es: String, en: String) throws {
    let sheet = try read(text)
    #expect(sheet.problems.count == 1)
    let problem = try #require(sheet.problems.first)
    for (language, sentence) in [(Language.es, es), (.en, en)] {
      let catalogue = Messages.catalogue(language)
      let line = "\(problem.place!): \(catalogue[problem.message.key, problem.message.arguments])"
      #expect(line == sentence)
    }
    let contradicted = try read("pregunta,respuesta\ncero,1\ncero,2\n")
    #expect(contradicted["cero"] == nil)
    #expect(contradicted.unanswered.contains("cero"))
  }

  @Test func `what is no answer file keeps the table's own error`() {
    #expect(throws: TableError.self) { try read("celsius,fahrenheit\n1,2\n") }
    #expect(throws: TableError.self) { try read("") }
    #expect(throws: TableError.self) { try read("cero: 1\u{0}\n") }
  }

  @Test func `what is written is read back`() throws {
    let texts = [("cero", "31,9"), ("por-que", "uno, \"dos\"\ntres; ñ "), ("culpable", "b")]
    let spanish = AnswerFile(stem: "respuestas", question: "pregunta", answer: "respuesta")
    let english = AnswerFile(stem: "answers", question: "question", answer: "answer")
    for file in [spanish, english] {
      let bytes = file.write(texts.map { (id: $0.0, text: $0.1) })
      let sheet = try AnswerSheet.read(
        bytes: bytes, path: "a", blanks: Self.blanks, region: .mx)
      #expect(sheet.problems.isEmpty)
      #expect(sheet["cero"]?.number(near: 31.9) == 31.9)
      #expect(sheet["por-que"]?.text == "uno, \"dos\"\ntres; ñ")
      #expect(sheet["culpable"]?.value == .choice(1))
    }
    let plain = spanish.write([(id: "cero", text: "31.9")])
    #expect(plain == [0xef, 0xbb, 0xbf] + Array("pregunta,respuesta\r\ncero,31.9\r\n".utf8))
    #expect(spanish.name == "respuestas.csv")
    #expect(english.patterns == ["answers*.csv", "answers*.xlsx", "answers*.txt"])
  }
}
