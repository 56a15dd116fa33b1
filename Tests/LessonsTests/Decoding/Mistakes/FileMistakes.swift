/// Files that notebook.yaml names.
let fileMistakes: [Mistake] = [
  Mistake(
    "a missing table", "table: data.csv", "table: datos.csv",
    es: [
      "notebook.yaml:10:14: No encuentro «datos.csv» en la carpeta del cuaderno. Revisa el nombre, con sus mayúsculas, o pon ahí el archivo."
    ],
    en: [
      "notebook.yaml:10:14: I cannot find “datos.csv” in the notebook’s folder. Check its name, capitals included, or put the file there."
    ]
  ),
  Mistake(
    "a path that leaves the folder", "table: data.csv", "table: ../data.csv",
    es: [
      "notebook.yaml:10:14: «../data.csv» queda fuera de la carpeta del cuaderno. Copia el archivo dentro de ella y cambia la ruta."
    ],
    en: [
      "notebook.yaml:10:14: “../data.csv” lies outside the notebook’s folder. Copy the file into it and change the path."
    ]
  ),
  Mistake(
    "an absolute path", "table: data.csv", "table: /etc/passwd",
    es: [
      "notebook.yaml:10:14: «/etc/passwd» es una ruta absoluta. Escribe la ruta desde la carpeta del cuaderno, y copia ahí el archivo."
    ],
    en: [
      "notebook.yaml:10:14: “/etc/passwd” is an absolute path. Write the path from the notebook’s folder, and copy the file there."
    ]
  ),
  Mistake(
    "a folder as a table", "table: data.csv", "table: .",
    es: [
      "notebook.yaml:10:14: «.» no es un archivo, sino una carpeta u otra cosa. Escribe la ruta de un archivo."
    ],
    en: [
      "notebook.yaml:10:14: “.” is not a file but a folder or something else. Write the path of a file."
    ]
  ),
  Mistake(
    "missing initial weights", "    predict: [100, 0]",
    "    initial_weights: w.npz\n    predict: [100, 0]",
    es: [
      "notebook.yaml:22:22: No encuentro «w.npz» en la carpeta del cuaderno. Revisa el nombre, con sus mayúsculas, o pon ahí el archivo."
    ],
    en: [
      "notebook.yaml:22:22: I cannot find “w.npz” in the notebook’s folder. Check its name, capitals included, or put the file there."
    ]
  ),
  Mistake(
    "a missing logo", "seed: 7", "seed: 7\ncourse: {logo: logo.png}",
    es: [
      "notebook.yaml:6:16: No encuentro «logo.png» en la carpeta del cuaderno. Revisa el nombre, con sus mayúsculas, o pon ahí el archivo."
    ],
    en: [
      "notebook.yaml:6:16: I cannot find “logo.png” in the notebook’s folder. Check its name, capitals included, or put the file there."
    ]
  ),
]
