import Archives
import Lessons
import Publishing
import TestSupport
import Testing

/// The answer file of a hand-out, handed in to a class.
@Suite struct ClassAnswersTests {
  private static func notebook(_ languages: String) -> String {
    """
    schema: 1
    id: mini
    languages: [\(languages)]
    title: {es: Mini, en: Mini}
    lessons:
      - id: recta
        title: {es: Recta, en: Line}
        data: {table: datos.csv, input: x, target: y}
        model: [{Dense: {units: 1}}]
        compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error}
        fit: {epochs: 300}
        predict: [10]
        exercises:
          - {id: diez, ask: {es: "¿Y para 10?", en: "And for 10?"}, kind: number, answer: "{{fixed2(predict.10)}}", tolerance: seeds}
          - id: corrida
            ask: {es: Tu corrida, en: Your run}
            kind: table
            columns: [{es: Qué, en: What}, {es: Cuánto, en: How much}]
            rows:
              - [{es: peso, en: weight}, {id: w, answer: "{{weight.0.0.0}}"}]
              - [{es: sesgo, en: bias}, {id: b, answer: "{{bias.0.0}}"}]
      - id: cierre
        title: {es: Cierre, en: Closing}
        exercises:
          - {id: porque, ask: {es: "¿Por qué?", en: "Why?"}, kind: text}
          - {id: signo, ask: {es: "¿Sube?", en: "Does it rise?"}, kind: choice, choices: [{es: sí, en: yes}, {es: no, en: no}], answer: a}

    """
  }

  /// What the button of a sheet saves, by what the sheet says of it.
  private static func saved(_ page: String, _ given: [String: String]) throws -> (
    name: String, bytes: [UInt8]
  ) {
    func attribute(_ name: String) throws -> String {
      let start = try #require(page.firstRange(of: " data-\(name)=\"")).upperBound
      return String(page[start...].prefix { $0 != "\"" })
    }
    var ids: [String] = []
    for match in page.matches(of: /data-id="([^"]+)"/) where !ids.contains(String(match.1)) {
      ids.append(String(match.1))
    }
    let file = AnswerFile(
      stem: "answers", question: try attribute("question"), answer: try attribute("answer"))
    return (
      try attribute("file"),
      file.write(ids.map { (id: $0, text: given[$0] ?? "") })
    )
  }

  @Test(
    arguments: [("es", "es, en"), ("es", "en, es"), ("en", "es, en"), ("en", "en, es")],
    [Language.es, .en])
  func `a class of either language takes the file of a sheet of either`(
    class kind: (language: String, notebook: String), sheet: Language
  ) throws {
    let shell = Shell(folder: TemporaryFolder())
    let cache = TemporaryFolder()
    func run(_ arguments: String...) -> Shell.Outcome {
      shell.run(arguments, language: "\(kind.language)_MX.UTF-8", cache: cache)
    }
    shell.folder.write("mini/notebook.yaml", Self.notebook(kind.notebook))
    shell.folder.write("mini/datos.csv", "x,y\n1,2\n2,4\n3,6\n")
    #expect(run("handout", "mini", "--output", "hoja").code == 0)
    let page = try #require(
      shell.folder.contents.first { $0.key.hasSuffix(".\(sheet.rawValue).html") }?.value)
    let (name, bytes) = try Self.saved(
      page,
      [
        "diez": "20,0", "corrida.w": "2.00", "corrida.b": "−0.01", "signo": "a",
        "porque": "=1+1; \"así\"\ny ya, ñ",
      ])
    #expect(name == (kind.notebook.hasPrefix("es") ? "respuestas.csv" : "answers.csv"))

    #expect(run("class", "new", "clase", "--from", "mini", "--lesson", "recta").code == 0)
    let (roster, submissions) =
      kind.language == "es" ? ("hoja.csv", "entregas") : ("worksheet.csv", "submissions")
    shell.folder.write(
      "clase/\(roster)", "Identificador,Nombre completo,Calificación\nParticipante1,Ana,\n")
    let rows = (1...20).map { "\($0),\(2 * $0)" }.joined(separator: "\n")
    let folder = "clase/\(submissions)/Ana_1_assignsubmission_file_"
    shell.folder.write("\(folder)/datos.csv", "x,y\n\(rows)\n")
    shell.folder.write("\(folder)/\(name)", bytes: bytes)
    let outcome = run("class", "build", "clase", "--output", "out")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let json = try #require(JSONReader.value(shell.folder.bytes("out/students/1/result.json")))
    #expect(json["claims"]?["prediction"]?.number == 20)
    #expect(json["claims"]?["weight"]?.number == 2)
    #expect(json["claims"]?["bias"]?.number == -0.01)
    let verdicts = json["criteria"]?.elements.compactMap { $0["verdict"]?.text } ?? []
    #expect(verdicts.dropLast().allSatisfy { ["passed", "failed"].contains($0) }, "\(verdicts)")
    let report = try #require(
      shell.folder.contents.first {
        $0.key.hasPrefix("out/students/1/") && $0.key.hasSuffix("html")
      }
    ).value
    // No line of the file is a riddle.
    for riddle in ["Ningún ejercicio", "No exercise", "porque", "signo"] {
      #expect(!report.contains(riddle), "\(riddle)")
    }
  }
}
