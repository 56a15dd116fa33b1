/// What compile, fit, predict, reference and untrained say.
let trainingMistakes: [Mistake] = [
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
    "negative epochs", "epochs: 10,", "epochs: -5,",
    es: [
      "notebook.yaml:21:19: «epochs» es -5 y debe estar entre 1 y 1000000. Cambia el valor."
    ],
    en: [
      "notebook.yaml:21:19: “epochs” is -5 and must be from 1 to 1000000. Change the value."
    ]
  ),
  Mistake(
    "no epochs", "epochs: 10,", "epochs: 0,",
    es: [
      "notebook.yaml:21:19: «epochs» es 0 y debe estar entre 1 y 1000000. Cambia el valor."
    ],
    en: [
      "notebook.yaml:21:19: “epochs” is 0 and must be from 1 to 1000000. Change the value."
    ]
  ),
  Mistake(
    "huge epochs", "epochs: 10,", "epochs: 99999999999999999999,",
    es: [
      "notebook.yaml:21:19: «epochs» es 99999999999999999999 y debe estar entre 1 y 1000000. Cambia el valor."
    ],
    en: [
      "notebook.yaml:21:19: “epochs” is 99999999999999999999 and must be from 1 to 1000000. Change the value."
    ]
  ),
  Mistake(
    "missing epochs", "{epochs: 10, batch_size: 4, validation: test}", "{batch_size: 4}",
    es: [
      "notebook.yaml:21:10: En «fit» falta la clave «epochs». Añádela."
    ],
    en: [
      "notebook.yaml:21:10: “fit” lacks the key “epochs”. Add it."
    ]
  ),
  Mistake(
    "fit as a list", "{epochs: 10, batch_size: 4, validation: test}", "[10]",
    es: [
      "notebook.yaml:21:10: «fit» debe ser un grupo de claves y valores, y aquí hay [...]. Escribe cada «clave: valor» en su línea, con sangría."
    ],
    en: [
      "notebook.yaml:21:10: “fit” must be a group of keys and values, and here is [...]. Write each “key: value” on a line of its own, indented."
    ]
  ),
  Mistake(
    "an empty batch", "batch_size: 4", "batch_size: 0",
    es: [
      "notebook.yaml:21:35: «batch_size» es 0 y debe estar entre 1 y 1000000. Cambia el valor."
    ],
    en: [
      "notebook.yaml:21:35: “batch_size” is 0 and must be from 1 to 1000000. Change the value."
    ]
  ),
  Mistake(
    "shuffle as text", "batch_size: 4", "shuffle: quizas",
    es: [
      "notebook.yaml:21:32: «shuffle» debe ser true o false, y aquí hay quizas. Escribe uno de los dos."
    ],
    en: [
      "notebook.yaml:21:32: “shuffle” must be true or false, and here is quizas. Write one of the two."
    ]
  ),
  Mistake(
    "an unknown validation", "validation: test}\n    predict", "validation: tests}\n    predict",
    es: [
      "notebook.yaml:21:50: «validation» no puede ser «tests». ¿Quisiste decir «test»?"
    ],
    en: [
      "notebook.yaml:21:50: “validation” cannot be “tests”. Did you mean “test”?"
    ]
  ),
  Mistake(
    "another validation", "validation: test}\n    predict", "validation: 0.2}\n    predict",
    es: [
      "notebook.yaml:21:50: «validation» no puede ser «0.2». Lo que puede ser: test. Para apartar una fracción usa «validation_split»."
    ],
    en: [
      "notebook.yaml:21:50: “validation” cannot be “0.2”. It can be: test. To hold out a fraction use “validation_split”."
    ]
  ),
  Mistake(
    "two validations", "validation: test}\n    predict",
    "validation: test, validation_split: 0.1}\n    predict",
    es: [
      "notebook.yaml:21:56: «validation» y «validation_split» no pueden ir juntas. Deja solo una."
    ],
    en: [
      "notebook.yaml:21:56: “validation” and “validation_split” cannot go together. Keep only one."
    ]
  ),
  Mistake(
    "a test validation without a test part", "      test: 0.2\n", "",
    es: [
      "notebook.yaml:20:50: «validation: test» necesita una parte de prueba, y la tabla no aparta ninguna. Añade «test: 0.2» en «data», o usa «validation_split: 0.2»."
    ],
    en: [
      "notebook.yaml:20:50: “validation: test” needs a test part, and the table holds none out. Add “test: 0.2” to “data”, or use “validation_split: 0.2”."
    ]
  ),
  Mistake(
    "early stopping on an unrecorded series", "batch_size: 4, validation: test",
    "early_stopping: {monitor: val_loss, patience: 3}",
    es: [
      "notebook.yaml:21:49: «early_stopping» vigila «val_loss», que este entrenamiento no registra. Lo que registra: loss, mean_absolute_error. Cambia «monitor», o añade la métrica o la validación que falta."
    ],
    en: [
      "notebook.yaml:21:49: “early_stopping” monitors “val_loss”, which this training does not record. It records: loss, mean_absolute_error. Change “monitor”, or add the metric or validation it needs."
    ]
  ),
  Mistake(
    "negative patience", "batch_size: 4", "early_stopping: {patience: -1}",
    es: [
      "notebook.yaml:21:50: «patience» es -1 y debe estar entre 0 y 1000000. Cambia el valor."
    ],
    en: [
      "notebook.yaml:21:50: “patience” is -1 and must be from 0 to 1000000. Change the value."
    ]
  ),
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
