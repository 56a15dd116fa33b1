/// Questions.
let exerciseMistakes: [Mistake] = [
  Mistake(
    "an unknown kind of exercise", "kind: number", "kind: numero",
    es: [
      "notebook.yaml:25:60: No conozco el tipo de ejercicio «numero». ¿Quisiste decir «number»?"
    ],
    en: [
      "notebook.yaml:25:60: I do not know the kind of exercise “numero”. Did you mean “number”?"
    ]
  ),
  Mistake(
    "a choice without choices", "kind: number", "kind: choice",
    es: [
      "notebook.yaml:25:9: Un ejercicio de opción múltiple necesita «choices» con al menos dos opciones. Escríbelas."
    ],
    en: [
      "notebook.yaml:25:9: A multiple-choice exercise needs “choices” with at least two options. Write them."
    ]
  ),
  Mistake(
    "an unknown tolerance", "kind: number", "tolerance: seed, kind: number",
    es: [
      "notebook.yaml:25:65: No conozco la tolerancia «seed». ¿Quisiste decir «seeds»?"
    ],
    en: [
      "notebook.yaml:25:65: I do not know the tolerance “seed”. Did you mean “seeds”?"
    ]
  ),
  Mistake(
    "a kind of exercise without a likely one", "kind: number", "kind: quiz",
    es: [
      "notebook.yaml:25:60: No conozco el tipo de ejercicio «quiz». Los que hay: number, text, choice, table."
    ],
    en: [
      "notebook.yaml:25:60: I do not know the kind of exercise “quiz”. There are: number, text, choice, table."
    ]
  ),
  Mistake(
    "a tolerance that is a number", "kind: number", "tolerance: 0.5, kind: number",
    es: [
      "notebook.yaml:25:65: No conozco la tolerancia «0.5». Escribe seeds, {absolute: 0.5} o {relative: 0.02}."
    ],
    en: [
      "notebook.yaml:25:65: I do not know the tolerance “0.5”. Write seeds, {absolute: 0.5} or {relative: 0.02}."
    ]
  ),
  Mistake(
    "an id that another lesson's exercise has",
    "  - id: pictures\n",
    "  - id: prose\n    title: {es: P, en: P}\n    exercises: [{id: cero, ask: {es: a, en: b}, kind: text}]\n  - id: pictures\n",
    es: ["notebook.yaml:28:22: «cero» ya se usó en la línea 25. Elige otro nombre."],
    en: ["notebook.yaml:28:22: “cero” is already used on line 25. Choose another name."]
  ),
  Mistake(
    "keys of another kind", "kind: number,", "kind: text, tolerance: seeds, unit: °F,",
    es: [
      "notebook.yaml:25:66: «tolerance» no va en un ejercicio de tipo «text». Quita la clave, o cambia «kind».",
      "notebook.yaml:25:84: «unit» no va en un ejercicio de tipo «text». Quita la clave, o cambia «kind».",
    ],
    en: [
      "notebook.yaml:25:66: “tolerance” does not belong in an exercise of kind “text”. Remove the key, or change “kind”.",
      "notebook.yaml:25:84: “unit” does not belong in an exercise of kind “text”. Remove the key, or change “kind”.",
    ]
  ),
  Mistake(
    "an answer that is no choice", "kind: number, answer: \"{{predict.0}}\"",
    "kind: choice, choices: [x, y], answer: z",
    es: [
      "notebook.yaml:25:93: La respuesta «z» no es ninguna de las opciones. Copia una de «choices», o escribe su letra."
    ],
    en: [
      "notebook.yaml:25:93: The answer “z” is none of the choices. Copy one of “choices”, or write its letter."
    ]
  ),
  Mistake(
    "a table's row that is too short", "kind: number, answer: \"{{predict.0}}\"",
    "kind: table, columns: [A, B], rows: [[{}]]",
    es: [
      "notebook.yaml:25:91: Celdas en esta fila: 1; la tabla tiene 2 columnas. Escribe una celda por columna."
    ],
    en: [
      "notebook.yaml:25:91: Cells in this row: 1; the table has 2 columns. Write one cell for each column."
    ]
  ),
  Mistake(
    "a table without anything to fill in", "kind: number, answer: \"{{predict.0}}\"",
    "kind: table, columns: [A], rows: [[x]]",
    es: [
      "notebook.yaml:25:87: Esta tabla no tiene nada que llenar. En la celda que es para el alumno escribe {answer: \"...\"}."
    ],
    en: [
      "notebook.yaml:25:87: This table has nothing to fill in. Write {answer: \"...\"} in the cell that is for the student."
    ]
  ),
  Mistake(
    "a table without columns", "kind: number, answer: \"{{predict.0}}\"",
    "kind: table, rows: [[{}]]",
    es: ["notebook.yaml:25:9: En «exercises» falta la clave «columns». Añádela."],
    en: ["notebook.yaml:25:9: “exercises” lacks the key “columns”. Add it."]
  ),
]
