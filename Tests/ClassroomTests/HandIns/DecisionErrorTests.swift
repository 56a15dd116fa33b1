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
      DecisionError(Place("d.csv", line: 2), .notThousandths(value: "1.2345")),
      es: "«1.2345» tiene más de tres decimales. Escribe tres como máximo.",
      en: "“1.2345” has more than three decimals. Write three at most."
    ),
    (
      DecisionError(
        Place("d.csv", line: 2),
        .outOfBounds(value: "300", criterion: "c", minimum: "0", maximum: "30")),
      es:
        "«300» puntos para «c», que va de 0 a 30. Corrige el número; los puntos extra van en una fila sin criterio.",
      en:
        "“300” points for “c”, which goes from 0 to 30. Correct the number; extra points go into a row without a criterion."
    ),
    (
      DecisionError(Place("d.csv", line: 2), .extraOutOfBounds(value: "200", maximum: "100")),
      es:
        "«200» puntos extra: se esperaba de 0 a 100. Corrige el número; para quitar puntos, baja los de un criterio.",
      en:
        "“200” extra points: 0 to 100 was expected. Correct the number; to take points away, lower those of a criterion."
    ),
    (
      DecisionError(
        Place("d.csv", line: 3),
        .twoPoints(criterion: "c", first: "10", firstLine: 2, second: "25")),
      es: "Dos filas dan puntos distintos para «c»: 10 en la línea 2 y 25 aquí. Deja una sola.",
      en: "Two rows give different points for “c”: 10 in line 2 and 25 here. Leave only one."
    ),
    (
      DecisionError(
        Place("d.csv", line: 3), .twoPoints(criterion: "", first: "1", firstLine: 2, second: "2")),
      es:
        "Dos filas dan puntos extra distintos: 1 en la línea 2 y 2 aquí. Deja una sola, con la suma.",
      en:
        "Two rows give different extra points: 1 in line 2 and 2 here. Leave only one, with the sum."
    ),
    (
      DecisionError(
        Place("d.csv", line: 3),
        .twoValues(column: "equipo", first: "A", firstLine: 2, second: "B")),
      es:
        "Dos valores en la columna «equipo» para la misma persona: «A» (sus filas empiezan en la línea 2) y «B» aquí. Deja uno.",
      en:
        "Two values in the column “equipo” for the same person: “A” (their rows begin in line 2) and “B” here. Leave only one."
    ),
    (
      DecisionError(
        Place("d.csv", line: 3),
        .teamDisagrees(team: "A", criterion: "c", firstLine: 2, id: "9")),
      es:
        "El equipo «A» tiene puntos distintos para «c» (línea 2 y aquí), y «9» no tiene ninguno. Escribe una fila para «9».",
      en:
        "The team “A” has different points for “c” (line 2 and here), and “9” has none. Write a row for “9”."
    ),
    (
      DecisionError(Place("d.csv", line: 3), .notATime(value: "mañana")),
      es:
        "«mañana» no es una prórroga. Escribe días, como 2, o un tiempo con su unidad, como 36 h.",
      en: "“mañana” is no extra time. Write days, such as 2, or a time with its unit, such as 36 h."
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
