import Diagnostics

/// What a person is told of how a table was read.
extension TableMessagesTests {
  static let notes: [(Message, String, String)] = [
    (
      Message("table.assumedSemicolon"),
      "Las columnas se leyeron separadas por punto y coma.",
      "The columns were read as separated by semicolons."
    ),
    (
      Message("table.assumedTab"),
      "Las columnas se leyeron separadas por tabuladores.",
      "The columns were read as separated by tabs."
    ),
    (
      Message("table.assumedBar"),
      "Las columnas se leyeron separadas por barras verticales.",
      "The columns were read as separated by vertical bars."
    ),
    (
      Message("table.assumedUTF16"),
      "El archivo se leyó como UTF-16.",
      "The file was read as UTF-16."
    ),
    (
      Message("table.assumedWindows1252"),
      "El archivo no es UTF-8 y se leyó como Windows-1252 (Latin-1).",
      "The file is not UTF-8 and was read as Windows-1252 (Latin-1)."
    ),
    (
      Message("table.assumedDecimalComma", ["columns": "x, y"]),
      "La coma se leyó como signo decimal en: x, y.",
      "The comma was read as the decimal mark in: x, y."
    ),
    (
      Message(
        "table.assumedThousands",
        ["column": "x", "value": "1.234,5", "line": "3", "number": "1234.5"]),
      "En la columna «x» se quitaron los separadores de miles: «1.234,5», en la línea 3, se "
        + "leyó como 1234.5.",
      "In column “x” the thousands marks were removed: “1.234,5”, on line 3, was read as "
        + "1234.5."
    ),
    (
      Message("table.skippedTitle", ["line": "1", "text": "Grupo 3B"]),
      "La línea 1 («Grupo 3B») se leyó como título de la tabla y se omitió.",
      "Line 1 (“Grupo 3B”) was read as a title of the table and left out."
    ),
    (
      Message("table.assumedRowNumbers"),
      "La primera columna no tiene nombre y numera las filas; no se usa.",
      "The first column has no name and numbers the rows; it is not used."
    ),
    (
      Message("table.assumedFirstSheet", ["sheet": "Datos", "count": "3"]),
      "Se leyó la primera hoja, «Datos», de las 3 del archivo.",
      "The first sheet, “Datos”, of the 3 in the file was read."
    ),
    (
      Message("table.assumedFractions", ["column": "x", "cell": "B3", "value": "0.45"]),
      "En la columna «x» los porcentajes se leyeron como fracciones: B3, como 0.45.",
      "In column “x” percentages were read as fractions: B3 as 0.45."
    ),
    (
      Message("table.skippedEmptyRows", ["count": "2"]),
      "Se omitieron filas sin ningún dato: 2.",
      "Rows without any data were left out: 2."
    ),
  ]
}
