import Diagnostics
import Testing

@testable import Classroom

@Suite struct SheetErrorTests {
  /// What people read of each.
  private static let sentences: [(CSVFileError, es: String, en: String)] = [
    (
      CSVFileError("h.csv", .notText),
      es:
        "Este archivo no es un CSV de texto. Descárgalo de nuevo como CSV, sin abrirlo en Excel.",
      en:
        "This file is no CSV text. Download it again as CSV, without opening it in Excel."
    ),
    (
      CSVFileError("h.csv", .empty),
      es:
        "El archivo está vacío. Descárgalo de nuevo.",
      en:
        "The file is empty. Download it again."
    ),
    (
      CSVFileError("h.csv", line: 3, .brokenQuotes),
      es:
        "Las comillas que se abren en esta línea no se cierran bien, así que no se sabe dónde termina la celda. Descarga el archivo de nuevo.",
      en:
        "Quotes that open on this line are not closed properly, so nobody can tell where the cell ends. Download the file again."
    ),
    (
      CSVFileError("h.csv", .tooManyRows(limit: 100_000)),
      es:
        "El archivo pasa del límite de 100000 filas. Revisa que sea la lista de una sola tarea.",
      en:
        "The file is over the limit of 100000 rows. Check that it is the list of one assignment."
    ),
    (
      CSVFileError("h.csv", .notInEncoding(text: "✓")),
      es:
        "El archivo está guardado en una codificación antigua que no tiene letras para «✓». Guárdalo como CSV UTF-8.",
      en:
        "The file is stored in an old encoding that has no letters for “✓”. Save it as CSV UTF-8."
    ),
  ]

  @Test(arguments: sentences)
  func aMistakeIsASentence(_ error: CSVFileError, es: String, en: String) {
    #expect(ClassSentence.of(error.message, .es) == es)
    #expect(ClassSentence.of(error.message, .en) == en)
  }
}
