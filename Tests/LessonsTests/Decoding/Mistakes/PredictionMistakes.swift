/// What predict, reference and untrained say.
let predictionMistakes: [Mistake] = [
  Mistake(
    "two values for one input", "predict: [100, 0]", "predict: [100, [1, 2]]",
    es: [
      "notebook.yaml:22:20: Valores en esta entrada: 2; el modelo recibe 1. Escribe un valor por columna de entrada, en el mismo orden."
    ],
    en: [
      "notebook.yaml:22:20: Values in this input: 2; the model takes 1. Write one value for each input column, in the same order."
    ]
  ),
  Mistake(
    "a prediction in letters", "predict: [100, 0]", "predict: [cien]",
    es: [
      "notebook.yaml:22:15: «predict» debe ser un número, y aquí hay cien. Escribe un número sin comillas, como 0.1."
    ],
    en: [
      "notebook.yaml:22:15: “predict” must be a number, and here is cien. Write a number without quotes, such as 0.1."
    ]
  ),
  Mistake(
    "a prediction that is no list", "predict: [100, 0]", "predict: 100",
    es: [
      "notebook.yaml:22:14: «predict» debe ser una lista, y aquí hay 100. Escribe los elementos entre corchetes o uno por línea con guion."
    ],
    en: [
      "notebook.yaml:22:14: “predict” must be a list, and here is 100. Write the items in brackets, or one a line after a dash."
    ]
  ),
  Mistake(
    "a reference of another shape", "kernel: [[1.8]], bias: [32]", "kernel: [[1.8, 2]], bias: [32]",
    es: [
      "notebook.yaml:16:25: En «reference», «kernel» mide 1 × 2 y debe medir 1 × 1. Revisa los corchetes: una fila por entrada, una columna."
    ],
    en: [
      "notebook.yaml:16:25: In “reference”, “kernel” is 1 × 2 and must be 1 × 1. Check the brackets: one row for each input, one column."
    ]
  ),
  Mistake(
    "an untrained example with a missing array", "weights: [[[1.8]], [4.5]]", "weights: [[[1.8]]]",
    es: [
      "notebook.yaml:17:26: Arreglos en «untrained»: 1; el modelo necesita 2. Escribe los de cada capa en el orden de get_weights()."
    ],
    en: [
      "notebook.yaml:17:26: Arrays in “untrained”: 1; the model needs 2. Write those of each layer in the order of get_weights()."
    ]
  ),
  Mistake(
    "an untrained example of another shape", "weights: [[[1.8]], [4.5]]", "weights: [[1.8], [4.5]]",
    es: [
      "notebook.yaml:17:27: «kernel» mide 1 y debe medir 1 × 1. Revisa los corchetes: las filas son las entradas y las columnas las unidades."
    ],
    en: [
      "notebook.yaml:17:27: “kernel” is 1 and must be 1 × 1. Check the brackets: rows are inputs, columns are units."
    ]
  ),
]
