import Diagnostics
import Testing

@testable import Classroom

@Suite struct SubmissionsErrorTests {
  /// What people read of each.
  private static let sentences: [(SubmissionsError, es: String, en: String)] = [
    (
      SubmissionsError("e.zip", .empty),
      es:
        "No hay ningún archivo aquí. Descarga otra vez todas las entregas.",
      en:
        "There is no file here. Download all submissions again."
    ),
    (
      SubmissionsError("e.zip", .otherExport),
      es:
        "Estas carpetas llevan solo nombres, sin el número de cada participante: es otra clase de descarga. En Moodle entra a la tarea, «Ver todas las entregas», y elige «Descargar todas las entregas»; pon ese zip aquí tal como llega.",
      en:
        "These folders carry names only, without each participant's number: it is another kind of download. In Moodle open the assignment, “View all submissions”, and choose “Download all submissions”; put that zip here as it comes."
    ),
    (
      SubmissionsError("e.zip", .noIds(example: "Ana/datos.csv")),
      es:
        "Ningún archivo dice de quién es: por ejemplo, «Ana/datos.csv». Se esperaban los nombres que da la plataforma (Nombre_48213_assignsubmission_file_) o los códigos de la lista. Descarga todas las entregas y usa el zip tal como llega.",
      en:
        "No file says whose it is: for example, “Ana/datos.csv”. Expected were the names that the platform gives (Name_48213_assignsubmission_file_) or the codes of the list. Download all submissions and use the zip as it comes."
    ),
  ]

  @Test(arguments: sentences)
  func aMistakeIsASentence(_ error: SubmissionsError, es: String, en: String) {
    #expect(ClassSentence.of(error.message, .es) == es)
    #expect(ClassSentence.of(error.message, .en) == en)
  }
}
