import Diagnostics
import Testing

@testable import Classroom

@Suite struct RosterErrorTests {
  /// What people read of each.
  private static let sentences: [(RosterError, es: String, en: String)] = [
    (
      RosterError(Place("h.csv"), .noIdentifier(columns: "a, b")),
      es:
        "Ninguna columna dice quién es quién. Se esperaba «Identificador» (hoja de Moodle), «ID» y «Section» (Canvas) o «código» (lista propia), y las columnas son: a, b.",
      en:
        "No column says who is who. Expected was “Identifier” (Moodle's worksheet), “ID” and “Section” (Canvas) or “code” (a list of your own), and the columns are: a, b."
    ),
    (
      RosterError(Place("h.csv", line: 4), .badIdentifier(id: "../x")),
      es:
        "«../x» no sirve como identificador: se esperaba un número de la plataforma o un código de letras, cifras, guiones y puntos. Corrígelo en esta línea.",
      en:
        "“../x” is no usable identifier: a number of the platform was expected, or a code of letters, digits, hyphens and dots. Correct it on this line."
    ),
    (
      RosterError(Place("h.csv", line: 4), .repeatedIdentifier(id: "a01", firstLine: 2)),
      es:
        "El identificador «a01» ya está en la línea 2 (mayúsculas y minúsculas cuentan como iguales). Deja una sola fila para cada persona.",
      en:
        "The identifier “a01” stands on line 2 already (capitals count as small letters). Leave one row for each person."
    ),
    (
      RosterError(Place("h.csv"), .noStudents),
      es:
        "La lista no tiene a nadie: solo hay encabezados. Descárgala de nuevo.",
      en:
        "The list has nobody: there are only headers. Download it again."
    ),
  ]

  @Test(arguments: sentences)
  func aMistakeIsASentence(_ error: RosterError, es: String, en: String) {
    #expect(ClassSentence.of(error.message, .es) == es)
    #expect(ClassSentence.of(error.message, .en) == en)
  }
}
