import Diagnostics
import Lessons
import TestSupport
import Testing

@testable import Prose

@Suite struct ProseErrorTests {
  private static let place = Place("celsius.es.md", line: 3, column: 5)

  @Test(arguments: [
    (
      ProseError.notUTF8(place), "Este archivo no está en UTF-8. Guárdalo como UTF-8 en tu editor.",
      "This file is not UTF-8. Save it as UTF-8 in your editor."
    ),
    (
      .strayCharacter(place, code: "U+001B"),
      "Aquí hay un carácter de control (U+001B) que no se ve. Bórralo.",
      "There is an invisible control character (U+001B) here. Delete it."
    ),
    (
      .unclosedTag(place),
      "La etiqueta que empieza aquí con {{ no se cierra en esta línea. Ciérrala con }}; si querías escribir las llaves, pon \\ antes.",
      "The tag that begins here with {{ does not end on this line. End it with }}; if you meant the braces themselves, put \\ before them."
    ),
    (
      .emptyTag(place),
      "Esta etiqueta está vacía. Escribe dentro el nombre de un valor, por ejemplo «loss.last».",
      "This tag is empty. Write the name of a value in it, such as “loss.last”."
    ),
    (
      .unsupportedTag(place, tag: "{{{x}}}"),
      "«{{{x}}}» no se puede usar en el texto de una lección: aquí solo hay valores, secciones con # o ^, y «figure», «table», «summary» y «keras». Quita el signo o la etiqueta.",
      "“{{{x}}}” cannot be used in a lesson's prose: there are only values, sections with # or ^, and “figure”, “table”, “summary” and “keras”. Remove the mark or the tag."
    ),
    (
      .unknownValue(place, name: "x", suggestion: nil),
      "No conozco el valor «x» en esta lección. Revisa el nombre en docs/prose.md.",
      "I do not know the value “x” in this lesson. Look the name up in docs/prose.md."
    ),
    (
      .unknownValue(place, name: "x", suggestion: "y"),
      "No conozco el valor «x» en esta lección. ¿Quisiste decir «y»?",
      "I do not know the value “x” in this lesson. Did you mean “y”?"
    ),
    (
      .unknownFact(place, name: "x", suggestion: nil),
      "No conozco la afirmación «x» en esta lección. Revisa el nombre en docs/prose.md; empieza con «facts.».",
      "I do not know the claim “x” in this lesson. Look the name up in docs/prose.md; it begins with “facts.”."
    ),
    (
      .unknownFact(place, name: "x", suggestion: "y"),
      "No conozco la afirmación «x» en esta lección. ¿Quisiste decir «y»?",
      "I do not know the claim “x” in this lesson. Did you mean “y”?"
    ),
    (
      .unknownFormat(place, name: "x", suggestion: nil),
      "No conozco el formato «x». Usa fixed0 a fixed6, signed0 a signed3, percent0 a percent2, float32 o plain.",
      "I do not know the format “x”. Use fixed0 to fixed6, signed0 to signed3, percent0 to percent2, float32 or plain."
    ),
    (
      .unknownFormat(place, name: "x", suggestion: "y"),
      "No conozco el formato «x». ¿Quisiste decir «y»?",
      "I do not know the format “x”. Did you mean “y”?"
    ),
    (
      .unknownTable(place, name: "x", suggestion: nil),
      "No conozco la tabla «x» en esta lección. Revisa el nombre en docs/prose.md.",
      "I do not know the table “x” in this lesson. Look the name up in docs/prose.md."
    ),
    (
      .unknownTable(place, name: "x", suggestion: "y"),
      "No conozco la tabla «x» en esta lección. ¿Quisiste decir «y»?",
      "I do not know the table “x” in this lesson. Did you mean “y”?"
    ),
    (
      .unknownCode(place, name: "x", suggestion: nil),
      "No conozco la parte del código «x» en esta lección. Revisa el nombre en docs/prose.md.",
      "I do not know the code part “x” in this lesson. Look the name up in docs/prose.md."
    ),
    (
      .unknownCode(place, name: "x", suggestion: "y"),
      "No conozco la parte del código «x» en esta lección. ¿Quisiste decir «y»?",
      "I do not know the code part “x” in this lesson. Did you mean “y”?"
    ),
    (
      .notAlone(place, tag: "{{figure x}}"),
      "«{{figure x}}» comparte su línea con otra cosa. Ponla sola en una línea.",
      "“{{figure x}}” shares its line with something else. Put it on a line of its own."
    ),
    (
      .unclosedSection(place, name: "facts.x"),
      "La sección «facts.x» que empieza aquí no se cierra. Agrega su cierre, con / y el mismo nombre.",
      "The section “facts.x” that begins here does not end. Add its end, with / and the same name."
    ),
    (
      .unexpectedEnd(place, name: "facts.x"),
      "Aquí se cierra la sección «facts.x», que no está abierta. Quita el cierre o abre la sección antes.",
      "Here the section “facts.x” ends, which is not open. Remove the end, or open the section before."
    ),
    (
      .mismatchedEnd(place, name: "facts.x", open: "facts.y", openLine: 2),
      "Aquí se cierra «facts.x», pero la sección abierta es «facts.y», de la línea 2. Cierra primero esa.",
      "Here “facts.x” ends, but the open section is “facts.y”, of line 2. End that one first."
    ),
    (
      .tooDeep(place, limit: 16),
      "Las secciones se anidan más de 16 veces. Simplifica el texto.",
      "Sections nest more than 16 deep. Simplify the text."
    ),
    (
      .missingLanguage(place, other: "celsius.es.md"),
      "Falta este archivo: el texto de la lección ya está en «celsius.es.md», y el cuaderno tiene los dos idiomas. Escríbelo o quita el idioma de «languages».",
      "This file is missing: the lesson's prose is there in “celsius.es.md”, and the notebook has both languages. Write it, or take the language out of “languages”."
    ),
  ])
  func everyMistakeHasItsSentence(error: ProseError, es: String, en: String) throws {
    #expect(error.place == Self.place)
    let isMissing = if case .missingLanguage = error { true } else { false }
    #expect(error.exitCode == (isMissing ? .missingInput : .invalidInput))
    #expect(try sentence(error.message, .es) == es)
    #expect(try sentence(error.message, .en) == en)
  }
}
