/// How a model is trained.
let fitMistakes: [Mistake] = [
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
]
