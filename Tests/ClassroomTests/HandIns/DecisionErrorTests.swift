import Diagnostics
import Testing

@testable import Classroom

@Suite struct DecisionErrorTests {
  /// What people read of each.
  private static let sentences: [(DecisionError, es: String, en: String)] = [
    (
      DecisionError(Place("d.csv", line: 1), .missingColumn(names: "puntos, points")),
      es:
        "Falta una de estas columnas: puntos, points. Restaura el encabezado, o borra el archivo para que se cree de nuevo.",
      en:
        "One of these columns is missing: puntos, points. Restore the header, or delete the file so that it is made anew."
    ),
    (
      DecisionError(Place("d.csv", line: 2), .unknownCriterion(name: "x", known: "a, b")),
      es:
        "class.yaml no tiene ningún criterio «x». Los que tiene: a, b. Deja la celda vacía para el trabajo completo.",
      en:
        "class.yaml has no criterion “x”. It has: a, b. Leave the cell empty for the work as a whole."
    ),
    (
      DecisionError(Place("d.csv", line: 2), .notPoints(value: "ocho")),
      es:
        "«ocho» no es una cantidad de puntos. Escribe solo el número, como 8 u 8.5.",
      en:
        "“ocho” is no number of points. Write the number alone, such as 8 or 8.5."
    ),
    (
      DecisionError(Place("d.csv", line: 2), .unknownStudent(id: "9")),
      es:
        "Nadie en la lista tiene el identificador «9». Corrígelo o borra la fila.",
      en:
        "Nobody on the list has the identifier “9”. Correct it or delete the row."
    ),
  ]

  @Test(arguments: sentences)
  func aMistakeIsASentence(_ error: DecisionError, es: String, en: String) {
    #expect(ClassSentence.of(error.message, .es) == es)
    #expect(ClassSentence.of(error.message, .en) == en)
  }
}
