/// Optimizers, losses and metrics.
let compileMistakes: [Mistake] = [
  Mistake(
    "an unknown optimizer", "optimizer: adam", "optimizer: addam",
    es: [
      "notebook.yaml:34:26: No conozco el optimizador «addam». ¿Quisiste decir «Adam»?"
    ],
    en: [
      "notebook.yaml:34:26: I do not know the optimizer “addam”. Did you mean “Adam”?"
    ]
  ),
  Mistake(
    "an unknown optimizer option", "{Adam: {learning_rate: 0.1}}", "{Adam: {lr: 0.1}}",
    es: [
      "notebook.yaml:20:34: No conozco la clave «lr». Aquí van: learning_rate, beta_1, beta_2, epsilon."
    ],
    en: [
      "notebook.yaml:20:34: I do not know the key “lr”. The ones that go here: learning_rate, beta_1, beta_2, epsilon."
    ]
  ),
  Mistake(
    "a learning rate of zero", "learning_rate: 0.1", "learning_rate: 0",
    es: [
      "notebook.yaml:20:49: «learning_rate» es 0 y debe ser mayor que 0. Cambia el valor."
    ],
    en: [
      "notebook.yaml:20:49: “learning_rate” is 0 and must be greater than 0. Change the value."
    ]
  ),
  Mistake(
    "an infinite learning rate", "learning_rate: 0.1", "learning_rate: .inf",
    es: [
      "notebook.yaml:20:49: «learning_rate» debe ser un número, y aquí hay .inf. Escribe un número sin comillas, como 0.1."
    ],
    en: [
      "notebook.yaml:20:49: “learning_rate” must be a number, and here is .inf. Write a number without quotes, such as 0.1."
    ]
  ),
  Mistake(
    "a learning rate beyond Float", "learning_rate: 0.1", "learning_rate: 1e300",
    es: [
      "notebook.yaml:20:49: «learning_rate» es 1e300 y debe estar entre -3.4e38 y 3.4e38. Cambia el valor."
    ],
    en: [
      "notebook.yaml:20:49: “learning_rate” is 1e300 and must be from -3.4e38 to 3.4e38. Change the value."
    ]
  ),
  Mistake(
    "a hexadecimal learning rate", "learning_rate: 0.1", "learning_rate: 0x10",
    es: [
      "notebook.yaml:20:49: «learning_rate» debe ser un número, y aquí hay 0x10. Escribe un número sin comillas, como 0.1."
    ],
    en: [
      "notebook.yaml:20:49: “learning_rate” must be a number, and here is 0x10. Write a number without quotes, such as 0.1."
    ]
  ),
  Mistake(
    "an optimizer as a list", "optimizer: adam", "optimizer: [adam]",
    es: [
      "notebook.yaml:34:26: «optimizer» debe ser un nombre o un nombre con opciones, y aquí hay [...]. Escribe «adam» o «{Adam: {learning_rate: 0.1}}»."
    ],
    en: [
      "notebook.yaml:34:26: “optimizer” must be a name or a name with options, and here is [...]. Write “adam” or “{Adam: {learning_rate: 0.1}}”."
    ]
  ),
  Mistake(
    "momentum of one", "optimizer: adam", "optimizer: {SGD: {momentum: 1}}",
    es: [
      "notebook.yaml:34:43: «momentum» es 1 y debe ser al menos 0 y menor que 1. Cambia el valor."
    ],
    en: [
      "notebook.yaml:34:43: “momentum” is 1 and must be at least 0 and less than 1. Change the value."
    ]
  ),
  Mistake(
    "nesterov as text", "optimizer: adam", "optimizer: {SGD: {nesterov: si}}",
    es: [
      "notebook.yaml:34:43: «nesterov» debe ser true o false, y aquí hay si. Escribe uno de los dos."
    ],
    en: [
      "notebook.yaml:34:43: “nesterov” must be true or false, and here is si. Write one of the two."
    ]
  ),
  Mistake(
    "an unknown loss", "loss: mean_squared_error", "loss: mean_square_eror",
    es: [
      "notebook.yaml:20:62: No conozco la pérdida «mean_square_eror». ¿Quisiste decir «mean_squared_error»?"
    ],
    en: [
      "notebook.yaml:20:62: I do not know the loss “mean_square_eror”. Did you mean “mean_squared_error”?"
    ]
  ),
  Mistake(
    "an unknown loss without a likely one", "loss: mean_squared_error", "loss: hinge",
    es: [
      "notebook.yaml:20:62: No conozco la pérdida «hinge». Las que hay: mean_squared_error, mean_absolute_error, huber, binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, mse, mae."
    ],
    en: [
      "notebook.yaml:20:62: I do not know the loss “hinge”. There are: mean_squared_error, mean_absolute_error, huber, binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, mse, mae."
    ]
  ),
  Mistake(
    "no loss", "optimizer: adam, loss: categorical_crossentropy,", "optimizer: adam,",
    es: [
      "notebook.yaml:34:14: En «compile» falta la clave «loss». Añádela."
    ],
    en: [
      "notebook.yaml:34:14: “compile” lacks the key “loss”. Add it."
    ]
  ),
  Mistake(
    "an unknown metric", "metrics: [accuracy]", "metrics: [acuracy]",
    es: [
      "notebook.yaml:34:74: No conozco la métrica «acuracy». ¿Quisiste decir «accuracy»?"
    ],
    en: [
      "notebook.yaml:34:74: I do not know the metric “acuracy”. Did you mean “accuracy”?"
    ]
  ),
  Mistake(
    "a metric twice", "metrics: [mae]", "metrics: [mae, mae]",
    es: [
      "notebook.yaml:20:97: «mean_absolute_error» está dos veces en «metrics». Deja solo uno."
    ],
    en: [
      "notebook.yaml:20:97: “mean_absolute_error” stands twice in “metrics”. Keep only one."
    ]
  ),
  Mistake(
    "metrics as text", "metrics: [accuracy]", "metrics: accuracy",
    es: [
      "notebook.yaml:34:73: «metrics» debe ser una lista, y aquí hay accuracy. Escribe los elementos entre corchetes o uno por línea con guion."
    ],
    en: [
      "notebook.yaml:34:73: “metrics” must be a list, and here is accuracy. Write the items in brackets, or one a line after a dash."
    ]
  ),
  Mistake(
    "accuracy of a regression", "metrics: [mae]", "metrics: [accuracy]",
    es: [
      "notebook.yaml:20:92: «accuracy» cuenta aciertos de clase, y con la pérdida «mean_squared_error» el modelo da números. Quita la métrica, o usa «mean_absolute_error»."
    ],
    en: [
      "notebook.yaml:20:92: “accuracy” counts right classes, and with the loss “mean_squared_error” the model gives numbers. Remove the metric, or use “mean_absolute_error”."
    ]
  ),
  Mistake(
    "an absolute error of classes", "metrics: [accuracy]", "metrics: [mae]",
    es: [
      "notebook.yaml:34:74: «mean_absolute_error» mide errores de números, y con la pérdida «categorical_crossentropy» el modelo da clases. Quita la métrica, o usa «accuracy»."
    ],
    en: [
      "notebook.yaml:34:74: “mean_absolute_error” measures errors of numbers, and with the loss “categorical_crossentropy” the model gives classes. Remove the metric, or use “accuracy”."
    ]
  ),
  Mistake(
    "a loss of classes on one unit", "loss: mean_squared_error, metrics: [mae]",
    "loss: categorical_crossentropy",
    es: [
      "notebook.yaml:20:62: «categorical_crossentropy» necesita una unidad por clase, al menos dos, y la última capa tiene una. Para números usa «mean_squared_error»; para sí o no, «binary_crossentropy»."
    ],
    en: [
      "notebook.yaml:20:62: “categorical_crossentropy” needs one unit for each class, at least two, and the last layer has one. For numbers use “mean_squared_error”; for yes or no, “binary_crossentropy”."
    ]
  ),
  Mistake(
    "a loss of numbers on images", "loss: categorical_crossentropy, metrics: [accuracy]",
    "loss: mse",
    es: [
      "notebook.yaml:34:38: «mean_squared_error» no sirve para imágenes con clases. Usa «categorical_crossentropy» o «sparse_categorical_crossentropy», con «softmax» al final."
    ],
    en: [
      "notebook.yaml:34:38: “mean_squared_error” does not suit images with classes. Use “categorical_crossentropy” or “sparse_categorical_crossentropy”, with “softmax” at the end."
    ]
  ),
  Mistake(
    "a loss of classes without softmax", "activation: softmax", "activation: relu",
    es: [
      "notebook.yaml:33:9: «categorical_crossentropy» necesita probabilidades, y la última capa tiene activación «relu». Escribe «activation: softmax» en ella."
    ],
    en: [
      "notebook.yaml:33:9: “categorical_crossentropy” needs probabilities, and the last layer’s activation is “relu”. Write “activation: softmax” in it."
    ]
  ),
  Mistake(
    "a yes-or-no loss without sigmoid", "loss: mean_squared_error", "loss: binary_crossentropy",
    es: [
      "notebook.yaml:19:9: «binary_crossentropy» necesita una probabilidad, y la última capa tiene activación «linear». Escribe «activation: sigmoid» en ella."
    ],
    en: [
      "notebook.yaml:19:9: “binary_crossentropy” needs a probability, and the last layer’s activation is “linear”. Write “activation: sigmoid” in it."
    ]
  ),
  Mistake(
    "an unknown optimizer without a likely one", "optimizer: adam", "optimizer: Lion",
    es: [
      "notebook.yaml:34:26: No conozco el optimizador «Lion». Los que hay: Adam, SGD, RMSprop."
    ],
    en: [
      "notebook.yaml:34:26: I do not know the optimizer “Lion”. There are: Adam, SGD, RMSprop."
    ]
  ),
  Mistake(
    "an unknown metric without a likely one", "metrics: [accuracy]", "metrics: [f1]",
    es: [
      "notebook.yaml:34:74: No conozco la métrica «f1». Las que hay: accuracy, mean_absolute_error, mae."
    ],
    en: [
      "notebook.yaml:34:74: I do not know the metric “f1”. There are: accuracy, mean_absolute_error, mae."
    ]
  ),
  Mistake(
    "seventeen metrics", "metrics: [accuracy]",
    "metrics: [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a]",
    es: [
      "notebook.yaml:34:73: «metrics» tiene 17 elementos y el límite es 16. Quita los que sobran."
    ],
    en: [
      "notebook.yaml:34:73: “metrics” has 17 items and the limit is 16. Remove some."
    ]
  ),
]
