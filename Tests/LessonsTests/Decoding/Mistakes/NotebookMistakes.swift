/// Keys, types and values of the notebook itself.
let notebookMistakes: [Mistake] = [
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
      "notebook.yaml:8:12: A «title» le falta el texto en «en». Añade «en: ...», o quita «en» de «languages»."
    ],
    en: [
      "notebook.yaml:8:12: “title” has no text in “en”. Add “en: ...”, or remove “en” from “languages”."
    ]
  ),
  Mistake(
    "a missing language in a label", "label: {es: Ley, en: Law}", "label: {en: Law}",
    es: [
      "notebook.yaml:16:53: A «label» le falta el texto en «es». Añade «es: ...», o quita «es» de «languages»."
    ],
    en: [
      "notebook.yaml:16:53: “label” has no text in “es”. Add “es: ...”, or remove “es” from “languages”."
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
    "an unknown region without a likely one", "seed: 7", "region: Colombia",
    es: [
      "notebook.yaml:5:9: No conozco la región «Colombia». Las que hay: MX, ES."
    ],
    en: [
      "notebook.yaml:5:9: I do not know the region “Colombia”. There are: MX, ES."
    ]
  ),
  Mistake(
    "a language with a likely one", "languages: [es, en]", "languages: [es, eng]",
    es: [
      "notebook.yaml:3:17: No conozco el idioma «eng». ¿Quisiste decir «en»?"
    ],
    en: [
      "notebook.yaml:3:17: I do not know the language “eng”. Did you mean “en”?"
    ]
  ),
]
