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
]
