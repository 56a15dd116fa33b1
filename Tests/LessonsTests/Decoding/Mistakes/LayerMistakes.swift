import Neural

/// Every layer there is, so that a new one changes no sentence here.
private let layers = LayerKind.allCases.map(\.rawValue).joined(separator: ", ")

/// Layers and their options.
let layerMistakes: [Mistake] = [
  Mistake(
    "an unknown layer", "- Dense: {units: 1}", "- Densa: {units: 1}",
    es: [
      "notebook.yaml:19:9: No conozco la capa «Densa». ¿Quisiste decir «Dense»?"
    ],
    en: [
      "notebook.yaml:19:9: I do not know the layer “Densa”. Did you mean “Dense”?"
    ]
  ),
  Mistake(
    "an unknown layer without a likely one", "- Dense: {units: 1}", "- Transformer: {units: 1}",
    es: [
      "notebook.yaml:19:9: No conozco la capa «Transformer». Las que hay: \(layers)."
    ],
    en: [
      "notebook.yaml:19:9: I do not know the layer “Transformer”. There are: \(layers)."
    ]
  ),
  Mistake(
    "no layers", "model:\n      - Dense: {units: 1}", "model: []",
    es: [
      "notebook.yaml:18:12: «model» es una lista vacía. Añade al menos un elemento."
    ],
    en: [
      "notebook.yaml:18:12: “model” is an empty list. Add at least one item."
    ]
  ),
  Mistake(
    "a layer without its options", "- Dense: {units: 1}", "- Dense",
    es: [
      "notebook.yaml:19:9: En «Dense» falta la clave «units». Añádela."
    ],
    en: [
      "notebook.yaml:19:9: “Dense” lacks the key “units”. Add it."
    ]
  ),
  Mistake(
    "options beside the layer", "- Dense: {units: 1}", "- Dense:\n        units: 1",
    es: [
      "notebook.yaml:19:9: Este elemento de «model» tiene más de una clave. Pon cada capa en su propio guion, y sus opciones con más sangría o entre llaves: «- Dense: {units: 1}»."
    ],
    en: [
      "notebook.yaml:19:9: This item of “model” has more than one key. Put each layer after a dash of its own, and its options indented further or in braces: “- Dense: {units: 1}”."
    ]
  ),
  Mistake(
    "a list as a layer", "- Dense: {units: 1}", "- [Dense, 1]",
    es: [
      "notebook.yaml:19:9: Cada elemento de «model» es una capa, y aquí hay [...]. Escribe por ejemplo «- Dense: {units: 1}»."
    ],
    en: [
      "notebook.yaml:19:9: Each item of “model” is a layer, and here is [...]. Write for example “- Dense: {units: 1}”."
    ]
  ),
  Mistake(
    "zero units", "units: 1", "units: 0",
    es: [
      "notebook.yaml:19:24: «units» es 0 y debe estar entre 1 y 65536. Cambia el valor."
    ],
    en: [
      "notebook.yaml:19:24: “units” is 0 and must be from 1 to 65536. Change the value."
    ]
  ),
  Mistake(
    "huge units", "units: 1", "units: 1000000000000",
    es: [
      "notebook.yaml:19:24: «units» es 1000000000000 y debe estar entre 1 y 65536. Cambia el valor."
    ],
    en: [
      "notebook.yaml:19:24: “units” is 1000000000000 and must be from 1 to 65536. Change the value."
    ]
  ),
  Mistake(
    "units in letters", "units: 1", "units: uno",
    es: [
      "notebook.yaml:19:24: «units» debe ser un número entero, y aquí hay uno. Escribe un entero sin comillas, como 10."
    ],
    en: [
      "notebook.yaml:19:24: “units” must be a whole number, and here is uno. Write an integer without quotes, such as 10."
    ]
  ),
  Mistake(
    "fractional units", "units: 1", "units: 1.5",
    es: [
      "notebook.yaml:19:24: «units» debe ser un número entero, y aquí hay 1.5. Escribe un entero sin comillas, como 10."
    ],
    en: [
      "notebook.yaml:19:24: “units” must be a whole number, and here is 1.5. Write an integer without quotes, such as 10."
    ]
  ),
  Mistake(
    "an unknown option", "units: 1", "unidades: 1",
    es: [
      "notebook.yaml:19:16: En «Dense» falta la clave «units». Añádela.",
      "notebook.yaml:19:17: No conozco la clave «unidades». Aquí van: units, activation, initial.",
    ],
    en: [
      "notebook.yaml:19:16: “Dense” lacks the key “units”. Add it.",
      "notebook.yaml:19:17: I do not know the key “unidades”. The ones that go here: units, activation, initial.",
    ]
  ),
  Mistake(
    "an unknown activation", "activation: relu", "activation: rellu",
    es: [
      "notebook.yaml:30:58: No conozco la activación «rellu». ¿Quisiste decir «relu»?"
    ],
    en: [
      "notebook.yaml:30:58: I do not know the activation “rellu”. Did you mean “relu”?"
    ]
  ),
  Mistake(
    "an unknown padding", "kernel_size: 3", "kernel_size: 3, padding: valida",
    es: [
      "notebook.yaml:30:55: No conozco el relleno «valida». ¿Quisiste decir «valid»?"
    ],
    en: [
      "notebook.yaml:30:55: I do not know the padding “valida”. Did you mean “valid”?"
    ]
  ),
  Mistake(
    "a kernel of three sides", "kernel_size: 3", "kernel_size: [3, 3, 3]",
    es: [
      "notebook.yaml:30:43: «kernel_size» debe ser un entero o una lista [alto, ancho], y aquí hay [...]. Escribe por ejemplo 3 o [3, 3]."
    ],
    en: [
      "notebook.yaml:30:43: “kernel_size” must be a whole number or a list [height, width], and here is [...]. Write for example 3 or [3, 3]."
    ]
  ),
  Mistake(
    "a zero stride", "kernel_size: 3", "kernel_size: 3, strides: 0",
    es: [
      "notebook.yaml:30:55: «strides» es 0 y debe estar entre 1 y 64. Cambia el valor."
    ],
    en: [
      "notebook.yaml:30:55: “strides” is 0 and must be from 1 to 64. Change the value."
    ]
  ),
  Mistake(
    "zero filters", "filters: 4", "filters: 0",
    es: [
      "notebook.yaml:30:27: «filters» es 0 y debe estar entre 1 y 4096. Cambia el valor."
    ],
    en: [
      "notebook.yaml:30:27: “filters” is 0 and must be from 1 to 4096. Change the value."
    ]
  ),
  Mistake(
    "no kernel size", "filters: 4, kernel_size: 3", "filters: 4",
    es: [
      "notebook.yaml:30:17: En «Conv2D» falta la clave «kernel_size». Añádela."
    ],
    en: [
      "notebook.yaml:30:17: “Conv2D” lacks the key “kernel_size”. Add it."
    ]
  ),
  Mistake(
    "a dropout rate of one", "- Flatten", "- Dropout: {rate: 1}\n      - Flatten",
    es: [
      "notebook.yaml:32:25: «rate» es 1 y debe ser al menos 0 y menor que 1. Cambia el valor."
    ],
    en: [
      "notebook.yaml:32:25: “rate” is 1 and must be at least 0 and less than 1. Change the value."
    ]
  ),
  Mistake(
    "a dropout without a rate", "- Flatten", "- Dropout: {}\n      - Flatten",
    es: [
      "notebook.yaml:32:18: En «Dropout» falta la clave «rate». Añádela."
    ],
    en: [
      "notebook.yaml:32:18: “Dropout” lacks the key “rate”. Add it."
    ]
  ),
  Mistake(
    "an unknown activation without a likely one", "activation: relu", "activation: swish",
    es: [
      "notebook.yaml:30:58: No conozco la activación «swish». Las que hay: linear, relu, leaky_relu, elu, gelu, sigmoid, tanh, softmax."
    ],
    en: [
      "notebook.yaml:30:58: I do not know the activation “swish”. There are: linear, relu, leaky_relu, elu, gelu, sigmoid, tanh, softmax."
    ]
  ),
  Mistake(
    "an unknown padding without a likely one", "kernel_size: 3", "kernel_size: 3, padding: reflect",
    es: [
      "notebook.yaml:30:55: No conozco el relleno «reflect». Los que hay: valid, same."
    ],
    en: [
      "notebook.yaml:30:55: I do not know the padding “reflect”. There are: valid, same."
    ]
  ),
]
