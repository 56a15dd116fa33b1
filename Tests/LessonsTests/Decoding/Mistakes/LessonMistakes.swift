/// What a lesson is made of.
let lessonMistakes: [Mistake] = [
  Mistake(
    "no lessons", "lessons:\n", "lessons: []\nlecciones:\n",
    es: [
      "notebook.yaml:6:10: «lessons» es una lista vacía. Añade al menos un elemento.",
      "notebook.yaml:7:1: No conozco la clave «lecciones». Aquí van: schema, id, languages, region, title, course, seed, lessons.",
    ],
    en: [
      "notebook.yaml:6:10: “lessons” is an empty list. Add at least one item.",
      "notebook.yaml:7:1: I do not know the key “lecciones”. The ones that go here: schema, id, languages, region, title, course, seed, lessons.",
    ]
  ),
  Mistake(
    "lessons as a map", "lessons:\n  - id: line", "lessons:\n    id: line",
    es: [
      "notebook.yaml:26:3: La sangría de esta línea no coincide con la de su grupo, o falta el guion «-» de una lista. Alinea la línea con sus vecinas, solo con espacios."
    ],
    en: [
      "notebook.yaml:26:3: The indentation of this line does not match its group, or the “-” of a list is missing. Align the line with its neighbours, with spaces only."
    ]
  ),
  Mistake(
    "a file path as a list", "table: data.csv", "table: [data.csv]",
    es: [
      "notebook.yaml:10:14: «table» debe ser un texto, y aquí hay [...]. Escribe el texto, entre comillas si lleva signos."
    ],
    en: [
      "notebook.yaml:10:14: “table” must be a text, and here is [...]. Write the text, in quotes if it has signs in it."
    ]
  ),
  Mistake(
    "an incomplete lesson", "    fit: {epochs: 10, batch_size: 4, validation: test}\n", "",
    es: [
      "notebook.yaml:7:5: A la lección le falta «fit»: «data», «model», «compile» y «fit» van juntas. Añádela, o quita las otras si la lección solo lleva texto."
    ],
    en: [
      "notebook.yaml:7:5: The lesson lacks “fit”: “data”, “model”, “compile” and “fit” go together. Add it, or remove the others if the lesson is text only."
    ]
  ),
  Mistake(
    "a prediction without a model", "  - id: pictures",
    "  - id: text\n    title: {es: Texto, en: Text}\n    predict: [1]\n  - id: pictures",
    es: [
      "notebook.yaml:28:5: «predict» necesita un modelo, y esta lección solo lleva texto. Añade «data», «model», «compile» y «fit», o quita esta clave."
    ],
    en: [
      "notebook.yaml:28:5: “predict” needs a model, and this lesson is text only. Add “data”, “model”, “compile” and “fit”, or remove this key."
    ]
  ),
  Mistake(
    "a prediction for images", "    fit: {epochs: 1, validation: test}",
    "    fit: {epochs: 1, validation: test}\n    predict: [1]",
    es: [
      "notebook.yaml:36:5: «predict» es para lecciones con una tabla, y esta usa imágenes. Quita la clave."
    ],
    en: [
      "notebook.yaml:36:5: “predict” is for lessons with a table, and this one uses images. Remove the key."
    ]
  ),
  Mistake(
    "a figure with odd characters", "figures: [network, loss]", "figures: [network, Loss Curve]",
    es: [
      "notebook.yaml:23:24: «Loss Curve» no sirve para «figures». Usa solo letras minúsculas sin acento, cifras y guiones, hasta 64 caracteres."
    ],
    en: [
      "notebook.yaml:23:24: “Loss Curve” cannot be used for “figures”. Use only small letters without accents, digits and hyphens, at most 64 characters."
    ]
  ),
  Mistake(
    "a figure twice", "figures: [network, loss]", "figures: [loss, loss]",
    es: [
      "notebook.yaml:23:21: «loss» está dos veces en «figures». Deja solo uno."
    ],
    en: [
      "notebook.yaml:23:21: “loss” stands twice in “figures”. Keep only one."
    ]
  ),
]
