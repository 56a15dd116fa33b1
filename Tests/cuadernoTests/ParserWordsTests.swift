import TestSupport
import Testing

@testable import cuaderno

/// The argument parser speaks English; this program, the user's language.
@Suite struct ParserWordsTests {
  private let shell = Shell(folder: TemporaryFolder())

  @Test(arguments: [
    (["--seed"], "Error: A «--seed <seed>» le falta su valor.\nAyuda: --seed <seed>  Semilla"),
    (
      ["--seed", "-1"], "Error: «-1» no sirve para «--seed <seed>».\nAyuda: --seed <seed>  Semilla"
    ),
    (
      ["--outptu", "x"],
      "Error: No conozco la opción «--outptu». ¿Quisiste decir «--output»?\nUso: "
    ),
    (["--zzzzzzzz"], "Error: No conozco la opción «--zzzzzzzz».\nUso: "),
    (["--force=1"], "Error: La opción «--force» no lleva valor, y aquí está «1».\nUso: "),
    (["class", "biuld"], "Error: «biuld» está de más.\nUso: "),
    (["cache", "a", "b"], "Error: 2 palabras están de más: «a', 'b».\nUso: "),
    (["new"], "Error: Falta «<folder>».\nAyuda: <folder>  "),
    (
      ["handout", "--paper", "a5"],
      "Error: «a5» no sirve para «--paper <paper>». Puede ser 'letter' y 'a4'.\nAyuda: "
    ),
  ])
  func mistakesAreToldInSpanish(_ words: [String], _ beginning: String) {
    let outcome = shell.run(words, language: "es_MX.UTF-8")
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix(beginning), "\(outcome.errors)")
  }

  @Test(arguments: [["--help"], ["build", "--help"], ["class", "--help"], ["handout", "--help"]])
  func noEnglishIsLeftInTheHelp(_ words: [String]) {
    let text = shell.run(words, language: "es_MX.UTF-8").output
    #expect(text.contains("USO: ") && text.contains("OPCIONES:"))
    for word in [
      "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "COMMANDS", "Show", "See '", "default", "values",
    ] {
      #expect(!text.contains(word), "\(word): \(text)")
    }
  }

  @Test func englishStaysAsItIs() {
    #expect(
      shell.run("--outptu", "x").errors.hasPrefix(
        "Error: Unknown option '--outptu'. Did you mean '--output'?\nUsage: "))
  }

  @Test(arguments: [
    ("a {{x}}, {{y}}.", "a 1, 2, 3.", ["x": "1", "y": "2, 3"]),
    ("{{x}}!", "¡eh!", ["x": "¡eh"]), ("same", "same", [:]), ("a {{x}}", "a ", nil),
    ("a {{x}}", "b c", nil), ("{{x}}'", "it", nil),
  ])
  func aSentenceIsReadBackwards(_ template: String, _ text: String, _ found: [String: String]?) {
    #expect(PhrasePattern(template).match(text) == found)
  }

  @Test(arguments: [
    ("biuld", "es_MX.UTF-8", "«biuld» no es un comando ni un cuaderno. ¿Quisiste decir «build»?"),
    ("biuld", "en_US.UTF-8", "“biuld” is neither a command nor a notebook. Did you mean “build”?"),
    (
      "practica-tensorflw", "en_US.UTF-8",
      "“practica-tensorflw” is neither a command nor a notebook. Did you mean “practica-tensorflow”?"
    ),
  ])
  func aMistypedCommandIsSuggested(_ word: String, _ language: String, _ sentence: String) {
    let outcome = shell.run(word, language: language)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }
}
