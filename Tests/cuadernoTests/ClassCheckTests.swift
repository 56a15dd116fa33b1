import TestSupport
import Testing

/// `cuaderno class new` and `check`, and class files with mistakes.
@Suite(.serialized) struct ClassCheckTests {
  @Test func aNewClassIsCompleteAndChecked() throws {
    let folder = TemporaryFolder()
    let shell = Shell(folder: folder)
    for language in ["es_MX.UTF-8", "en_US.UTF-8"] {
      let name = language.prefix(2)
      let made = shell.run("class", "new", "\(name)", language: language)
      #expect(made.code == 0, "\(made.errors)")
      #expect(made.output.contains("\(name)/class.yaml\n"))
      #expect(
        made.errors
          == (name == "es"
            ? "Lee primero es/moodle.txt: dice qué marcar en Moodle y en qué orden seguir.\n"
            : "Read en/moodle.txt first: it says what to tick in Moodle and in which order to go on.\n")
      )
      let again = shell.run("class", "new", "\(name)", language: language)
      #expect(again.code == 73)
      let check = shell.run("class", "check", "\(name)", language: language)
      #expect(check.code == 66)
      #expect(check.output.contains(name == "es" ? "criterios: 6" : "criteria: 6"))
    }
    ClassBuildTests.make([ClassBuildTests.ana], in: folder)
    let check = shell.run("class", "check", "clase", language: "es_MX.UTF-8")
    #expect(check.code == 0, "\(check.output)")
    #expect(
      check.output.contains(
        "✓ clase/hoja.csv: hoja de calificaciones de Moodle con 4 participantes."))
    #expect(check.output.contains("entregas de 1 de 4 personas de la lista."))
    folder.write(
      "clase/hoja.csv", "Identificador,Calificación,Escala\nParticipante1,,\"Bien\nMal\"\n")
    let scale = shell.run("class", "check", "clase", language: "es_MX.UTF-8")
    #expect(scale.code == 66)
    #expect(
      scale.output.contains(
        "✗ La tarea se califica con una escala, no con puntos. En Moodle cambia Calificación a Puntuación y descarga la hoja de nuevo."
      ))
  }

  @Test func aCriterionIsTheTablesAndSaysWhatItKnows() {
    let folder = TemporaryFolder()
    ClassBuildTests.make([ClassBuildTests.ana], in: folder)
    folder.write(
      "clase/class.yaml",
      ClassBuildTests.classFile.replacing("table: \"datos*\", ", with: "").replacing(
        "check: readable", with: "check: readable, say: {es: \"{{nota}}\"}"))
    let outcome = Shell(folder: folder).run(
      "class", "build", "clase", "--output", "out", language: "es_MX.UTF-8")
    #expect(outcome.code == 65)
    #expect(
      outcome.errors == """
        clase/class.yaml:8:5: El criterio «readable» necesita una tabla, y «hand_in» no la pide. Añade «table» o quita el criterio.
        clase/class.yaml:8:53: La frase nombra «nota», que el criterio «readable» no tiene. Los nombres que tiene: file, rows, points, maximum.
        clase/class.yaml:9:5: El criterio «rows» necesita una tabla, y «hand_in» no la pide. Añade «table» o quita el criterio.
        clase/class.yaml:10:5: El criterio «ranges» necesita una tabla, y «hand_in» no la pide. Añade «table» o quita el criterio.
        clase/class.yaml:11:5: El criterio «claim» necesita una tabla, y «hand_in» no la pide. Añade «table» o quita el criterio.
        clase/class.yaml:12:5: El criterio «consistent» necesita una tabla, y «hand_in» no la pide. Añade «table» o quita el criterio.

        """)
  }

  @Test func mistakesOfAClassFileAreLocated() {
    let folder = TemporaryFolder()
    ClassBuildTests.make([ClassBuildTests.ana], in: folder)
    folder.write(
      "clase/class.yaml",
      ClassBuildTests.classFile.replacing(
        "check: rows, at_least: 5", with: "check: row, at_least: 5"
      )
      .replacing("lesson:", with: "leson:"))
    let outcome = Shell(folder: folder).run(
      "class", "build", "clase", "--output", "out", language: "es_MX.UTF-8")
    #expect(outcome.code == 65)
    #expect(
      outcome.errors == """
        clase/class.yaml:3:1: No conozco la clave «leson». ¿Quisiste decir «lesson»?
        clase/class.yaml:9:36: Aquí no puede ir «row». ¿Quisiste decir «rows»?

        """)
  }
}
