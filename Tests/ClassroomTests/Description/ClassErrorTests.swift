import Diagnostics
import Testing

@testable import Classroom

@Suite struct ClassErrorTests {
  /// What people read of each.
  private static let sentences: [(ClassError, es: String, en: String)] = [
    (
      .noClassFile(path: "c"),
      es:
        "No encuentro class.yaml en esta carpeta. Crea una clase con «cuaderno class new CARPETA --from practica-tensorflow --lesson stress-normalized», o indica otra carpeta.",
      en:
        "There is no class.yaml in this folder. Make a class with “cuaderno class new FOLDER --from practica-tensorflow --lesson stress-normalized”, or name another folder."
    ),
    (
      .unknownLesson(path: "n", id: "x", suggestion: nil, lessons: ["a", "b"]),
      es:
        "El cuaderno no tiene ninguna lección «x». Las que tiene: a, b.",
      en:
        "The notebook has no lesson “x”. It has: a, b."
    ),
    (
      .unknownLesson(path: "n", id: "celsus", suggestion: "celsius", lessons: ["celsius"]),
      es:
        "El cuaderno no tiene ninguna lección «celsus». ¿Quisiste decir «celsius»?",
      en:
        "The notebook has no lesson “celsus”. Did you mean “celsius”?"
    ),
    (
      .notATable(path: "n", lesson: "fashion"),
      es:
        "La lección «fashion» no se entrena con una tabla, así que nadie puede entregar datos propios para ella. Elige otra en «lesson».",
      en:
        "The lesson “fashion” does not train on a table, so nobody can hand in data of their own for it. Choose another one in “lesson”."
    ),
    (
      .notOneNeuron(path: "c", lesson: "hidden", what: "consistent"),
      es:
        "«consistent» necesita una lección de una sola neurona y una sola columna de entrada, y «hidden» no lo es. Quita ese criterio o elige otra lección.",
      en:
        "“consistent” needs a lesson of a single neuron and a single input column, and “hidden” is none. Remove that criterion or choose another lesson."
    ),
    (
      .predictWidth(path: "c", expected: 2, found: 1),
      es:
        "«predict» necesita tantos números como columnas de entrada tiene la lección: 2, y aquí hay 1.",
      en:
        "“predict” needs as many numbers as the lesson has input columns: 2, and here are 1."
    ),
    (
      .nothingToPredict(path: "c", lesson: "a"),
      es:
        "La lección «a» no predice nada. Escribe en class.yaml «predict:» con la entrada que se pregunta.",
      en:
        "The lesson “a” predicts nothing. Write “predict:” in class.yaml with the input that is asked for."
    ),
    (
      .noLanguage(path: "c", language: "en", notebook: "n"),
      es:
        "El cuaderno «n» no está en el idioma «en». Cambia «language» o el título de class.yaml.",
      en:
        "The notebook “n” is not in the language “en”. Change “language” or the title of class.yaml."
    ),
    (
      .noFile(path: "c", key: "roster", pattern: "hoja*.csv"),
      es:
        "Ningún archivo de la carpeta se llama como «hoja*.csv» (clave «roster»). Descarga de Moodle la hoja de calificaciones de la tarea y ponla aquí, o indica otra con --roster.",
      en:
        "No file in the folder is named like “hoja*.csv” (key “roster”). Download the grading worksheet of the assignment from Moodle and put it here, or name another with --roster."
    ),
    (
      .noFile(path: "c", key: "submissions", pattern: "entregas*"),
      es:
        "Nada en la carpeta se llama como «entregas*» (clave «submissions»). Descarga todas las entregas y pon aquí el zip sin descomprimir, o indícalo con --submissions.",
      en:
        "Nothing in the folder is named like “entregas*” (key “submissions”). Download all submissions and put the zip here without unpacking it, or name it with --submissions."
    ),
    (
      .targetIsClass(path: "c", lesson: "flores"),
      es:
        "La lección «flores» predice una categoría, y «cuaderno class» califica por ahora solo números. Elige una lección cuyo «target» sea un número.",
      en:
        "The lesson “flores” predicts a category, and “cuaderno class” only grades numbers so far. Choose a lesson whose “target” is a number."
    ),
    (
      .folderNotEmpty(path: "c"),
      es:
        "La carpeta ya tiene archivos. Indica una nueva o una vacía.",
      en:
        "The folder has files already. Name a new or an empty one."
    ),
    (
      .changed(path: "c"),
      es:
        "La lista, las entregas o las decisiones cambiaron mientras se calificaba. Ejecuta otra vez el mismo comando.",
      en:
        "The list, the submissions or the decisions changed while they were being graded. Run the same command again."
    ),
  ]

  @Test(arguments: sentences)
  func aMistakeIsASentence(_ error: ClassError, es: String, en: String) {
    #expect(ClassSentence.of(error.message, .es) == es)
    #expect(ClassSentence.of(error.message, .en) == en)
  }
}
