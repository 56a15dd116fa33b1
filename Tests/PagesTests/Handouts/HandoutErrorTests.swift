import Diagnostics
import TestSupport
import Testing

@testable import Lessons
@testable import Pages

/// What is refused in a hand-out's text before anything is trained, literally.
@Suite struct HandoutErrorTests {
  private static let yaml = """
    schema: 1
    id: hoja
    languages: [es]
    title: {es: Hoja}
    lessons:
      - id: recta
        title: Recta
        data: {table: datos.csv, input: celsius, target: fahrenheit}
        model: [{Dense: {units: 1}}]
        compile: {optimizer: adam, loss: mean_squared_error}
        fit: {epochs: 5}
        predict: [100]
        exercises:
          - {id: cero, ask: "ASK", kind: number, answer: "{{predict.100}}"}

    """

  private func complaints(
    _ text: String, file: String = "handout.es.md", ask: String = "¿Cuánto?",
    _ language: Language = .es
  ) throws -> [String] {
    let folder = TemporaryFolder()
    folder.write("notebook.yaml", Self.yaml.replacing("ASK", with: ask))
    folder.write("datos.csv", "celsius,fahrenheit\n0,32\n100,212\n")
    folder.write(file, text)
    do {
      _ = try HandoutPlan(
        notebook: try Notebook.load(folder: folder.path), languages: [.es], edition: .student,
        format: .html, paper: nil, templates: templatesFolder)
      return []
    } catch let errors as UserErrors {
      return try errors.errors.map {
        "\($0.place!): \(try sentence($0.message, language))".replacing("\(folder.path)/", with: "")
      }
    }
  }

  static let mistakes: [(text: String, es: String, en: String)] = [
    (
      "x\n{{predict.100}}",
      "handout.es.md:2:1: «{{predict.100}}» dice un resultado del entrenamiento, y esto lo lee el estudiante. Ponlo entre {{#teacher}} y {{/teacher}}, o quítalo.",
      "handout.es.md:2:1: “{{predict.100}}” tells a result of the training, and students read this. Put it between {{#teacher}} and {{/teacher}}, or remove it."
    ),
    (
      "{{#facts.converged}}\nx\n{{/facts.converged}}",
      "handout.es.md:1:1: «{{#facts.converged}}» dice un resultado del entrenamiento, y esto lo lee el estudiante. Ponlo entre {{#teacher}} y {{/teacher}}, o quítalo.",
      "handout.es.md:1:1: “{{#facts.converged}}” tells a result of the training, and students read this. Put it between {{#teacher}} and {{/teacher}}, or remove it."
    ),
    (
      "{{summary}}",
      "handout.es.md:1:1: «{{summary}}» dice un resultado del entrenamiento, y esto lo lee el estudiante. Ponlo entre {{#teacher}} y {{/teacher}}, o quítalo.",
      "handout.es.md:1:1: “{{summary}}” tells a result of the training, and students read this. Put it between {{#teacher}} and {{/teacher}}, or remove it."
    ),
    (
      "{{table weights}}",
      "handout.es.md:1:1: «{{table weights}}» dice un resultado del entrenamiento, y esto lo lee el estudiante. Ponlo entre {{#teacher}} y {{/teacher}}, o quítalo.",
      "handout.es.md:1:1: “{{table weights}}” tells a result of the training, and students read this. Put it between {{#teacher}} and {{/teacher}}, or remove it."
    ),
    (
      "{{lesson recto}}",
      "handout.es.md:1:1: El cuaderno no tiene ninguna lección «recto». ¿Quisiste decir «recta»?",
      "handout.es.md:1:1: The notebook has no lesson “recto”. Did you mean “recta”?"
    ),
    (
      "{{lesson otra-cosa}}",
      "handout.es.md:1:1: El cuaderno no tiene ninguna lección «otra-cosa». Escribe el id de una de sus lecciones.",
      "handout.es.md:1:1: The notebook has no lesson “otra-cosa”. Write the id of one of its lessons."
    ),
    (
      "{{exercise cera}}",
      "handout.es.md:1:1: Ningún ejercicio del cuaderno se llama «cera». ¿Quisiste decir «cero»?",
      "handout.es.md:1:1: No exercise of the notebook is called “cera”. Did you mean “cero”?"
    ),
    (
      "{{exercise pendiente}}",
      "handout.es.md:1:1: Ningún ejercicio del cuaderno se llama «pendiente». Escribe el id de uno.",
      "handout.es.md:1:1: No exercise of the notebook is called “pendiente”. Write the id of one."
    ),
    (
      "{{exercise cero}}\n\n{{exercise cero}}",
      "handout.es.md:3:1: El ejercicio «cero» ya está más arriba. Deja solo uno.",
      "handout.es.md:3:1: The exercise “cero” stands further up already. Leave only one."
    ),
    (
      "{{todo define compila}}",
      "handout.es.md:1:1: No conozco el paso de código «compila» en esta lección. ¿Quisiste decir «compile»?",
      "handout.es.md:1:1: I do not know the code step “compila” in this lesson. Did you mean “compile”?"
    ),
    (
      "{{keras define xyzzy}}",
      "handout.es.md:1:1: No conozco el paso de código «xyzzy» en esta lección. Los pasos están en docs/prose.md.",
      "handout.es.md:1:1: I do not know the code step “xyzzy” in this lesson. The steps are in docs/prose.md."
    ),
    (
      "{{column}}",
      "handout.es.md:1:1: «column» separa columnas y aquí no hay ninguna. Ponlo entre {{#columns}} y {{/columns}}.",
      "handout.es.md:1:1: “column” divides columns and there are none here. Put it between {{#columns}} and {{/columns}}."
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake has its place and its cure`(mistake: (text: String, es: String, en: String))
    throws
  {
    #expect(try complaints(mistake.text) == [mistake.es])
    #expect(try complaints(mistake.text, .en) == [mistake.en])
  }

  @Test func `what only teachers read may tell everything`() throws {
    for text in [
      "{{#teacher}}\n{{predict.100}} {{#facts.converged}}x{{/facts.converged}}\n\n{{summary}}\n{{/teacher}}",
      "{{^student}}\n{{predict.100}}\n{{/student}}", "{{rows}} {{learning_rate}} {{row.0.celsius}}",
    ] { #expect(try complaints(text) == [], "\(text)") }
    #expect(try complaints("{{predict.100}}", file: "handout_teacher.es.md") == [])
  }

  @Test func `questions may hold no result`() throws {
    #expect(
      try complaints("x", ask: "Da {{predict.100}}.") == [
        "notebook.yaml:14:29: «{{predict.100}}» dice un resultado del entrenamiento, y esto lo lee el estudiante. Ponlo entre {{#teacher}} y {{/teacher}}, o quítalo."
      ])
    #expect(try complaints("x", ask: "Son {{rows}} filas.") == [])
  }

  @Test func `in a lesson's prose a hand-out's tags are unknown`() throws {
    #expect(
      try complaints("{{exercise cero}}", file: "recta.es.md") == [
        "recta.es.md:1:1: No conozco el valor «exercise cero» en esta lección. Revisa el nombre en docs/prose.md."
      ])
  }
}
