/// `figures` and their parameters.
let figureMistakes: [Mistake] = [
  Mistake(
    "an unknown parameter", "[network, loss]", "[network, {learning-rates: {adm: [0.1]}}]",
    es: [
      "notebook.yaml:23:42: Esta figura no tiene el parámetro «adm». ¿Quisiste decir «adam»?"
    ],
    en: ["notebook.yaml:23:42: This figure has no parameter “adm”. Did you mean “adam”?"]
  ),
  Mistake(
    "an unknown parameter without a likely one", "[network, loss]",
    "[network, {relu-seeds: {depth: 3}}]",
    es: [
      "notebook.yaml:23:38: Esta figura no tiene el parámetro «depth». Aquí van: seeds."
    ],
    en: ["notebook.yaml:23:38: This figure has no parameter “depth”. Here go: seeds."]
  ),
  Mistake(
    "parameters of a figure without any", "[network, loss]", "[network, {loss: {scale: log}}]",
    es: [
      "notebook.yaml:23:25: La figura «loss» no tiene parámetros. Los tienen: learning-rates, seed-spread, relu-seeds, raw-and-normalized."
    ],
    en: [
      "notebook.yaml:23:25: The figure “loss” has no parameters. These have some: learning-rates, seed-spread, relu-seeds, raw-and-normalized."
    ]
  ),
  Mistake(
    "parameters of a misspelt figure", "[network, loss]", "[{learning-rate: {adam: [0.1]}}]",
    es: [
      "notebook.yaml:23:16: No conozco la figura con parámetros «learning-rate». ¿Quisiste decir «learning-rates»?"
    ],
    en: [
      "notebook.yaml:23:16: I know no figure with parameters “learning-rate”. Did you mean “learning-rates”?"
    ]
  ),
  Mistake(
    "two figures in one item", "[network, loss]", "[{network: , loss: }]",
    es: [
      "notebook.yaml:23:15: «figures» debe tener nombres de figuras, o un nombre con sus parámetros, y aquí hay {...}. Escribe «loss» o «learning-rates: {adam: [0.01, 0.1]}»."
    ],
    en: [
      "notebook.yaml:23:15: “figures” must have names of figures, or a name with its parameters, and here is {...}. Write “loss” or “learning-rates: {adam: [0.01, 0.1]}”."
    ]
  ),
  Mistake(
    "a list as a figure", "[network, loss]", "[[network]]",
    es: [
      "notebook.yaml:23:15: «figures» debe tener nombres de figuras, o un nombre con sus parámetros, y aquí hay [...]. Escribe «loss» o «learning-rates: {adam: [0.01, 0.1]}»."
    ],
    en: [
      "notebook.yaml:23:15: “figures” must have names of figures, or a name with its parameters, and here is [...]. Write “loss” or “learning-rates: {adam: [0.01, 0.1]}”."
    ]
  ),
  Mistake(
    "parameters that are no map", "[network, loss]", "[{learning-rates: 0.1}]",
    es: [
      "notebook.yaml:23:32: «learning-rates» debe ser un grupo de claves y valores, y aquí hay 0.1. Escribe cada «clave: valor» en su línea, con sangría."
    ],
    en: [
      "notebook.yaml:23:32: “learning-rates” must be a group of keys and values, and here is 0.1. Write each “key: value” on a line of its own, indented."
    ]
  ),
  Mistake(
    "rates that are no list", "[network, loss]", "[{learning-rates: {adam: 0.1}}]",
    es: [
      "notebook.yaml:23:39: «adam» debe ser una lista, y aquí hay 0.1. Escribe los elementos entre corchetes o uno por línea con guion."
    ],
    en: [
      "notebook.yaml:23:39: “adam” must be a list, and here is 0.1. Write the items in brackets, or one a line after a dash."
    ]
  ),
  Mistake(
    "an empty list of rates", "[network, loss]", "[{learning-rates: {adam: []}}]",
    es: ["notebook.yaml:23:39: «adam» es una lista vacía. Añade al menos un elemento."],
    en: ["notebook.yaml:23:39: “adam” is an empty list. Add at least one item."]
  ),
  Mistake(
    "too many rates", "[network, loss]",
    "[{learning-rates: {sgd: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]}}]",
    es: [
      "notebook.yaml:23:38: «sgd» tiene 7 elementos y el límite es 6. Quita los que sobran."
    ],
    en: ["notebook.yaml:23:38: “sgd” has 7 items and the limit is 6. Remove some."]
  ),
  Mistake(
    "rates that are wrong one by one", "[network, loss]",
    "[{learning-rates: {adam: [0, -1, fast, 0.1, 1e-1]}}]",
    es: [
      "notebook.yaml:23:40: «adam» es 0 y debe ser mayor que 0. Cambia el valor.",
      "notebook.yaml:23:43: «adam» es -1 y debe ser mayor que 0. Cambia el valor.",
      "notebook.yaml:23:47: «adam» debe ser un número, y aquí hay fast. Escribe un número sin comillas, como 0.1.",
      "notebook.yaml:23:58: «1e-1» está dos veces en «adam». Deja solo uno.",
    ],
    en: [
      "notebook.yaml:23:40: “adam” is 0 and must be greater than 0. Change the value.",
      "notebook.yaml:23:43: “adam” is -1 and must be greater than 0. Change the value.",
      "notebook.yaml:23:47: “adam” must be a number, and here is fast. Write a number without quotes, such as 0.1.",
      "notebook.yaml:23:58: “1e-1” stands twice in “adam”. Keep only one.",
    ]
  ),
  Mistake(
    "too many seeds", "[network, loss]", "[{seed-spread: {seeds: 51}}]",
    es: ["notebook.yaml:23:37: «seeds» es 51 y debe estar entre 2 y 50. Cambia el valor."],
    en: ["notebook.yaml:23:37: “seeds” is 51 and must be from 2 to 50. Change the value."]
  ),
  Mistake(
    "seeds as text", "[network, loss]", "[{seed-spread: {seeds: many}}]",
    es: [
      "notebook.yaml:23:37: «seeds» debe ser un número entero, y aquí hay many. Escribe un entero sin comillas, como 10."
    ],
    en: [
      "notebook.yaml:23:37: “seeds” must be a whole number, and here is many. Write an integer without quotes, such as 10."
    ]
  ),
  Mistake(
    "a figure twice, once with parameters", "[network, loss]",
    "[seed-spread, {seed-spread: {seeds: 30}}]",
    es: ["notebook.yaml:23:28: «seed-spread» está dos veces en «figures». Deja solo uno."],
    en: ["notebook.yaml:23:28: “seed-spread” stands twice in “figures”. Keep only one."]
  ),
]
