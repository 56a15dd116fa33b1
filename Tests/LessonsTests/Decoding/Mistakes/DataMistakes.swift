/// Tables and images.
let dataMistakes: [Mistake] = [
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
    "an unknown column without a likely one", "celsius: {unit", "zzz: {unit",
    es: [
      "notebook.yaml:15:9: La lección no usa ninguna columna «zzz». Las que usa: celsius, fahrenheit."
    ],
    en: [
      "notebook.yaml:15:9: The lesson uses no column “zzz”. It uses: celsius, fahrenheit."
    ]
  ),
  Mistake(
    "an input that is a map", "input: celsius", "input: {celsius: 1}",
    es: [
      "notebook.yaml:11:14: «input» debe ser un texto o una lista de textos, y aquí hay {...}. Escribe el nombre de una columna, o varios entre corchetes."
    ],
    en: [
      "notebook.yaml:11:14: “input” must be a text or a list of texts, and here is {...}. Write the name of a column, or several in brackets."
    ]
  ),
  Mistake(
    "data from nowhere", "data: {images: fashion-mnist, train: 100, test: 50}",
    "data: {train: 100}",
    es: [
      "notebook.yaml:28:11: «data» no dice de dónde vienen los datos. Escribe «table: datos.csv» o «images: fashion-mnist»."
    ],
    en: [
      "notebook.yaml:28:11: “data” does not say where the data come from. Write “table: data.csv” or “images: fashion-mnist”."
    ]
  ),
]
