import Diagnostics

extension TableMessagesTests {
  /// What is said of files and cells that come as they are, literally.
  static let ofFiles: [(Message, String, String)] = [
    (
      Message("table.nameCount", ["expected": "4", "found": "2"]),
      "«names» tiene 2 nombres y el archivo, 4 columnas. Escribe un nombre por columna.",
      "“names” has 2 names and the file 4 columns. Write one name for each column."
    ),
    (
      Message("table.longName", ["limit": "1000", "number": "2"]),
      "El nombre de la columna 2 pasa de 1000 bytes. ¿Es esta línea en verdad la de los nombres?",
      "The name of column 2 has more than 1000 bytes. Is this line really the one with the names?"
    ),
    (
      Message("table.longRows", ["count": "3", "expected": "4", "lines": "2, 5, 9"]),
      "Filas con más celdas que el encabezado (4): 3 (líneas 2, 5, 9). Pon entre comillas las celdas que contienen el separador, o quita lo que sobra.",
      "Rows with more cells than the header (4): 3 (lines 2, 5, 9). Put cells that contain the separator in quotes, or remove what is too much."
    ),
    (
      Message("table.shortRows", ["count": "3", "expected": "4", "lines": "2, 5, 9"]),
      "Filas con menos celdas que el encabezado (4), a las que les falta una que se usa: 3 (líneas 2, 5, 9). Complétalas, o escribe «missing: drop» en «data» para omitirlas.",
      "Rows with fewer cells than the header (4), without one that is used: 3 (lines 2, 5, 9). Complete them, or write “missing: drop” under “data” to leave them out."
    ),
    (
      Message(
        "table.format",
        [
          "format": "Stata",
          "line": #"pandas.read_stata("d.dta").to_csv("datos.csv", index=False)"#,
        ]),
      #"Este archivo es de Stata, que Cuaderno no lee. En Python, con pandas, esto lo convierte en CSV: pandas.read_stata("d.dta").to_csv("datos.csv", index=False)"#,
      #"This file is one of Stata, which Cuaderno does not read. In Python, with pandas, this makes a CSV of it: pandas.read_stata("d.dta").to_csv("datos.csv", index=False)"#
    ),
    (
      Message("table.longText", ["limit": "1000"]),
      "Este libro tiene un texto de más de 1000 caracteres, que no cabe en ninguna hoja de cálculo. Ábrelo y guárdalo otra vez.",
      "This workbook has a text of more than 1000 characters, which no spreadsheet can hold. Open it and save it again."
    ),
    (
      Message("table.missingSheet", ["name": "Datos", "sheets": "“Uno”, “Dos”"]),
      "No hay ninguna hoja «Datos». Las hojas son: “Uno”, “Dos”. Corrige «sheet» en «data».",
      "There is no sheet “Datos”. The sheets are: “Uno”, “Dos”. Correct “sheet” under “data”."
    ),
    (
      Message("table.severalSheets", ["first": "Uno", "sheets": "“Uno”, “Dos”"]),
      "Varias hojas tienen todas las columnas que se usan: “Uno”, “Dos”. Escribe cuál en «data», por ejemplo: sheet: \"Uno\"",
      "Several sheets have all the columns that are used: “Uno”, “Dos”. Write which one under “data”, for example: sheet: \"Uno\""
    ),
    (
      Message("table.noSheetHasThem", ["sheets": "“Uno”, “Dos”"]),
      "Ninguna hoja tiene todas las columnas que se usan. Las hojas son: “Uno”, “Dos”. Escribe «sheet» en «data» para leer una, y corrige los nombres de las columnas.",
      "No sheet has all the columns that are used. The sheets are: “Uno”, “Dos”. Write “sheet” under “data” to read one, and correct the names of the columns."
    ),
    (
      Message("table.pair", ["cell": "", "column": "edad", "value": "7"]),
      #"En la columna «edad», «7» son dos números en una celda. En notebook.yaml, escribe para la columna, en «columns», read: {split: "/", names: [a, b]}, y los dos nombres en «input»."#,
      #"In column “edad”, “7” is two numbers in one cell. In notebook.yaml, write for the column, under “columns”, read: {split: "/", names: [a, b]}, and the two names in “input”."#
    ),
    (
      Message("table.limit", ["cell": "", "column": "edad", "value": "7"]),
      "En la columna «edad», «7» es un límite de detección, no una medida. Escribe «limits: value», «limits: half» o «limits: missing» para la columna, en «columns» de notebook.yaml.",
      "In column “edad”, “7” is a limit of detection and no measurement. Write “limits: value”, “limits: half” or “limits: missing” for the column, under “columns” in notebook.yaml."
    ),
    (
      Message("table.multiplier", ["cell": "", "column": "edad", "unit": "k", "value": "7"]),
      "En la columna «edad», «7» lleva «k» después del número: si quiere decir miles o millones, escribe el número completo.",
      "In column “edad”, “7” has “k” behind the number: if it means thousands or millions, write the whole number."
    ),
    (
      Message("table.otherMark", ["cell": "", "column": "edad", "value": "7"]),
      "En la columna «edad», «7» no está escrito con el signo decimal que dice «decimal». Corrige el valor, o «decimal» en notebook.yaml.",
      "In column “edad”, “7” is not written with the decimal mark that “decimal” states. Correct the value, or “decimal” in notebook.yaml."
    ),
    (
      Message("table.notADate", ["cell": "", "column": "edad", "value": "7"]),
      "En la columna «edad», «7» no es una fecha, y «read» dice que la columna tiene fechas. Escríbela como 2024-05-31.",
      "In column “edad”, “7” is not a date, and “read” says that the column holds dates. Write it as 2024-05-31."
    ),
    (
      Message("table.notATime", ["cell": "", "column": "edad", "value": "7"]),
      "En la columna «edad», «7» no tiene hora, y «read: hours» la necesita. Escríbela como 10:30.",
      "In column “edad”, “7” has no time of day, and “read: hours” needs one. Write it as 10:30."
    ),
    (
      Message("table.ambiguousDates", ["cell": "", "column": "edad", "value": "7"]),
      "En la columna «edad», «7» puede leerse con el día o con el mes primero, y ninguna fecha de la columna dice cuál. Escribe las fechas como 2024-05-31.",
      "In column “edad”, “7” can be read with the day or with the month first, and no date of the column tells which. Write the dates as 2024-05-31."
    ),
    (
      Message("table.assumedBlanks"),
      "Las columnas se leyeron separadas por espacios.",
      "The columns were read as separated by blanks."
    ),
    (
      Message("table.skippedPreamble", ["first": "1", "last": "3", "line": "4"]),
      "Las líneas 1 a 3 están arriba de los nombres, que están en la línea 4; se omitieron.",
      "Lines 1 to 3 stand above the names, which are on line 4; they were left out."
    ),
    (
      Message("table.markedHeader", ["line": "4"]),
      "Los nombres de las columnas se leyeron de la línea 4, sin el # del principio.",
      "The names of the columns were read from line 4, without the # in front."
    ),
    (
      Message("table.skippedUnits", ["line": "4"]),
      "La línea 4 no tiene datos sino unidades, al parecer; se omitió.",
      "Line 4 holds no data but units, it seems; it was left out."
    ),
    (
      Message("table.skippedComments", ["count": "3", "line": "4"]),
      "Se omitieron líneas que empiezan con #: 3; la primera, la 4.",
      "Lines that begin with # were left out: 3, the first on line 4."
    ),
    (
      Message("table.skippedFooter", ["count": "3", "line": "4", "text": "Fuente: INEGI"]),
      "Se omitieron líneas debajo de la tabla: 3, desde la 4 («Fuente: INEGI»).",
      "Lines below the table were left out: 3, from line 4 on (“Fuente: INEGI”)."
    ),
    (
      Message("table.paddedRows", ["count": "3", "line": "4"]),
      "Filas a las que les faltan celdas al final, que la lección no usa: 3; la primera, en la línea 4.",
      "Rows that lack cells at their end, which no lesson uses: 3, the first on line 4."
    ),
    (
      Message("table.assumedSheet", ["count": "3", "sheet": "Datos"]),
      "Se leyó la hoja «Datos», la única de 3 con las columnas que se usan.",
      "The sheet “Datos” was read, the only one of 3 with the columns that are used."
    ),
    (
      Message("table.hiddenRows", ["count": "3"]),
      "También se leyeron filas que están ocultas en la hoja: 3.",
      "Rows that are hidden in the sheet were read as well: 3."
    ),
    (
      Message("table.cells.empty", ["column": "edad", "count": "3", "lines": "2, 5, 9"]),
      "Columna «edad»: celdas vacías: 3 (líneas 2, 5, 9). Escribe «missing: drop» en «data» para omitir esas filas, o «missing: median» para rellenarlas; o completa la tabla.",
      "Column “edad”: empty cells: 3 (lines 2, 5, 9). Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them; or complete the table."
    ),
    (
      Message(
        "table.cells.missing",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: celdas que dicen que no hay valor: 3 (líneas 2, 5, 9) “a”, “b”. Escribe «missing: drop» en «data» para omitir esas filas, o «missing: median» para rellenarlas.",
      "Column “edad”: cells that say that there is no value: 3 (lines 2, 5, 9) “a”, “b”. Write “missing: drop” under “data” to leave those rows out, or “missing: median” to fill them."
    ),
    (
      Message(
        "table.cells.word",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: celdas con palabras entre números: 3 (líneas 2, 5, 9): “a”, “b”. Si dicen que no hay valor, ponlas en «missing_values» de la columna y escribe «missing: drop» en «data»; si no, corrígelas.",
      "Column “edad”: cells with words among numbers: 3 (lines 2, 5, 9): “a”, “b”. If they say that there is no value, list them for the column in “missing_values”, and write “missing: drop” under “data”; else correct them."
    ),
    (
      Message(
        "table.cells.unit",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: números con algo detrás: 3 (líneas 2, 5, 9): “a”, “b”. Escribe solo los números; una unidad que es la misma en todas las filas va en «unit» de la columna.",
      "Column “edad”: numbers with something behind them: 3 (lines 2, 5, 9): “a”, “b”. Write the numbers alone; a unit that is the same in all rows goes under “unit” of the column."
    ),
    (
      Message(
        "table.cells.multiplier",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: números con k, K o M detrás: 3 (líneas 2, 5, 9): “a”, “b”. Si quieren decir miles o millones, escribe los números completos.",
      "Column “edad”: numbers with k, K or M behind them: 3 (lines 2, 5, 9): “a”, “b”. If they mean thousands or millions, write the whole numbers."
    ),
    (
      Message(
        "table.cells.limit",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: límites de detección: 3 (líneas 2, 5, 9): “a”, “b”. Escribe «limits: value», «limits: half» o «limits: missing» para la columna, en «columns».",
      "Column “edad”: limits of detection: 3 (lines 2, 5, 9): “a”, “b”. Write “limits: value”, “limits: half” or “limits: missing” for the column, under “columns”."
    ),
    (
      Message(
        "table.cells.pair",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      #"Columna «edad»: celdas con dos números: 3 (líneas 2, 5, 9): “a”, “b”. Escribe para la columna, en «columns», read: {split: "/", names: [a, b]}, y los dos nombres en «input»."#,
      #"Column “edad”: cells with two numbers: 3 (lines 2, 5, 9): “a”, “b”. Write for the column, under “columns”, read: {split: "/", names: [a, b]}, and the two names in “input”."#
    ),
    (
      Message(
        "table.cells.date",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: fechas u horas: 3 (líneas 2, 5, 9): “a”, “b”. Escribe «read: days», «read: hours» o «read: month» para la columna, en «columns»; si una hoja de cálculo convirtió números en fechas, vuelve a escribirlos como números.",
      "Column “edad”: dates or times: 3 (lines 2, 5, 9): “a”, “b”. Write “read: days”, “read: hours” or “read: month” for the column, under “columns”; if a spreadsheet turned numbers into dates, type them again as numbers."
    ),
    (
      Message(
        "table.cells.formula",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: fórmulas sin su resultado: 3 (líneas 2, 5, 9): “a”, “b”. Abre el archivo en una hoja de cálculo y guárdalo otra vez.",
      "Column “edad”: formulas without their result: 3 (lines 2, 5, 9): “a”, “b”. Open the file in a spreadsheet and save it again."
    ),
    (
      Message(
        "table.cells.notFinite",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: celdas que no son un número finito: 3 (líneas 2, 5, 9): “a”, “b”. Si dicen que no hay valor, ponlas en «missing_values» de la columna y escribe «missing: drop» en «data».",
      "Column “edad”: cells that are no finite number: 3 (lines 2, 5, 9): “a”, “b”. If they say that there is no value, list them for the column in “missing_values”, and write “missing: drop” under “data”."
    ),
    (
      Message(
        "table.cells.hexadecimal",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: celdas en hexadecimal: 3 (líneas 2, 5, 9): “a”, “b”. Escríbelas en decimal.",
      "Column “edad”: hexadecimal cells: 3 (lines 2, 5, 9): “a”, “b”. Write them in decimal."
    ),
    (
      Message(
        "table.cells.outOfRange",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: números demasiado grandes: 3 (líneas 2, 5, 9): “a”, “b”. Van de -3.4e38 a 3.4e38; revísalos o cambia de unidad.",
      "Column “edad”: numbers that are too large: 3 (lines 2, 5, 9): “a”, “b”. They go from -3.4e38 to 3.4e38; check them or change the unit."
    ),
    (
      Message(
        "table.cells.otherMark",
        ["column": "edad", "count": "3", "lines": "2, 5, 9", "values": "“a”, “b”"]),
      "Columna «edad»: números que no están escritos con el signo decimal que dice «decimal»: 3 (líneas 2, 5, 9): “a”, “b”. Corrige «decimal» en notebook.yaml, o los valores.",
      "Column “edad”: numbers that are not written with the decimal mark that “decimal” states: 3 (lines 2, 5, 9): “a”, “b”. Correct “decimal” in notebook.yaml, or the values."
    ),
  ]
}
