/// Keys, types and values of notebook, lesson and data.
let keyMistakes: [Mistake] = [
  Mistake(
    "an unknown key", "seed: 7", "sead: 7",
    es: [
      "notebook.yaml:5:1: No conozco la clave «sead». ¿Quisiste decir «seed»?"
    ],
    en: [
      "notebook.yaml:5:1: I do not know the key “sead”. Did you mean “seed”?"
    ]
  ),
  Mistake(
    "an unknown key without a likely one", "seed: 7", "quux: 7",
    es: [
      "notebook.yaml:5:1: No conozco la clave «quux». Aquí van: schema, id, languages, region, title, course, seed, lessons."
    ],
    en: [
      "notebook.yaml:5:1: I do not know the key “quux”. The ones that go here: schema, id, languages, region, title, course, seed, lessons."
    ]
  ),
  Mistake(
    "an unknown lesson key", "fit: {epochs: 10", "fitt: {epochs: 10",
    es: [
      "notebook.yaml:21:5: No conozco la clave «fitt». ¿Quisiste decir «fit»?"
    ],
    en: [
      "notebook.yaml:21:5: I do not know the key “fitt”. Did you mean “fit”?"
    ]
  ),
  Mistake(
    "another schema", "schema: 1", "schema: 2",
    es: [
      "notebook.yaml:1:9: «schema» es 2 y esta versión de Cuaderno solo conoce 1. Escribe «schema: 1», o usa una versión más nueva del programa."
    ],
    en: [
      "notebook.yaml:1:9: “schema” is 2 and this version of Cuaderno knows only 1. Write “schema: 1”, or use a newer version of the program."
    ]
  ),
  Mistake(
    "no schema", "schema: 1\n", "",
    es: [
      "notebook.yaml:1:1: En «notebook.yaml» falta la clave «schema». Añádela."
    ],
    en: [
      "notebook.yaml:1:1: “notebook.yaml” lacks the key “schema”. Add it."
    ]
  ),
  Mistake(
    "no id", "id: sample\n", "",
    es: [
      "notebook.yaml:1:1: En «notebook.yaml» falta la clave «id». Añádela."
    ],
    en: [
      "notebook.yaml:1:1: “notebook.yaml” lacks the key “id”. Add it."
    ]
  ),
  Mistake(
    "an empty id", "id: sample", "id:",
    es: [
      "notebook.yaml:2:4: «id» no tiene valor. Escríbelo después de los dos puntos, o quita la clave."
    ],
    en: [
      "notebook.yaml:2:4: “id” has no value. Write it after the colon, or remove the key."
    ]
  ),
  Mistake(
    "a null id", "id: sample", "id: null",
    es: [
      "notebook.yaml:2:5: «id» no tiene valor. Escríbelo después de los dos puntos, o quita la clave."
    ],
    en: [
      "notebook.yaml:2:5: “id” has no value. Write it after the colon, or remove the key."
    ]
  ),
  Mistake(
    "a bad id", "id: sample", "id: Mi Cuaderno",
    es: [
      "notebook.yaml:2:5: «Mi Cuaderno» no sirve para «id». Usa solo letras minúsculas sin acento, cifras y guiones, hasta 64 caracteres."
    ],
    en: [
      "notebook.yaml:2:5: “Mi Cuaderno” cannot be used for “id”. Use only small letters without accents, digits and hyphens, at most 64 characters."
    ]
  ),
  Mistake(
    "an id that leaves the folder", "id: line", "id: ../line",
    es: [
      "notebook.yaml:7:9: «../line» no sirve para «id». Usa solo letras minúsculas sin acento, cifras y guiones, hasta 64 caracteres."
    ],
    en: [
      "notebook.yaml:7:9: “../line” cannot be used for “id”. Use only small letters without accents, digits and hyphens, at most 64 characters."
    ]
  ),
  Mistake(
    "a repeated lesson id", "id: pictures", "id: line",
    es: [
      "notebook.yaml:26:9: «line» ya se usó en la línea 7. Elige otro nombre."
    ],
    en: [
      "notebook.yaml:26:9: “line” is already used on line 7. Choose another name."
    ]
  ),
  Mistake(
    "an unknown region", "seed: 7", "region: MEX",
    es: [
      "notebook.yaml:5:9: No conozco la región «MEX». ¿Quisiste decir «MX»?"
    ],
    en: [
      "notebook.yaml:5:9: I do not know the region “MEX”. Did you mean “MX”?"
    ]
  ),
  Mistake(
    "a negative seed", "seed: 7", "seed: -1",
    es: [
      "notebook.yaml:5:7: «seed» es -1 y debe estar entre 0 y 9007199254740991. Cambia el valor."
    ],
    en: [
      "notebook.yaml:5:7: “seed” is -1 and must be from 0 to 9007199254740991. Change the value."
    ]
  ),
  Mistake(
    "a huge seed", "seed: 7", "seed: 9007199254740992",
    es: [
      "notebook.yaml:5:7: «seed» es 9007199254740992 y debe estar entre 0 y 9007199254740991. Cambia el valor."
    ],
    en: [
      "notebook.yaml:5:7: “seed” is 9007199254740992 and must be from 0 to 9007199254740991. Change the value."
    ]
  ),
  Mistake(
    "a seed that is text", "seed: 7", "seed: siete",
    es: [
      "notebook.yaml:5:7: «seed» debe ser un número entero, y aquí hay siete. Escribe un entero sin comillas, como 10."
    ],
    en: [
      "notebook.yaml:5:7: “seed” must be a whole number, and here is siete. Write an integer without quotes, such as 10."
    ]
  ),
  Mistake(
    "a seed in quotes", "seed: 7", "seed: \"7\"",
    es: [
      "notebook.yaml:5:7: «seed» debe ser un número entero, y aquí hay \"7\". Escribe un entero sin comillas, como 10."
    ],
    en: [
      "notebook.yaml:5:7: “seed” must be a whole number, and here is \"7\". Write an integer without quotes, such as 10."
    ]
  ),
  Mistake(
    "a fractional seed", "seed: 7", "seed: 7.5",
    es: [
      "notebook.yaml:5:7: «seed» debe ser un número entero, y aquí hay 7.5. Escribe un entero sin comillas, como 10."
    ],
    en: [
      "notebook.yaml:5:7: “seed” must be a whole number, and here is 7.5. Write an integer without quotes, such as 10."
    ]
  ),
  Mistake(
    "an unknown language", "languages: [es, en]", "languages: [es, fr]",
    es: [
      "notebook.yaml:3:17: No conozco el idioma «fr». Los que hay: es, en."
    ],
    en: [
      "notebook.yaml:3:17: I do not know the language “fr”. There are: es, en."
    ]
  ),
  Mistake(
    "a language twice", "languages: [es, en]", "languages: [es, es]",
    es: [
      "notebook.yaml:3:17: «es» está dos veces en «languages». Deja solo uno."
    ],
    en: [
      "notebook.yaml:3:17: “es” stands twice in “languages”. Keep only one."
    ]
  ),
  Mistake(
    "no languages", "languages: [es, en]", "languages: []",
    es: [
      "notebook.yaml:3:12: No sé en qué idioma está el cuaderno. Escribe «languages: [es]», o el título como {es: \"...\"}."
    ],
    en: [
      "notebook.yaml:3:12: I cannot tell the language of the notebook. Write “languages: [en]”, or the title as {en: \"...\"}."
    ]
  ),
  Mistake(
    "languages as text", "languages: [es, en]", "languages: es",
    es: [
      "notebook.yaml:3:12: «languages» debe ser una lista, y aquí hay es. Escribe los elementos entre corchetes o uno por línea con guion."
    ],
    en: [
      "notebook.yaml:3:12: “languages” must be a list, and here is es. Write the items in brackets, or one a line after a dash."
    ]
  ),
  Mistake(
    "a missing language", "title: {es: Recta, en: Line}", "title: {es: Recta}",
    es: [
      "notebook.yaml:8:12: A «title» le falta el inglés. Añade «en: ...», o quita «en» de «languages»."
    ],
    en: [
      "notebook.yaml:8:12: “title” lacks the English text. Add “en: ...”, or remove “en” from “languages”."
    ]
  ),
  Mistake(
    "a missing language in a label", "label: {es: Ley, en: Law}", "label: {en: Law}",
    es: [
      "notebook.yaml:16:53: A «label» le falta el español. Añade «es: ...», o quita «es» de «languages»."
    ],
    en: [
      "notebook.yaml:16:53: “label” lacks the Spanish text. Add “es: ...”, or remove “es” from “languages”."
    ]
  ),
  Mistake(
    "an empty translation", "title: {es: Recta, en: Line}", "title: {es: Recta, en: \"\"}",
    es: [
      "notebook.yaml:8:28: «en» no tiene valor. Escríbelo después de los dos puntos, o quita la clave."
    ],
    en: [
      "notebook.yaml:8:28: “en” has no value. Write it after the colon, or remove the key."
    ]
  ),
  Mistake(
    "one title for two languages", "title: {es: Recta, en: Line}", "title: Recta",
    es: [
      "notebook.yaml:8:12: «title» es un solo texto y el cuaderno está en varios idiomas. Escribe {es: \"...\", en: \"...\"}."
    ],
    en: [
      "notebook.yaml:8:12: “title” is one text and the notebook is in several languages. Write {es: \"...\", en: \"...\"}."
    ]
  ),
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
    "no source", "data: {images: fashion-mnist, train: 100, test: 50}",
    "data: {imagenes: fashion-mnist}",
    es: [
      "notebook.yaml:28:12: No conozco la clave «imagenes». ¿Quisiste decir «images»?"
    ],
    en: [
      "notebook.yaml:28:12: I do not know the key “imagenes”. Did you mean “images”?"
    ]
  ),
  Mistake(
    "two sources", "data: {images: fashion-mnist, train: 100, test: 50}",
    "data: {images: fashion-mnist, table: data.csv}",
    es: [
      "notebook.yaml:28:12: «data» tiene «table» e «images» a la vez. Deja solo una."
    ],
    en: [
      "notebook.yaml:28:12: “data” has both “table” and “images”. Keep only one."
    ]
  ),
  Mistake(
    "a folder as an image set", "images: fashion-mnist", "images: ../fashion-mnist",
    es: [
      "notebook.yaml:28:20: «../fashion-mnist» no es el nombre de un conjunto de imágenes. Escribe solo el nombre de la carpeta, sin «/» ni punto al principio, como fashion-mnist."
    ],
    en: [
      "notebook.yaml:28:20: “../fashion-mnist” is not the name of an image set. Write just the name of the folder, without “/” or a leading dot, such as fashion-mnist."
    ]
  ),
  Mistake(
    "no images", "train: 100", "train: 0",
    es: [
      "notebook.yaml:28:42: «train» es 0 y debe estar entre 1 y 10000000. Cambia el valor."
    ],
    en: [
      "notebook.yaml:28:42: “train” is 0 and must be from 1 to 10000000. Change the value."
    ]
  ),
  Mistake(
    "a target that is the input", "target: fahrenheit", "target: celsius",
    es: [
      "notebook.yaml:12:15: La columna «celsius» es entrada y objetivo a la vez. Elige otra para «target»."
    ],
    en: [
      "notebook.yaml:12:15: The column “celsius” is input and target at once. Choose another one for “target”."
    ]
  ),
  Mistake(
    "an input twice", "input: celsius", "input: [celsius, celsius]",
    es: [
      "notebook.yaml:11:24: «celsius» está dos veces en «input». Deja solo uno.",
      "notebook.yaml:16:25: En «reference», «kernel» mide 1 × 1 y debe medir 2 × 1. Revisa los corchetes: una fila por entrada, una columna.",
      "notebook.yaml:17:27: «kernel» mide 1 × 1 y debe medir 2 × 1. Revisa los corchetes: las filas son las entradas y las columnas las unidades.",
      "notebook.yaml:17:54: Valores en esta entrada: 1; el modelo recibe 2. Escribe un valor por columna de entrada, en el mismo orden.",
      "notebook.yaml:22:15: Valores en esta entrada: 1; el modelo recibe 2. Escribe un valor por columna de entrada, en el mismo orden.",
      "notebook.yaml:22:20: Valores en esta entrada: 1; el modelo recibe 2. Escribe un valor por columna de entrada, en el mismo orden.",
    ],
    en: [
      "notebook.yaml:11:24: “celsius” stands twice in “input”. Keep only one.",
      "notebook.yaml:16:25: In “reference”, “kernel” is 1 × 1 and must be 2 × 1. Check the brackets: one row for each input, one column.",
      "notebook.yaml:17:27: “kernel” is 1 × 1 and must be 2 × 1. Check the brackets: rows are inputs, columns are units.",
      "notebook.yaml:17:54: Values in this input: 1; the model takes 2. Write one value for each input column, in the same order.",
      "notebook.yaml:22:15: Values in this input: 1; the model takes 2. Write one value for each input column, in the same order.",
      "notebook.yaml:22:20: Values in this input: 1; the model takes 2. Write one value for each input column, in the same order.",
    ]
  ),
  Mistake(
    "an empty input list", "input: celsius", "input: []",
    es: [
      "notebook.yaml:11:14: «input» es una lista vacía. Añade al menos un elemento."
    ],
    en: [
      "notebook.yaml:11:14: “input” is an empty list. Add at least one item."
    ]
  ),
  Mistake(
    "an unknown column", "celsius: {unit", "celcius: {unit",
    es: [
      "notebook.yaml:15:9: La lección no usa ninguna columna «celcius». ¿Quisiste decir «celsius»?"
    ],
    en: [
      "notebook.yaml:15:9: The lesson uses no column “celcius”. Did you mean “celsius”?"
    ]
  ),
  Mistake(
    "an unknown column key", "decimals: 1", "decimales: 1",
    es: [
      "notebook.yaml:15:53: No conozco la clave «decimales». ¿Quisiste decir «decimals»?"
    ],
    en: [
      "notebook.yaml:15:53: I do not know the key “decimales”. Did you mean “decimals”?"
    ]
  ),
  Mistake(
    "a descending range", "range: [-273.15, 1000]", "range: [1000, -273.15]",
    es: [
      "notebook.yaml:15:43: En «range» el segundo número es -273.15 y debe ser mayor que el primero, 1000. Cambia el orden o los valores."
    ],
    en: [
      "notebook.yaml:15:43: In “range” the second number is -273.15 and must be greater than the first, 1000. Change the order or the values."
    ]
  ),
  Mistake(
    "a range of one number", "range: [-273.15, 1000]", "range: [1000]",
    es: [
      "notebook.yaml:15:36: «range» debe llevar números, y aquí hay [...]. Escribe los números entre corchetes, separados por comas."
    ],
    en: [
      "notebook.yaml:15:36: “range” must hold numbers, and here is [...]. Write the numbers in brackets, with commas between them."
    ]
  ),
  Mistake(
    "a test fraction of one", "test: 0.2", "test: 1",
    es: [
      "notebook.yaml:13:13: «test» es 1 y debe ser mayor que 0 y menor que 1. Cambia el valor."
    ],
    en: [
      "notebook.yaml:13:13: “test” is 1 and must be greater than 0 and less than 1. Change the value."
    ]
  ),
  Mistake(
    "a negative test fraction", "test: 0.2", "test: -0.2",
    es: [
      "notebook.yaml:13:13: «test» es -0.2 y debe ser mayor que 0 y menor que 1. Cambia el valor."
    ],
    en: [
      "notebook.yaml:13:13: “test” is -0.2 and must be greater than 0 and less than 1. Change the value."
    ]
  ),
  Mistake(
    "a test fraction with a comma", "test: 0.2", "test: 0,2",
    es: [
      "notebook.yaml:13:13: «test» es 0,2, con coma. En este archivo los decimales llevan punto."
    ],
    en: [
      "notebook.yaml:13:13: “test” is 0,2, with a comma. Decimals have a point in this file."
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
]
