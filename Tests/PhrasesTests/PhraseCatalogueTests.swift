import Diagnostics
import Lessons
import TestSupport
import Testing

@testable import Phrases

@Suite struct PhraseCatalogueTests {
  private func catalogue(_ yaml: String) throws(TemplateError) -> PhraseCatalogue {
    try PhraseCatalogue(yaml: Array(yaml.utf8), path: "es.yaml", language: .es)
  }

  @Test func nestedMapsBecomeDottedKeysInTheFilesOrder() throws {
    let phrases = try catalogue("b: {x: uno, a: {y: dos}}\na: tres\n")
    #expect(phrases.keys == ["b.x", "b.a.y", "a"])
    #expect(phrases["b.a.y"] == "dos")
  }

  @Test func yamlsSpecialWordsAreTexts() throws {
    let phrases = try catalogue("a: no\nb: 3.10\nc: 1_000\n")
    #expect([phrases["a"], phrases["b"], phrases["c"]] == ["no", "3.10", "1_000"])
  }

  @Test func argumentsReplacePlaceholdersAndAreNotSearchedThemselves() throws {
    let phrases = try catalogue("a: \"{{x}} y {{ y }} y {{x}}, }} {{\"\n")
    #expect(phrases["a", ["x": "{{y}}", "y": "2", "z": "3"]] == "{{y}} y 2 y {{y}}, }} {{")
    #expect(phrases.placeholders(of: "a") == ["x", "y", "x"])
  }

  @Test func aMissingKeyOrArgumentStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let phrases = try PhraseCatalogue(yaml: Array("a: b".utf8), path: "p", language: .es)
      _ = phrases["b"]
    }
    await #expect(processExitsWith: .failure) {
      let phrases = try PhraseCatalogue(yaml: Array("a: '{{x}}'".utf8), path: "p", language: .es)
      _ = phrases["a"]
    }
  }

  @Test(arguments: [
    ("a: [b]", TemplateError.notText(path: "es.yaml", line: 1, column: 4, key: "a")),
    ("text", .notText(path: "es.yaml", line: 1, column: 1, key: "")),
    (
      "a: b\na: c",
      .invalidYAML(path: "es.yaml", line: 1, column: 1, problem: "duplicate key a")
    ),
    (
      "a: b\n  c: d",
      .invalidYAML(
        path: "es.yaml", line: 2, column: 4,
        problem: "mapping values are not allowed in this context")
    ),
  ])
  func whatIsNoCatalogueIsRefusedWithItsPlace(yaml: String, error: TemplateError) {
    #expect(throws: error) { try catalogue(yaml) }
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: TemplateError.notUTF8(path: "es.yaml")) {
      try PhraseCatalogue(yaml: [0x61, 0x3A, 0x20, 0xE9], path: "es.yaml", language: .es)
    }
  }

  @Test func aCopyHasThePhrasesAndNamesOfTheOriginal() throws {
    let original = try catalogue("a: 'x {{n}} {{m}}'\nb: y")
    try catalogue("b: z\na: 'w {{m}}'\nc: more").check(against: original, path: "es.yaml")
    #expect(throws: TemplateError.missingPhrase(path: "es.yaml", key: "b")) {
      try catalogue("a: x").check(against: original, path: "es.yaml")
    }
    #expect(throws: TemplateError.unknownPlaceholder(path: "es.yaml", key: "a", name: "{{k}}")) {
      try catalogue("a: '{{n}} {{k}}'\nb: y").check(against: original, path: "es.yaml")
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect(throws: TemplateError.missing(path: "/nowhere/report/en.yaml")) {
      try PhraseCatalogue.load(templates: "/nowhere", language: .en)
    }
  }

  @Test(arguments: [
    (
      TemplateError.missing(path: "p"), ExitCode.missingInput,
      "No encuentro este archivo de plantilla. Indica la carpeta de plantillas con --templates o reinstala Cuaderno.",
      "I cannot find this template file. Name the templates folder with --templates, or reinstall Cuaderno."
    ),
    (
      .unreadable(path: "p"), .inputOutput,
      "No pude leer este archivo de plantilla. Revisa sus permisos.",
      "I could not read this template file. Check its permissions."
    ),
    (
      .tooLarge(path: "p", limit: 1_048_576), .invalidInput,
      "Este archivo de plantilla pasa del límite de 1048576 bytes. Divídelo o usa el original.",
      "This template file is over the limit of 1048576 bytes. Shorten it or use the original."
    ),
    (
      .notUTF8(path: "p"), .invalidInput,
      "Este archivo no está en UTF-8. Guárdalo como UTF-8 en tu editor.",
      "This file is not UTF-8. Save it as UTF-8 in your editor."
    ),
    (
      .invalidYAML(path: "p", line: 1, column: 2, problem: "x"), .invalidInput,
      "Esto no es YAML válido (x). Revisa sangrías, comillas y dos puntos en esta línea.",
      "This is not valid YAML (x). Check indentation, quotes and colons on this line."
    ),
    (
      .notText(path: "p", line: 1, column: 2, key: "a.b"), .invalidInput,
      "En «a.b» hay algo que no es un texto ni un grupo de textos. Escribe una frase entre comillas.",
      "“a.b” holds something that is neither a text nor a group of texts. Write a phrase in quotes."
    ),
    (
      .missingPhrase(path: "p", key: "a.b"), .invalidInput,
      "A este archivo le falta la frase «a.b». Cópiala del archivo original.",
      "The phrase “a.b” is missing in this file. Copy it from the original file."
    ),
    (
      .badNumber(path: "p", key: "a.b"), .invalidInput,
      "«a.b» no muestra cómo se escribe 1,234.5% en este idioma. Escribe esas cinco cifras y el signo de porcentaje con los signos del idioma.",
      "“a.b” does not show how 1,234.5% is written in this language. Write these five digits and the percent sign with the marks of the language."
    ),
    (
      .unknownPlaceholder(path: "p", key: "a.b", name: "{{x}}"), .invalidInput,
      "La frase «a.b» usa {{x}}, que no tiene valor ahí. Usa los nombres de la frase original.",
      "The phrase “a.b” uses {{x}}, which has no value there. Use the names of the original phrase."
    ),
  ])
  func everyErrorHasItsSentence(error: TemplateError, code: ExitCode, es: String, en: String)
    throws
  {
    #expect(error.exitCode == code)
    #expect(try sentence(error.message, .es) == es)
    #expect(try sentence(error.message, .en) == en)
  }

  @Test(arguments: [PhraseCatalogue.Folder.report, .messages, .classroom])
  func bothLanguagesHaveTheSameKeysAndPlaceholdersAndNoEmptyPhrase(
    folder: PhraseCatalogue.Folder
  ) throws {
    let es = try PhraseCatalogue.load(templates: templatesFolder, folder: folder, language: .es)
    let en = try PhraseCatalogue.load(templates: templatesFolder, folder: folder, language: .en)
    #expect(es.keys.sorted() == en.keys.sorted())
    for key in es.keys {
      #expect(
        Set(es.placeholders(of: key)) == Set(en.placeholders(of: key)), "placeholders of \(key)")
      for phrases in [es, en] {
        let arguments = Dictionary(
          phrases.placeholders(of: key).map { ($0, "x") }, uniquingKeysWith: { first, _ in first })
        #expect(!phrases[key, arguments].isEmpty, "\(key) is empty")
      }
    }
  }
}
