/// Models that do not fit their data or themselves.
let shapeMistakes: [Mistake] = [
  Mistake(
    "a normalisation that is not first", "- Dense: {units: 1}",
    "- Dense: {units: 1}\n      - Normalization: {}",
    es: [
      "notebook.yaml:17:26: Arreglos en «untrained»: 2; el modelo necesita 5. Escribe los de cada capa en el orden de get_weights().",
      "notebook.yaml:20:9: «Normalization» se ajusta a los datos de entrada, así que debe ser la primera capa. Muévela al principio.",
    ],
    en: [
      "notebook.yaml:17:26: Arrays in “untrained”: 2; the model needs 5. Write those of each layer in the order of get_weights().",
      "notebook.yaml:20:9: “Normalization” is fitted to the input data, so it must be the first layer. Move it to the start.",
    ]
  ),
  Mistake(
    "a window that does not fit", "kernel_size: 3", "kernel_size: 29",
    es: [
      "notebook.yaml:30:9: La ventana de 29 × 29 de Conv2D no cabe en una imagen de 28 × 28. Usa una ventana más pequeña, «padding: same», o menos capas antes."
    ],
    en: [
      "notebook.yaml:30:9: The 29 × 29 window of Conv2D does not fit an image of 28 × 28. Use a smaller window, “padding: same”, or fewer layers before it."
    ]
  ),
  Mistake(
    "a pooling that does not fit", "pool_size: 2", "pool_size: 27",
    es: [
      "notebook.yaml:31:9: La ventana de 27 × 27 de MaxPooling2D no cabe en una imagen de 26 × 26. Usa una ventana más pequeña, «padding: same», o menos capas antes."
    ],
    en: [
      "notebook.yaml:31:9: The 27 × 27 window of MaxPooling2D does not fit an image of 26 × 26. Use a smaller window, “padding: same”, or fewer layers before it."
    ]
  ),
  Mistake(
    "a dense layer on an image", "      - Flatten\n", "",
    es: [
      "notebook.yaml:32:9: La capa Dense recibe una imagen de 13 × 13 × 4 y necesita una lista de números. Añade «- Flatten: {}» antes de ella."
    ],
    en: [
      "notebook.yaml:32:9: The layer Dense gets an image of 13 × 13 × 4 and needs a list of numbers. Add “- Flatten: {}” before it."
    ]
  ),
  Mistake(
    "a convolution on a table", "- Dense: {units: 1}", "- Conv2D: {filters: 2, kernel_size: 3}",
    es: [
      "notebook.yaml:19:9: La capa Conv2D necesita una imagen (alto × ancho × canales) y recibe 1. Quítala, o ponla antes de «Flatten»."
    ],
    en: [
      "notebook.yaml:19:9: The layer Conv2D needs an image (height × width × channels) and gets 1. Remove it, or put it before “Flatten”."
    ]
  ),
  Mistake(
    "an image at the end", "      - Flatten\n      - Dense: {units: 10, activation: softmax}\n", "",
    es: [
      "notebook.yaml:31:9: La última capa da 13 × 13 × 4 y debe dar una lista de números. Añade «- Flatten: {}» y una capa «Dense» al final."
    ],
    en: [
      "notebook.yaml:31:9: The last layer gives 13 × 13 × 4 and must give a list of numbers. Add “- Flatten: {}” and a “Dense” layer at the end."
    ]
  ),
  Mistake(
    "too many parameters", "- Flatten",
    "- Flatten\n      - Dense: {units: 65536}\n      - Dense: {units: 65536}",
    es: [
      "notebook.yaml:34:9: Con esta capa el modelo pasa de 50000000 parámetros. Usa menos filtros o unidades, o una agrupación antes."
    ],
    en: [
      "notebook.yaml:34:9: With this layer the model is over 50000000 parameters. Use fewer filters or units, or pooling before it."
    ]
  ),
  Mistake(
    "two units for one target", "units: 1", "units: 2",
    es: [
      "notebook.yaml:17:27: «kernel» mide 1 × 1 y debe medir 1 × 2. Revisa los corchetes: las filas son las entradas y las columnas las unidades.",
      "notebook.yaml:17:36: «bias» mide 1 y debe medir 2. Revisa los corchetes: las filas son las entradas y las columnas las unidades.",
      "notebook.yaml:19:9: La última capa tiene 2 unidades y debe tener 1, porque hay un solo objetivo. Cambia «units».",
    ],
    en: [
      "notebook.yaml:17:27: “kernel” is 1 × 1 and must be 1 × 2. Check the brackets: rows are inputs, columns are units.",
      "notebook.yaml:17:36: “bias” is 1 and must be 2. Check the brackets: rows are inputs, columns are units.",
      "notebook.yaml:19:9: The last layer has 2 units and must have 1, because there is one target. Change “units”.",
    ]
  ),
  Mistake(
    "too few classes", "units: 10", "units: 9",
    es: [
      "notebook.yaml:33:9: La última capa tiene 9 unidades y debe tener 10, una por clase. Cambia «units»."
    ],
    en: [
      "notebook.yaml:33:9: The last layer has 9 units and must have 10, one for each class. Change “units”."
    ]
  ),
  Mistake(
    "a model with nothing to train", "- Dense: {units: 1}", "- Normalization: {}",
    es: [
      "notebook.yaml:17:26: Arreglos en «untrained»: 2; el modelo necesita 3. Escribe los de cada capa en el orden de get_weights().",
      "notebook.yaml:18:5: El modelo no tiene ningún peso que entrenar. Añade una capa como «- Dense: {units: 1}».",
    ],
    en: [
      "notebook.yaml:17:26: Arrays in “untrained”: 2; the model needs 3. Write those of each layer in the order of get_weights().",
      "notebook.yaml:18:5: The model has no weight to train. Add a layer such as “- Dense: {units: 1}”.",
    ]
  ),
  Mistake(
    "a softmax over one unit", "units: 1", "units: 1, activation: softmax",
    es: [
      "notebook.yaml:19:9: «softmax» sobre una sola unidad da siempre 1. Quita la activación, o usa «sigmoid»."
    ],
    en: [
      "notebook.yaml:19:9: “softmax” over a single unit always gives 1. Remove the activation, or use “sigmoid”."
    ]
  ),
  Mistake(
    "an initial kernel of another shape", "units: 1",
    "units: 1, initial: {kernel: [1.8], bias: [4.5]}",
    es: [
      "notebook.yaml:19:45: «kernel» mide 1 y debe medir 1 × 1. Revisa los corchetes: las filas son las entradas y las columnas las unidades."
    ],
    en: [
      "notebook.yaml:19:45: “kernel” is 1 and must be 1 × 1. Check the brackets: rows are inputs, columns are units."
    ]
  ),
  Mistake(
    "an initial kernel without its bias", "units: 1", "units: 1, initial: {kernel: [[1.8]]}",
    es: [
      "notebook.yaml:19:36: En «initial» falta la clave «bias». Añádela."
    ],
    en: [
      "notebook.yaml:19:36: “initial” lacks the key “bias”. Add it."
    ]
  ),
  Mistake(
    "an unknown initial array", "units: 1", "units: 1, initial: {kernel: [[1.8]], bais: [4.5]}",
    es: [
      "notebook.yaml:19:54: No conozco la clave «bais». ¿Quisiste decir «bias»?"
    ],
    en: [
      "notebook.yaml:19:54: I do not know the key “bais”. Did you mean “bias”?"
    ]
  ),
  Mistake(
    "ragged initial values", "units: 1", "units: 2, initial: {kernel: [[1, 2], [3]], bias: [0, 0]}",
    es: [
      "notebook.yaml:19:54: En «kernel» las listas interiores no tienen todas la misma longitud. Completa las filas."
    ],
    en: [
      "notebook.yaml:19:54: In “kernel” the inner lists are not all of the same length. Complete the rows."
    ]
  ),
  Mistake(
    "initial values without weights", "- Flatten", "- Flatten: {initial: {kernel: [[1]]}}",
    es: [
      "notebook.yaml:32:19: «Flatten» no lleva opciones, y aquí hay «initial». Quítala."
    ],
    en: [
      "notebook.yaml:32:19: “Flatten” takes no options, and here is “initial”. Remove it."
    ]
  ),
  Mistake(
    "initial weights twice", "model:\n      - Dense: {units: 1}",
    "initial_weights: data.csv\n    model:\n      - Dense: {units: 1, initial: {kernel: [[1]], bias: [0]}}",
    es: [
      "notebook.yaml:18:22: «initial_weights» y el «initial» de una capa no pueden ir juntos. Deja solo uno."
    ],
    en: [
      "notebook.yaml:18:22: “initial_weights” and a layer’s “initial” cannot go together. Keep only one."
    ]
  ),
  Mistake(
    "more classes than labels can count",
    "model:\n      - Dense: {units: 1}\n    compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error, metrics: [mae]}",
    "model:\n      - Dense: {units: 300, activation: softmax}\n    compile: {optimizer: adam, loss: sparse_categorical_crossentropy}",
    es: [
      "notebook.yaml:17:27: «kernel» mide 1 × 1 y debe medir 1 × 300. Revisa los corchetes: las filas son las entradas y las columnas las unidades.",
      "notebook.yaml:17:36: «bias» mide 1 y debe medir 300. Revisa los corchetes: las filas son las entradas y las columnas las unidades.",
      "notebook.yaml:19:9: La última capa tiene 300 clases y el límite es 256. Usa menos unidades.",
    ],
    en: [
      "notebook.yaml:17:27: “kernel” is 1 × 1 and must be 1 × 300. Check the brackets: rows are inputs, columns are units.",
      "notebook.yaml:17:36: “bias” is 1 and must be 300. Check the brackets: rows are inputs, columns are units.",
      "notebook.yaml:19:9: The last layer has 300 classes and the limit is 256. Use fewer units.",
    ]
  ),
  Mistake(
    "a yes-or-no loss on two units",
    "model:\n      - Dense: {units: 1}\n    compile: {optimizer: {Adam: {learning_rate: 0.1}}, loss: mean_squared_error, metrics: [mae]}",
    "model:\n      - Dense: {units: 2, activation: sigmoid}\n    compile: {optimizer: adam, loss: binary_crossentropy}",
    es: [
      "notebook.yaml:17:27: «kernel» mide 1 × 1 y debe medir 1 × 2. Revisa los corchetes: las filas son las entradas y las columnas las unidades.",
      "notebook.yaml:17:36: «bias» mide 1 y debe medir 2. Revisa los corchetes: las filas son las entradas y las columnas las unidades.",
      "notebook.yaml:19:9: «binary_crossentropy» necesita una sola unidad al final, y hay 2. Cambia «units», o usa «categorical_crossentropy» con «softmax».",
    ],
    en: [
      "notebook.yaml:17:27: “kernel” is 1 × 1 and must be 1 × 2. Check the brackets: rows are inputs, columns are units.",
      "notebook.yaml:17:36: “bias” is 1 and must be 2. Check the brackets: rows are inputs, columns are units.",
      "notebook.yaml:19:9: “binary_crossentropy” needs a single unit at the end, and there are 2. Change “units”, or use “categorical_crossentropy” with “softmax”.",
    ]
  ),
]
