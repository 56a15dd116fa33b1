import Diagnostics
import Testing

@testable import Classroom

@Suite struct ExportErrorTests {
  /// What people read of each.
  private static let sentences: [(ExportError, es: String, en: String)] = [
    (
      .scale(path: "h.csv"),
      es:
        "La tarea se califica con una escala de palabras, y un número no cabe ahí. En Moodle: Editar ajustes > Calificación > Tipo: Puntuación; después descarga de nuevo la hoja.",
      en:
        "The assignment is graded by a scale of words, and a number does not fit there. In Moodle: Edit settings > Grade > Type: Point; then download the worksheet again."
    ),
    (
      .noGradeColumn(path: "h.csv"),
      es:
        "La hoja no tiene columna de calificaciones. Descárgala de nuevo de Moodle con «Hoja de calificaciones fuera de línea» activada en la tarea.",
      en:
        "The worksheet has no column of grades. Download it from Moodle again with “Offline grading worksheet” ticked in the assignment."
    ),
    (
      .assignment(path: "h.csv", name: nil, columns: []),
      es:
        "Esta exportación de Canvas no tiene ninguna columna de tarea, como «Práctica 5 (48213)». Crea la tarea en Canvas y exporta de nuevo las calificaciones.",
      en:
        "This export of Canvas has no column of an assignment, such as “Practical 5 (48213)”. Make the assignment in Canvas and export the gradebook again."
    ),
    (
      .assignment(path: "h.csv", name: nil, columns: ["A (1)", "B (2)"]),
      es:
        "Hay varias tareas en esta exportación de Canvas: A (1), B (2). Di cuál con --assignment.",
      en:
        "There are several assignments in this export of Canvas: A (1), B (2). Say which with --assignment."
    ),
    (
      .assignment(path: "h.csv", name: "C", columns: ["A (1)", "B (2)"]),
      es:
        "Ninguna tarea de esta exportación de Canvas se llama «C». Las que hay: A (1), B (2).",
      en:
        "No assignment of this export of Canvas is called “C”. There are: A (1), B (2)."
    ),
  ]

  @Test(arguments: sentences)
  func aMistakeIsASentence(_ error: ExportError, es: String, en: String) {
    #expect(ClassSentence.of(error.message, .es) == es)
    #expect(ClassSentence.of(error.message, .en) == en)
  }
}
