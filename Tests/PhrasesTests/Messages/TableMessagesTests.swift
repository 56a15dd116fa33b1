import Datasets
import Diagnostics
import TestSupport
import Testing

/// What is said of tables, literally.
@Suite struct TableMessagesTests {
  static let sentences: [(any UserError, String, String)] = [
    (
      TableError("a.csv", line: 3, .empty),
      "La tabla está vacía. Se esperaba una primera línea con los nombres de las columnas y "
        + "debajo los datos.",
      "The table is empty. A first line with the names of the columns was expected, and the "
        + "data below it."
    ),
    (
      TableError("a.csv", line: 3, .noRows),
      "La tabla tiene nombres de columnas, pero ninguna fila de datos. Agrega los datos debajo.",
      "The table has column names but no row of data. Add the data below them."
    ),
    (
      TableError("a.xls", .spreadsheet(ending: ".xls")),
      "Este archivo es una hoja de cálculo (.xls) que Cuaderno no lee. Ábrelo y usa Archivo > "
        + "Guardar como > Libro de Excel (.xlsx) o CSV UTF-8.",
      "This file is a spreadsheet (.xls) that Cuaderno does not read. Open it and use File > "
        + "Save as > Excel workbook (.xlsx) or CSV UTF-8."
    ),
    (
      TableError("a.xlsx", .encryptedSpreadsheet),
      "Esta hoja de cálculo está protegida con contraseña. Ábrela, quítale la contraseña y "
        + "guárdala otra vez.",
      "This spreadsheet is protected with a password. Open it, remove the password and save it "
        + "again."
    ),
    (
      TableError("a.xlsx", .brokenSpreadsheet(part: "xl/workbook.xml")),
      "Esta hoja de cálculo está dañada: falta su parte xl/workbook.xml o no se entiende. Ábrela "
        + "y guárdala otra vez como .xlsx, o expórtala como CSV UTF-8.",
      "This spreadsheet is damaged: its part xl/workbook.xml is missing or makes no sense. Open "
        + "it and save it again as .xlsx, or export it as CSV UTF-8."
    ),
    (
      TableError("a.xlsx", .notASpreadsheet),
      "Este archivo es un archivo comprimido (zip) sin ninguna hoja de cálculo. Se esperaba un "
        + ".xlsx o un CSV.",
      "This file is a zip archive without a worksheet in it. An .xlsx or a CSV was expected."
    ),
    (
      TableError("a.xlsx", .archive(.notZip)),
      "Este archivo no es un archivo zip completo. Descárgalo o guárdalo de nuevo.",
      "This file is not a complete zip archive. Download or save it again."
    ),
    (
      TableError(
        "a.csv", line: 3, .unit(column: "x", value: "85 lpm", number: "85", unit: "lpm")),
      "En la columna «x», «85 lpm» no es solo un número: sobra «lpm». Escribe 85; si es la "
        + "unidad, ponla en «unit» de la columna, en notebook.yaml.",
      "In column “x”, “85 lpm” is not a number alone: “lpm” is too much. Write 85; if it is the "
        + "unit, put it under “unit” of the column in notebook.yaml."
    ),
    (
      TableError("a.xlsx", line: 3, cell: "B3", .date(column: "x", value: "2024-01-05")),
      "En la columna «x» (B3), «2024-01-05» es una fecha y se esperaba un número. Escribe "
        + "«read: days», «read: hours» o «read: month» para la columna en notebook.yaml; si la hoja de "
        + "cálculo convirtió un número en fecha, da a la celda formato de número y vuelve a "
        + "escribirlo.",
      "In column “x” (B3), “2024-01-05” is a date where a number was expected. Write "
        + "“read: days”, “read: hours” or “read: month” for the column in notebook.yaml; if the "
        + "spreadsheet turned a number into a date, format the cell as a number and type it again."
    ),
    (
      TableError("a.xlsx", line: 3, cell: "B3", .formula(column: "x", value: "=A1")),
      "En la columna «x» (B3), «=A1» es una fórmula sin su resultado. Abre el archivo en una "
        + "hoja de cálculo y guárdalo otra vez, o escribe el número.",
      "In column “x” (B3), “=A1” is a formula without its result. Open the file in a spreadsheet "
        + "and save it again, or write the number."
    ),
    (
      TableError("a.xlsx", line: 14, cell: "B14", .notANumber(column: "estrés", value: "alto")),
      "En la columna «estrés» (B14), «alto» no es un número. Escribe solo el número, sin "
        + "unidades ni texto.",
      "In column “estrés” (B14), “alto” is not a number. Write the number alone, without units "
        + "or text."
    ),
    (
      TableError("a.xlsx", line: 14, cell: "A14", .summaryRow(value: "Promedio")),
      "Esta fila parece un resumen de las demás, no un dato: «Promedio» (A14). Quítala "
        + "de la tabla.",
      "This row looks like a summary of the others, not like data: “Promedio” (A14). "
        + "Remove it from the table."
    ),
    (
      TableError("a.csv", line: 3, .webPage),
      "Este archivo es una página web, no un CSV: quizá se descargó la página en lugar de los "
        + "datos. Descarga los datos como CSV.",
      "This file is a web page, not a CSV: perhaps the page was downloaded instead of the "
        + "data. Download the data as CSV."
    ),
    (
      TableError("a.csv", line: 3, .nulByte),
      "Hay un byte nulo: este archivo no es texto, o es UTF-16 sin marca. Guárdalo como CSV "
        + "UTF-8.",
      "There is a null byte: this file is not text, or it is UTF-16 without a mark. Save it as "
        + "CSV UTF-8."
    ),
    (
      TableError("a.csv", line: 3, .brokenUTF16),
      "El archivo empieza como UTF-16, pero está dañado. Guárdalo como CSV UTF-8.",
      "The file starts as UTF-16 but is damaged. Save it as CSV UTF-8."
    ),
    (
      TableError("a.csv", line: 3, .tooManyRows(limit: 9)),
      "La tabla pasa del límite de 9 filas. Usa una parte de los datos.",
      "The table is over the limit of 9 rows. Use a part of the data."
    ),
    (
      TableError("a.csv", line: 3, .tooManyColumns(limit: 256)),
      "La tabla pasa del límite de 256 columnas. Quita las que no se usan.",
      "The table is over the limit of 256 columns. Remove those that are not used."
    ),
    (
      TableError("a.csv", line: 3, .tooManyCells(limit: 9)),
      "La tabla pasa del límite de 9 celdas. Quita columnas que no se usan o toma una parte de "
        + "las filas.",
      "The table is over the limit of 9 cells. Remove columns that are not used, or take a "
        + "part of the rows."
    ),
    (
      TableError("a.csv", line: 3, .noHeader(value: "1.5")),
      "La primera línea solo tiene números («1.5»…), y se esperaban los nombres de las "
        + "columnas. Si el archivo no los tiene, escribe «header: false» en «data» (las columnas son "
        + "entonces c1, c2, …) o sus nombres en «names: […]».",
      "The first line has only numbers (“1.5”…), and the names of the columns were expected. "
        + "If the file has none, write “header: false” under “data” (the columns are then c1, c2, …) "
        + "or their names in “names: […]”."
    ),
    (
      TableError("a.csv", line: 3, .unnamedColumn(number: 2)),
      "La columna 2 no tiene nombre. Escríbelo en esta línea o quita la columna.",
      "Column 2 has no name. Write one on this line or remove the column."
    ),
    (
      TableError("a.csv", line: 3, .duplicateColumn(column: "x", first: 1, second: 3)),
      "Las columnas 1 y 3 se llaman igual: «x». Cambia el nombre de una.",
      "Columns 1 and 3 have the same name: “x”. Rename one of them."
    ),
    (
      TableError("a.csv", line: 3, .missingColumn(column: "z", near: nil, columns: "x, y")),
      "No hay ninguna columna «z». Las columnas son: x, y. Corrige el nombre en notebook.yaml "
        + "o en esta línea.",
      "There is no column “z”. The columns are: x, y. Correct the name in notebook.yaml or on "
        + "this line."
    ),
    (
      TableError(
        "a.csv", line: 3, .missingColumn(column: "stress", near: "estrés", columns: "ppm, estrés")),
      "No hay ninguna columna «stress»; ¿quisiste decir «estrés»? Las columnas son: ppm, "
        + "estrés. Corrige el nombre en notebook.yaml o en esta línea.",
      "There is no column “stress”; did you mean “estrés”? The columns are: ppm, estrés. "
        + "Correct the name in notebook.yaml or on this line."
    ),
    (
      TableError("a.csv", line: 3, .ambiguousColumn(column: "peso", first: "Peso", second: "PESO")),
      "Tanto «Peso» como «PESO» pueden ser la columna «peso». Escribe en notebook.yaml el "
        + "nombre exacto.",
      "Both “Peso” and “PESO” could be the column “peso”. Write the exact name in "
        + "notebook.yaml."
    ),
    (
      TableError("a.csv", line: 3, .unclosedQuote(column: "y")),
      "En la columna «y», las comillas que se abren aquí no se cierran. Cierra las comillas, o "
        + "escribe \"\" para unas comillas dentro de la celda.",
      "In column “y”, the quote that opens here is never closed. Close it, or write \"\" for a "
        + "quote inside a cell."
    ),
    (
      TableError("a.csv", line: 3, .textAfterQuote(column: "y", text: "a")),
      "En la columna «y», después de las comillas que cierran sigue «a», y se esperaba un "
        + "separador. Quita ese texto, o escribe \"\" para unas comillas dentro de la celda.",
      "In column “y”, “a” follows the closing quote, where a separator was expected. Remove "
        + "that text, or write \"\" for a quote inside a cell."
    ),
    (
      TableError("a.csv", line: 3, .tooFewCells(found: 1, expected: 2)),
      "Celdas en esta fila: 1; en el encabezado: 2. Completa la fila.",
      "Cells in this row: 1; in the header: 2. Complete the row."
    ),
    (
      TableError(
        "a.csv", line: 3, .tooManyCellsInRow(found: 3, expected: 2, isCommaSeparated: false)),
      "Celdas en esta fila: 3; en el encabezado: 2. Quita lo que sobra, o pon entre comillas la "
        + "celda que contiene el separador.",
      "Cells in this row: 3; in the header: 2. Remove what is too much, or put the cell that "
        + "contains the separator in quotes."
    ),
    (
      TableError(
        "a.csv", line: 3, .tooManyCellsInRow(found: 4, expected: 2, isCommaSeparated: true)),
      "Celdas en esta fila: 4; en el encabezado: 2. Si escribes los decimales con coma, separa "
        + "las columnas con punto y coma; si no, quita lo que sobra.",
      "Cells in this row: 4; in the header: 2. If you write decimals with a comma, separate the "
        + "columns with semicolons; otherwise remove what is too much."
    ),
    (
      TableError("a.csv", line: 3, .summaryRow(value: "Promedio")),
      "Esta fila parece un resumen de las demás, no un dato: «Promedio». Quítala de la "
        + "tabla.",
      "This row looks like a summary of the others, not like data: “Promedio”. Remove it "
        + "from the table."
    ),
    (
      TableError("a.csv", line: 3, .emptyCell(column: "y")),
      "En la columna «y» hay una celda vacía y se esperaba un número. Escribe el número o "
        + "quita la fila.",
      "In column “y” there is an empty cell where a number was expected. Write the number or "
        + "remove the row."
    ),
    (
      TableError("a.csv", line: 3, .notANumber(column: "estrés", value: "alto")),
      "En la columna «estrés», «alto» no es un número. Escribe solo el número, sin unidades ni "
        + "texto.",
      "In column “estrés”, “alto” is not a number. Write the number alone, without units or "
        + "text."
    ),
    (
      TableError("a.csv", line: 3, .missing(column: "y", value: "N/A")),
      "En la columna «y», «N/A» dice que no hay valor y se esperaba un número. Escribe el "
        + "número o quita la fila.",
      "In column “y”, “N/A” says that there is no value where a number was expected. Write the "
        + "number or remove the row."
    ),
    (
      TableError("a.csv", line: 3, .notFinite(column: "y", value: "nan")),
      "En la columna «y», «nan» no es un número finito. Escribe el número o quita la fila.",
      "In column “y”, “nan” is not a finite number. Write the number or remove the row."
    ),
    (
      TableError("a.csv", line: 3, .hexadecimal(column: "y", value: "0x1F")),
      "En la columna «y», «0x1F» está en hexadecimal. Escríbelo en decimal.",
      "In column “y”, “0x1F” is hexadecimal. Write it in decimal."
    ),
    (
      TableError("a.csv", line: 3, .outOfRange(column: "y", value: "1e99")),
      "En la columna «y», «1e99» es demasiado grande: los números van de -3.4e38 a 3.4e38. "
        + "Revísalo o cambia de unidad.",
      "In column “y”, “1e99” is too large: numbers go from -3.4e38 to 3.4e38. Check it or "
        + "change the unit."
    ),
    (
      TableError(
        "a.csv", line: 3,
        .ambiguousNumber(column: "y", value: "1,234", decimal: "1.234", thousands: "1234")),
      "En la columna «y», «1,234» puede ser 1.234 o 1234, y nada en la tabla dice cuál. "
        + "Escribe los miles sin separador, o todos los decimales con otra cantidad de cifras.",
      "In column “y”, “1,234” can be 1.234 or 1234, and nothing in the table tells which. "
        + "Write thousands without a mark, or all decimals with another number of digits."
    ),
    (
      TableError(
        "a.csv", line: 3, .mixedMarks(column: "y", value: "2.5", other: "1,5", otherLine: 2)),
      "En la columna «y», «2.5» usa otro signo decimal que «1,5» en la línea 2. Usa el mismo "
        + "signo en toda la tabla.",
      "In column “y”, “2.5” has another decimal mark than “1,5” on line 2. Use the same mark "
        + "in the whole table."
    ),
  ]

  @Test(arguments: sentences)
  func says(error: any UserError, spanish: String, english: String) throws {
    #expect(try sentence(error.message, .es) == spanish)
    #expect(try sentence(error.message, .en) == english)
  }

  @Test(arguments: notes)
  func tells(message: Message, spanish: String, english: String) throws {
    #expect(try sentence(message, .es) == spanish)
    #expect(try sentence(message, .en) == english)
  }

  @Test(arguments: ofFiles + ofLessons)
  func saysOfLessons(message: Message, spanish: String, english: String) throws {
    #expect(try sentence(message, .es) == spanish)
    #expect(try sentence(message, .en) == english)
  }

  @Test func everySentenceIsUsed() throws {
    let used = Set(
      Self.sentences.map(\.0.message.key)
        + (Self.notes + Self.ofFiles + Self.ofLessons).map(\.0.key))
    #expect(try unusedKeys(of: "table", used) == [])
    #expect(try unusedKeys(of: "data", used) == [])
  }
}
