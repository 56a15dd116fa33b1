import Archives
import TestSupport
import Testing

@testable import cuaderno

/// `cuaderno class build --write`, run as a teacher would.
@Suite(.serialized) struct ClassExportTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  init() {
    ClassBuildTests.make([ClassBuildTests.ana, ClassBuildTests.luis], listed: 3, in: folder)
  }

  private func build(_ more: String..., language: String = "es_MX.UTF-8") -> Shell.Outcome {
    shell.run(["class", "build", "clase", "--output", "out"] + more, language: language)
  }

  @Test func aSimulationComesFirst() {
    let outcome = build()
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        "Simulación: no se escribió nada para la plataforma. Con --write: 2 calificaciones, 2 comentarios y 2 archivos de retroalimentación, en out-export.\n"
      ))
    #expect(!folder.contents.keys.contains { $0.hasPrefix("out-export") })
  }

  @Test func whatIsWrittenComesWithItsClicks() throws {
    let outcome = build("--write")
    #expect(
      outcome.errors.contains(
        """
        Escrito en out-export: 2 calificaciones, 2 comentarios y 2 archivos de retroalimentación.
        Súbelo en este orden:
          1. Abre la tarea > Entregas. Si quieres revisar antes de que se vea, usa el flujo de trabajo de calificación.
          2. Acciones de calificación > «Subir hoja de calificaciones»: out-export/hoja-cuaderno.csv
          3. Acciones de calificación > «Subir múltiples archivos de retroalimentación en un zip»: out-export/retroalimentacion.zip
          4. No abras la hoja en Excel: cambia el separador y los acentos.

        """), "\(outcome.errors)")
    let sheet = folder.contents["out-export/hoja-cuaderno.csv"] ?? ""
    #expect(sheet.contains("Participante1,Alguien 1,100,100,-,\"Revisión con tus propios datos"))
    #expect(sheet.contains("Participante2,Alguien 2,40,100,-,\"Revisión con tus propios datos"))
    // Who handed in nothing gets nothing, least of all a zero.
    #expect(sheet.hasSuffix("Participante3,Alguien 3,,100,-,\n"))
    let bytes = try Files.read("\(folder.path)/out-export/retroalimentacion.zip", limit: 1 << 24)
    let zip = try ZipArchive(bytes, path: "zip", sizeLimit: 1 << 24)
    #expect(
      zip.entries.map(\.name) == [
        "Alguien 1_1_assignsubmission_file_/retroalimentacion-cuaderno.html",
        "Alguien 2_2_assignsubmission_file_/retroalimentacion-cuaderno.html",
      ])
    #expect(
      try String(decoding: zip.contents(of: zip.entries[0]), as: UTF8.self)
        == folder.contents["out/students/1/informe.es.html"])
  }

  @Test func theNextTimeOnlyWhatChangedGoesOut() {
    #expect(build("--write").code == 0)
    // Moodle gives back the sheet as it was uploaded; somebody has changed a grade there.
    let uploaded = folder.contents["out-export/hoja-cuaderno.csv"] ?? ""
    folder.write("clase/hoja.csv", uploaded.replacing("Alguien 2,40,", with: "Alguien 2,55,"))
    let outcome = build("--write", "--only-changed", "--regrade", language: "en")
    #expect(
      outcome.errors.contains(
        """
        Written to out-export: 0 grades, 0 comments and 0 feedback files.
        Left as it is:
          2 Alguien 2: grade 55, not 40 (changed by hand since the last time)
        Pages held back because the list keeps another grade: 1 (2). Change the grade in the list or in the class and run the same command again.
        Upload it in this order:
          1. Open the assignment > Submissions. No feedback file has changed.

        """), "\(outcome.errors)")
    #expect(folder.contents["out-export/hoja-cuaderno.csv"]?.contains("Alguien 2,55,") == true)
    #expect(
      folder.contents["out-export/cambios.csv"]?.contains(
        "2,Alguien 2,calificación,55,40,se cambió a mano desde la última vez") == true)
  }

  @Test func whatStaysIsListedWithItsReason() {
    folder.write(
      "clase/hoja.csv",
      "Identificador,Nombre completo,Calificación,Calificación máxima,La calificación puede ser cambiada,Última modificación (calificación)\n"
        + "Participante1,Alguien 1,50,100,Sí,-\nParticipante2,Alguien 2,,100,No,-\n")
    #expect(
      build("--write", "--only-changed").errors.contains(
        """
        Se queda como está:
          1 Alguien 1: calificación 50, no 100 (ya tenía una calificación que no puso Cuaderno)
          2 Alguien 2: calificación –, no 40 (la plataforma no deja cambiarla)
        Informes que no van, porque la lista conserva otra calificación: 2 (1, 2). Cambia la calificación en la lista o en la clase y ejecuta otra vez el mismo comando.
        La hoja no tiene columna de comentarios: activa «Comentarios de retroalimentación» en la tarea y descárgala de nuevo si los quieres.

        """))
    #expect(
      build("--write", "--only-changed").errors.contains(
        """
          1. Abre la tarea > Entregas. No hay archivos de retroalimentación que hayan cambiado.
          2. Acciones de calificación > «Subir hoja de calificaciones»: out-export/hoja-cuaderno.csv
          3. No abras la hoja en Excel: cambia el separador y los acentos.

        """))
  }

  @Test func otherPlatformsHaveOtherClicks() {
    folder.write("clase/hoja.csv", "código,nombre\n1,Alguien 1\n")
    folder.write("codes/1_datos.csv", ClassBuildTests.table(0))
    #expect(
      build("--submissions", "codes", "--write").errors.contains(
        """
        Súbelo en este orden:
          1. out-export/calificaciones.csv tiene una fila por persona: pega la columna de calificaciones en tu plataforma.
          2. Los informes están en out/students, uno por carpeta, con el identificador como nombre.

        """))
    folder.write(
      "clase/hoja.csv",
      "Student,ID,SIS Login ID,Section,Práctica 5 (9)\n    Points Possible,,,,10\n\"1, Alguien\",1,a,A,\n"
    )
    folder.write("codes/alguien_1_77_datos.csv", ClassBuildTests.table(0))
    #expect(
      build("--submissions", "codes", "--write").errors.contains(
        """
        Súbelo en este orden:
          1. Calificaciones > Importar: out-export/hoja-cuaderno.csv
          2. Canvas muestra qué va a cambiar. Si ofrece crear una tarea nueva, cancela: el encabezado no coincide.
          3. Los informes están en out/students; súbelos como comentario de cada entrega.

        """))
  }

  /// A student's page has nothing in it that could prove it; the class's report has.
  @Test func theClassProvesWhatIsItsOwn() throws {
    #expect(build("--write").code == 0)
    func verify(_ path: String, _ more: String...) -> Shell.Outcome {
      shell.run(["verify", path] + more, language: "es_MX.UTF-8")
    }
    let page = folder.contents["out/students/2/informe.es.html"] ?? ""
    folder.write("mia.html", page)
    folder.write("otra.html", page.replacing("40 de 100", with: "100 de 100"))
    let genuine = verify("mia.html", "--class", "out")
    #expect(genuine.code == 0, "\(genuine.errors)")
    #expect(
      genuine.output == """
        mia.html: AUTÉNTICO. Es byte por byte lo que el informe de la clase tiene:
          students/2/informe.es.html

        """)
    let altered = verify("otra.html", "--class", "out")
    #expect(altered.code == 1)
    #expect(altered.output.hasPrefix("otra.html: NO ES DE ESTA CLASE, o fue alterado."))
    for path in [
      "out/students/2/prediction.png", "out-export/retroalimentacion.zip",
      "out-export/hoja-cuaderno.csv",
    ] {
      let outcome = verify(path, "--class", "out")
      #expect(outcome.code == 0 && outcome.output.contains("AUTÉNTICO"), "\(outcome.output)")
    }
    let sheet = folder.contents["out-export/hoja-cuaderno.csv"] ?? ""
    folder.write("hoja.csv", sheet.replacing("Alguien 2,40,", with: "Alguien 2,90,"))
    let other = verify("hoja.csv", "--class", "out")
    #expect(other.code == 1 && other.output.hasSuffix("tiene:\n  2\n"), "\(other.output)")
    // Without the class, the truth about what can be said.
    for path in ["mia.html", "otra.html", "out/students/2/prediction.png"] {
      let outcome = verify(path)
      #expect(outcome.code == 1 && outcome.output.contains("ES DE UNA CLASE"), "\(outcome.output)")
    }
    #expect(verify("mia.html", "--class", "nada").code == 66)
    folder.write("out/students/1/informe.es.html", "x")
    let damaged = verify("mia.html", "--class", "out")
    #expect(damaged.code == 1 && damaged.output.contains("NO SE PUEDE PROBAR"))
  }

  @Test func mistakesAreAnswered() {
    #expect(
      build("--zip-limit", "3", language: "en").errors.hasPrefix(
        "Error: --zip-limit is a size from 100KB to 2GB, such as 20MB; I got 3."))
    #expect(ExportOptionGroup.size("500 kB") == 500_000)
    #expect(ExportOptionGroup.size("2GB") == 2_000_000_000)
    for text in ["", "MB", "20XB", "99KB", "3GB", "99999999999999999999", "-1MB"] {
      #expect(ExportOptionGroup.size(text) == nil, "\(text)")
    }
    folder.write(
      "clase/hoja.csv",
      "Identificador,Nombre completo,Calificación,Escala,Última modificación (calificación)\n"
        + "Participante1,Alguien 1,,\"Mal, Bien\",-\n")
    let scale = build("--write")
    #expect(scale.code == 65)
    #expect(
      scale.errors.hasSuffix(
        "clase/hoja.csv: La tarea se califica con una escala de palabras, y un número no cabe ahí. En Moodle: Editar ajustes > Calificación > Tipo: Puntuación; después descarga de nuevo la hoja.\n"
      ), "\(scale.errors)")
    #expect(!folder.contents.keys.contains { $0.hasPrefix("out-export") })
  }
}
