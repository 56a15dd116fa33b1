import Diagnostics

extension TableMessagesTests {
  /// What is said of a lesson whose table comes as it is, literally.
  static let ofLessons: [(Message, String, String)] = [
    (
      Message("data.rare", ["column": "edad", "count": "3", "least": "5", "values": "C, D"]),
      "Los valores de «edad» con menos de 5 filas son uno solo (filas: 3): C, D.",
      "The values of “edad” with fewer than 5 rows are one together (rows: 3): C, D."
    ),
    (
      Message("data.groupedValidation", ["column": "edad", "count": "3", "rows": "10"]),
      "La validación toma grupos completos de «edad»: 3 de 10 filas.",
      "Validation takes whole groups of “edad”: 3 of 10 rows."
    ),
    (
      Message("data.untaughtCategory", ["column": "edad", "count": "3", "value": "C"]),
      "Ninguna fila de entrenamiento tiene «edad» = C; donde aparece (filas: 3), esa entrada es 0.",
      "No training row has “edad” = C; where it stands (rows: 3), that input is 0."
    ),
    (
      Message("data.tooManyWords", ["column": "edad", "count": "30", "limit": "20"]),
      "La columna «edad» tiene 30 palabras distintas; sin más, entran hasta 20. Escribe «rare: 5» para la columna, en «columns», y las que tienen menos de 5 filas serán una sola; o quítala de «input».",
      "Column “edad” holds 30 different words; up to 20 go in unasked. Write “rare: 5” for the column, under “columns”, and those with fewer than 5 rows are one together; or take it out of “input”."
    ),
    (
      Message("data.reversedRange", ["range": "a..b"]),
      "En «input», «a..b» termina antes de empezar: en el archivo, las columnas están en el otro orden. Voltéalo.",
      "In “input”, “a..b” ends before it begins: the columns stand in the other order in the file. Turn it round."
    ),
    (
      Message("data.unfitForAll", ["columns": "id, folio", "except": "id, folio"]),
      "«input: all» tomaría columnas que identifican filas, no tienen ningún valor o tienen más de 20 palabras distintas: id, folio. Déjalas fuera: «input: {all: true, except: [id, folio]}».",
      "“input: all” would take columns that identify rows, hold no value, or have more than 20 different words: id, folio. Leave them out: “input: {all: true, except: [id, folio]}”."
    ),
    (
      Message("data.nothingForAll"),
      "«input: all» no deja ninguna columna: la tabla solo tiene el objetivo y lo que se deja fuera. Nombra las columnas en «input».",
      "“input: all” leaves no column: the table has only the target and what is left out. Name the columns in “input”."
    ),
    (
      Message("data.notListed", ["column": "edad", "known": "F, M", "values": "“a”, “b”"]),
      "La columna «edad» tiene valores que no están entre los conocidos: “a”, “b”. Conocidos: F, M. Corrígelos, o agrégalos a «classes» o «categories» de la columna.",
      "Column “edad” has values that are not among the known ones: “a”, “b”. Known: F, M. Correct them, or add them to “classes” or “categories” of the column."
    ),
    (
      Message("data.codesWithoutPolicy", ["column": "edad", "count": "3"]),
      "Columna «edad»: celdas con un código de «missing_values»: 3. Escribe en «data» qué se hace con ellas: «missing: drop» omite las filas, «missing: median» las rellena.",
      "Column “edad”: cells with a code of “missing_values”: 3. Write what becomes of them under “data”: “missing: drop” leaves the rows out, “missing: median” fills them."
    ),
    (
      Message("data.notSplit", ["column": "edad", "count": "3", "separator": "/", "value": "7"]),
      "En la columna «edad», «7» no son 3 números con «/» en medio. Corrige la celda, o «read» de la columna.",
      "In column “edad”, “7” is not 3 numbers with “/” between them. Correct the cell, or “read” of the column."
    ),
    (
      Message("data.wordsForNumbers", ["column": "edad", "values": "“a”, “b”"]),
      "El objetivo «edad» tiene palabras (“a”, “b”), y la pérdida es de números. Para dos clases usa «binary_crossentropy» y una sigmoid de una unidad; para varias, «sparse_categorical_crossentropy» y una softmax con una unidad por clase.",
      "The target “edad” holds words (“a”, “b”), and the loss is one for numbers. For two classes use “binary_crossentropy” and a sigmoid of one unit; for several, “sparse_categorical_crossentropy” and a softmax with one unit for each."
    ),
    (
      Message(
        "data.classCount", ["classes": "no, sí", "column": "edad", "count": "3", "units": "2"]),
      "El objetivo «edad» tiene 3 clases (no, sí), y el modelo distingue 2. Da a la última capa una unidad por clase con «softmax», o une clases con «classes» de la columna.",
      "The target “edad” has 3 classes (no, sí), and the model tells 2 apart. Give the last layer one unit for each class with “softmax”, or merge classes with “classes” of the column."
    ),
    (
      Message(
        "data.tooManyGaps",
        [
          "allow": "30", "column": "edad", "count": "3", "enough": "0.5", "rows": "10",
          "share": "50",
        ]),
      "La columna «edad» no tiene valor en 3 de 10 filas (50 %), y sin pedirlo se rellena a lo más el 30 %. Quítala de «input», o escribe «missing: {fill: median, allow: 0.5}» para la columna.",
      "Column “edad” has no value in 3 of 10 rows (50 %), and at most 30 % are filled without being asked. Take it out of “input”, or write “missing: {fill: median, allow: 0.5}” for the column."
    ),
    (
      Message("data.noRowsLeft"),
      "No queda ninguna fila: a cada una le falta algún valor. Rellena los huecos con «missing: median» en vez de omitir las filas.",
      "No row is left: each lacks a value somewhere. Fill the gaps with “missing: median” instead of leaving the rows out."
    ),
    (
      Message("data.noTestRows", ["column": "edad", "value": "7"]),
      "Ninguna fila tiene «7» en la columna «edad», así que la parte de prueba queda vacía. Corrige «test» en «data».",
      "No row has “7” in column “edad”, so the test part is empty. Correct “test” under “data”."
    ),
    (
      Message("data.positiveUnknown", ["classes": "no, sí", "value": "7"]),
      "«positive» nombra «7», que no es ninguna clase. Las clases son: no, sí.",
      "“positive” names “7”, which is no class. The classes are: no, sí."
    ),
    (
      Message("data.predictWidth", ["columns": "id, folio", "expected": "4", "found": "2"]),
      "Una fila de «predict» tiene 2 valores y debe tener 4, uno por cada una de: id, folio.",
      "A row of “predict” has 2 values and must have 4, one for each of: id, folio."
    ),
    (
      Message("data.predictNumber", ["column": "edad", "value": "7"]),
      "En «predict» se dio «7» para «edad», que tiene números. Escribe un número.",
      "In “predict”, “7” was given for “edad”, which holds numbers. Write a number."
    ),
    (
      Message("data.predictWord", ["column": "edad", "known": "F, M", "value": "7"]),
      "En «predict» se dio «7» para «edad», que tiene: F, M. Escribe una de estas.",
      "In “predict”, “7” was given for “edad”, which holds: F, M. Write one of these."
    ),
    (
      Message("data.personal", ["columns": "id, folio"]),
      "La tabla tiene columnas que parecen decir quién es alguien: id, folio. Quítalas del archivo; o escribe en «data» «privacy: public» o «privacy: invented» si es el caso.",
      "The table has columns that seem to tell who somebody is: id, folio. Take them out of the file; or write under “data” “privacy: public” or “privacy: invented” if that is so."
    ),
    (
      Message("data.restricted"),
      "«privacy: restricted» aún no se puede cumplir: el informe mostraría filas. Quita lo que dice quién es alguien, y escribe «privacy: public» o «privacy: invented» si es el caso.",
      "“privacy: restricted” cannot be kept yet: the report would show rows. Take out what tells who somebody is, and write “privacy: public” or “privacy: invented” where that is so."
    ),
    (
      Message("data.categories", ["column": "edad", "values": "“a”, “b”"]),
      "«edad» tiene palabras; cada una se volvió un número 0 o 1: “a”, “b”.",
      "“edad” holds words; each became a number 0 or 1: “a”, “b”."
    ),
    (
      Message("data.classes", ["classes": "no, sí", "column": "edad"]),
      "Las clases de «edad» se numeraron en este orden: no, sí.",
      "The classes of “edad” were numbered in this order: no, sí."
    ),
    (
      Message("data.merged", ["column": "edad", "count": "3", "values": "“a”, “b”"]),
      "En «edad», “a”, “b” cuentan como una clase: 3 filas.",
      "In “edad”, “a”, “b” count as one class: 3 rows."
    ),
    (
      Message("data.firstDay", ["column": "edad", "value": "7"]),
      "En «edad», los días se cuentan desde la primera fecha, 7.",
      "In “edad”, days are counted from the first date, 7."
    ),
    (
      Message("data.dayFirst", ["column": "edad"]),
      "Las fechas de «edad» se leyeron con el día primero.",
      "The dates of “edad” were read with the day first."
    ),
    (
      Message("data.monthFirst", ["column": "edad"]),
      "Las fechas de «edad» se leyeron con el mes primero.",
      "The dates of “edad” were read with the month first."
    ),
    (
      Message("data.codes", ["column": "edad", "count": "3", "values": "“a”, “b”"]),
      "En «edad», “a”, “b” quiere decir que no hay valor: 3 celdas.",
      "In “edad”, “a”, “b” means that there is no value: 3 cells."
    ),
    (
      Message("data.dropped", ["column": "edad", "count": "3", "rows": "10"]),
      "Se omitieron las filas sin valor en «edad»: 3 de 10.",
      "Rows without a value in “edad” were left out: 3 of 10."
    ),
    (
      Message(
        "data.droppedByClass", ["classes": "no, sí", "column": "edad", "count": "3", "rows": "10"]),
      "Se omitieron las filas sin valor en «edad»: 3 de 10; por clase: no, sí.",
      "Rows without a value in “edad” were left out: 3 of 10; by class: no, sí."
    ),
    (
      Message("data.droppedTogether", ["count": "3", "rows": "10"]),
      "Filas omitidas en total: 3 de 10.",
      "Rows left out altogether: 3 of 10."
    ),
    (
      Message("data.filled.mean", ["column": "edad", "count": "3", "test": "1", "value": "7"]),
      "Las celdas sin valor de «edad» se rellenaron con la media de las filas de entrenamiento, 7: 3, de ellas 1 en la parte de prueba.",
      "Cells without a value in “edad” were filled with the mean of the training rows, 7: 3, of which 1 in the test part."
    ),
    (
      Message("data.filled.median", ["column": "edad", "count": "3", "test": "1", "value": "7"]),
      "Las celdas sin valor de «edad» se rellenaron con la mediana de las filas de entrenamiento, 7: 3, de ellas 1 en la parte de prueba.",
      "Cells without a value in “edad” were filled with the median of the training rows, 7: 3, of which 1 in the test part."
    ),
    (
      Message(
        "data.filled.most_frequent", ["column": "edad", "count": "3", "test": "1", "value": "7"]),
      "Las celdas sin valor de «edad» se rellenaron con el valor más frecuente de las filas de entrenamiento, 7: 3, de ellas 1 en la parte de prueba.",
      "Cells without a value in “edad” were filled with the most frequent value of the training rows, 7: 3, of which 1 in the test part."
    ),
  ]
}
