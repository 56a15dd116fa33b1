/// YAML that cannot be read or that a notebook has no use for.
let syntaxMistakes: [Mistake] = [
  Mistake(
    "an anchor", "id: sample", "id: &a sample",
    es: [
      "notebook.yaml:2:5: «&a» es un ancla de YAML, y un cuaderno no las usa. Escribe el valor completo, o entre comillas si es un texto."
    ],
    en: [
      "notebook.yaml:2:5: “&a” is a YAML anchor, and a notebook does not use them. Write out the value, or put it in quotes if it is a text."
    ]
  ),
  Mistake(
    "an alias", "seed: 7", "seed: *a",
    es: [
      "notebook.yaml:5:7: «*a» es una referencia de YAML, y un cuaderno no las usa. Escribe el valor completo, o entre comillas si es un texto."
    ],
    en: [
      "notebook.yaml:5:7: “*a” is a YAML alias, and a notebook does not use them. Write out the value, or put it in quotes if it is a text."
    ]
  ),
  Mistake(
    "an alias as a key", "seed: 7", "*a : 7",
    es: [
      "notebook.yaml:5:1: «*a» es una referencia de YAML, y un cuaderno no las usa. Escribe el valor completo, o entre comillas si es un texto."
    ],
    en: [
      "notebook.yaml:5:1: “*a” is a YAML alias, and a notebook does not use them. Write out the value, or put it in quotes if it is a text."
    ]
  ),
  Mistake(
    "a tag", "seed: 7", "seed: !!int 7",
    es: [
      "notebook.yaml:5:7: «!!int» es una etiqueta de tipo de YAML, y un cuaderno no las usa. Quítala, o escribe el texto entre comillas."
    ],
    en: [
      "notebook.yaml:5:7: “!!int” is a YAML tag, and a notebook does not use them. Remove it, or put the text in quotes."
    ]
  ),
  Mistake(
    "a merge key", "seed: 7", "<<: {seed: 7}",
    es: [
      "notebook.yaml:5:1: «<<» mezcla grupos de YAML, y un cuaderno no lo usa. Escribe las claves una por una."
    ],
    en: [
      "notebook.yaml:5:1: “<<” merges YAML groups, and a notebook does not use it. Write the keys one by one."
    ]
  ),
  Mistake(
    "a directive", "schema: 1", "%YAML 1.1\n---\nschema: 1",
    es: [
      "notebook.yaml:1:1: Una línea que empieza con «%» es una directiva de YAML, y un cuaderno no las usa. Quítala."
    ],
    en: [
      "notebook.yaml:1:1: A line that starts with “%” is a YAML directive, and a notebook does not use them. Remove it."
    ]
  ),
  Mistake(
    "an anchor in brackets", "metrics: [mae]", "metrics: [&m mae]",
    es: [
      "notebook.yaml:20:92: «&m» es un ancla de YAML, y un cuaderno no las usa. Escribe el valor completo, o entre comillas si es un texto."
    ],
    en: [
      "notebook.yaml:20:92: “&m” is a YAML anchor, and a notebook does not use them. Write out the value, or put it in quotes if it is a text."
    ]
  ),
  Mistake(
    "an anchor after a block scalar", "title: {es: Recta, en: Line}",
    "title:\n      es: |\n        * not an alias\n        & not an anchor\n      en: &x Line",
    es: [
      "notebook.yaml:12:11: «&x» es un ancla de YAML, y un cuaderno no las usa. Escribe el valor completo, o entre comillas si es un texto."
    ],
    en: [
      "notebook.yaml:12:11: “&x” is a YAML anchor, and a notebook does not use them. Write out the value, or put it in quotes if it is a text."
    ]
  ),
  Mistake(
    "an open quote", "id: sample", "id: \"sample",
    es: [
      "notebook.yaml:2:5: Estas comillas no se cierran. Pon las comillas que faltan al final del texto."
    ],
    en: [
      "notebook.yaml:2:5: This quote is not closed. Put the missing quote at the end of the text."
    ]
  ),
  Mistake(
    "an open bracket", "predict: [100, 0]", "predict: [100, 0",
    es: [
      "notebook.yaml:22:14: Este corchete o esta llave no se cierra como debe. Revisa que cada «[» tenga su «]», cada «{» su «}», y que haya una coma entre los elementos."
    ],
    en: [
      "notebook.yaml:22:14: This bracket or brace is not closed properly. Check that each “[” has its “]”, each “{” its “}”, and that commas stand between the items."
    ]
  ),
  Mistake(
    "a missing colon", "seed: 7", "seed 7",
    es: [
      "notebook.yaml:6:1: Falta «:» después de una clave. Escribe «clave: valor», con un espacio después de los dos puntos."
    ],
    en: [
      "notebook.yaml:6:1: A “:” is missing after a key. Write “key: value”, with a space after the colon."
    ]
  ),
  Mistake(
    "a second colon", "id: sample", "id: sample: two",
    es: [
      "notebook.yaml:2:11: Aquí sobran dos puntos o la sangría no es correcta. Si «:» es parte de un texto, escribe el texto entre comillas."
    ],
    en: [
      "notebook.yaml:2:11: There is a colon too many here, or the indentation is wrong. If the “:” belongs to a text, put the text in quotes."
    ]
  ),
  Mistake(
    "a wrong indentation", "    predict: [100, 0]", "   predict: [100, 0]",
    es: [
      "notebook.yaml:22:4: La sangría de esta línea no coincide con la de su grupo, o falta el guion «-» de una lista. Alinea la línea con sus vecinas, solo con espacios."
    ],
    en: [
      "notebook.yaml:22:4: The indentation of this line does not match its group, or the “-” of a list is missing. Align the line with its neighbours, with spaces only."
    ]
  ),
  Mistake(
    "a tab", "    predict: [100, 0]", "\tpredict: [100, 0]",
    es: [
      "notebook.yaml:22:1: Ningún valor puede empezar con este carácter. Usa espacios en lugar de tabuladores, y escribe entre comillas un texto que empieza con un signo."
    ],
    en: [
      "notebook.yaml:22:1: No value can start with this character. Use spaces instead of tabs, and put a text that starts with a sign in quotes."
    ]
  ),
  Mistake(
    "a bad escape", "id: sample", "id: \"sam\\ple\"",
    es: [
      "notebook.yaml:2:9: Después de «\\» viene algo que YAML no conoce. Usa comillas simples '...' o escribe «\\\\»."
    ],
    en: [
      "notebook.yaml:2:9: After “\\” comes something that YAML does not know. Use single quotes '...' or write “\\\\”."
    ]
  ),
  Mistake(
    "a second document", "lessons:\n", "lessons: []\n---\nlessons:\n",
    es: [
      "notebook.yaml:7:1: Aquí empieza otro documento («---»). Un cuaderno es un solo documento: quita esta línea."
    ],
    en: [
      "notebook.yaml:7:1: Another document starts here (“---”). A notebook is one document: remove this line."
    ]
  ),
  Mistake(
    "a list as a key", "seed: 7", "[seed]: 7",
    es: [
      "notebook.yaml:5:1: La clave de un grupo debe ser una palabra, y aquí hay una lista o un grupo. Escribe «clave: valor»."
    ],
    en: [
      "notebook.yaml:5:1: The key of a group must be a word, and here is a list or a group. Write “key: value”."
    ]
  ),
  Mistake(
    "a repeated key", "seed: 7", "seed: 7\nseed: 8",
    es: [
      "notebook.yaml:5:1: La clave «seed» aparece más de una vez en el mismo grupo; aquí está la primera. Deja solo una."
    ],
    en: [
      "notebook.yaml:5:1: The key “seed” stands more than once in the same group; this is the first one. Keep only one."
    ]
  ),
  Mistake(
    "a control character", "id: sample", "id: sam\u{07}ple",
    es: [
      "notebook.yaml:2:8: Aquí hay un carácter de control (U+0007) que no se ve. Bórralo."
    ],
    en: [
      "notebook.yaml:2:8: There is an invisible control character (U+0007) here. Delete it."
    ]
  ),
  Mistake(
    "a control character by its escape", "title: {es: Recta, en: Line}",
    "title: {es: Recta, en: \"Li\\e[31mne\"}",
    es: [
      "notebook.yaml:8:28: Aquí hay un carácter de control (U+001B) que no se ve. Bórralo."
    ],
    en: [
      "notebook.yaml:8:28: There is an invisible control character (U+001B) here. Delete it."
    ]
  ),
  Mistake(
    "a null character in a key", "seed: 7", "\"se\\0ed\": 7",
    es: [
      "notebook.yaml:5:1: Aquí hay un carácter de control (U+0000) que no se ve. Bórralo."
    ],
    en: [
      "notebook.yaml:5:1: There is an invisible control character (U+0000) here. Delete it."
    ]
  ),
  Mistake(
    "a blank text", "title: {es: Recta, en: Line}", "title: {es: Recta, en: \"  \"}",
    es: [
      "notebook.yaml:8:28: «en» no tiene valor. Escríbelo después de los dos puntos, o quita la clave."
    ],
    en: [
      "notebook.yaml:8:28: “en” has no value. Write it after the colon, or remove the key."
    ]
  ),
  Mistake(
    "deep nesting", "seed: 7",
    "seed: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    es: [
      "notebook.yaml:5:39: Los grupos y listas están anidados a más de 32 niveles. Simplifica esta parte."
    ],
    en: [
      "notebook.yaml:5:39: Groups and lists are nested more than 32 levels deep. Simplify this part."
    ]
  ),
  Mistake(
    "a reserved sign", "id: sample", "id: @sample",
    es: [
      "notebook.yaml:2:5: Ningún valor puede empezar con este carácter. Usa espacios en lugar de tabuladores, y escribe entre comillas un texto que empieza con un signo."
    ],
    en: [
      "notebook.yaml:2:5: No value can start with this character. Use spaces instead of tabs, and put a text that starts with a sign in quotes."
    ]
  ),
  Mistake(
    "a tab in a block scalar", "title: {es: Recta, en: Line}",
    "title:\n      es: |\n\tx\n      en: Line",
    es: [
      "notebook.yaml:10:1: Aquí hay un tabulador en la sangría. Usa solo espacios."
    ],
    en: [
      "notebook.yaml:10:1: There is a tab in the indentation here. Use spaces only."
    ]
  ),
  Mistake(
    "text behind a block scalar's sign", "id: sample", "id: >x",
    es: [
      "notebook.yaml:2:6: Esto no es YAML válido. Revisa sangrías, comillas y dos puntos en esta línea y en la anterior."
    ],
    en: [
      "notebook.yaml:2:6: This is not valid YAML. Check indentation, quotes and colons on this line and the one before."
    ]
  ),
]
