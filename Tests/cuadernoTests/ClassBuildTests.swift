import Archives
import Publishing
import TestSupport
import Testing

@testable import cuaderno

/// `cuaderno class`, run as a teacher would.
@Suite(.serialized) struct ClassBuildTests {
  static let classFile = """
    schema: 1
    title: {es: "Práctica 5"}
    lesson: stress-normalized
    hand_in: {table: "datos*", answers: "respuestas*"}
    roster: "hoja*.csv"
    submissions: "entregas*"
    criteria:
      - {id: archivo, points: 10, check: readable}
      - {id: filas, points: 20, check: rows, at_least: 5}
      - {id: rango, points: 10, check: ranges}
      - {id: prediccion, points: 30, check: claim, of: prediction, tolerance: {absolute: 0.05}}
      - {id: coherencia, points: 30, check: consistent}

    """

  /// Stress by heart rate on a line of the student's own: `shift` moves it up.
  static func table(_ shift: Double) -> String {
    let rows = (0..<8).map { "\(60 + 8 * $0),\(2 + shift + 0.7 * Double($0))" }
    return "ppm,stress\n" + rows.joined(separator: "\n") + "\n"
  }

  /// Ann's line at 90 lpm, with its weight and bias on the normalised input (deviation 18.33).
  static func answers(_ shift: Double, prediction: String? = nil) -> String {
    let mean = 2 + shift + 0.7 * 3.5
    let deviation = (8.0 * 8.0 * 63 / 12).squareRoot()
    let weight = 0.7 / 8 * deviation
    let value = mean + 0.7 / 8 * (90 - 88)
    func text(_ value: Double) -> String { String((value * 10_000).rounded() / 10_000) }
    return "pregunta,respuesta\nprediccion,\(prediction ?? text(value))\n"
      + "peso,\(text(weight))\nsesgo,\(text(mean))\nperdida,0.0\n"
  }

  struct Work {
    var id: Int
    var files: [String: String]
    var folder: String { "Alguien \(id)_\(id)_assignsubmission_file_" }
  }

  static let ana = Work(
    id: 1, files: ["datos.csv": table(0), "respuestas.csv": answers(0)])
  static let luis = Work(
    id: 2, files: ["datos.csv": table(1), "respuestas.csv": answers(1, prediction: "4.1")])
  static let zoe = Work(id: 3, files: ["datos.csv": "ppm,stress\n60,alto\n"])

  static func make(_ works: [Work], listed: Int = 4, in folder: TemporaryFolder) {
    folder.write("clase/class.yaml", classFile)
    let rows = (1...listed).map { "Participante\($0),Alguien \($0),,100,-,\n" }
    folder.write(
      "clase/hoja.csv",
      "Identificador,Nombre completo,Calificación,Calificación máxima,"
        + "Última modificación (calificación),Comentarios de retroalimentación\n" + rows.joined())
    let entries = works.flatMap { work in
      work.files.sorted { $0.key < $1.key }.map {
        (name: "\(work.folder)/\($0.key)", contents: Array($0.value.utf8))
      }
    }
    folder.write("clase/entregas.zip", bytes: ZipWriter.archive(entries))
  }

  private func build(_ shell: Shell, _ more: String...) -> Shell.Outcome {
    shell.run(
      ["class", "build", "clase", "--output", "out"] + more, language: "es_MX.UTF-8")
  }

  private func result(_ folder: TemporaryFolder, _ id: Int) -> JSONValue? {
    (try? Files.read("\(folder.path)/out/students/\(id)/result.json", limit: 1 << 20))
      .flatMap(JSONReader.value)
  }

  @Test func everyoneGetsAReportAndNobodyAZero() throws {
    let folder = TemporaryFolder()
    Self.make([Self.ana, Self.luis, Self.zoe], in: folder)
    let shell = Shell(folder: folder)
    let outcome = build(shell)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        "4 en la lista · 3 entregas leídas · 1 que no se pudieron revisar · 0 por completar a mano · 1 sin entrega"
      ))
    #expect(
      outcome.errors.contains(
        "3 Alguien 3: datos.csv, línea 2: En la columna «stress», «alto» no es un número."))
    #expect(outcome.output.hasPrefix("Listo. Abre out/resumen.html"))

    let ana = try #require(result(folder, 1))
    #expect(ana["status"]?.text == "graded")
    #expect(ana["grade"]?.number == 100)
    let luis = try #require(result(folder, 2))
    #expect(luis["grade"]?.number == 40)
    #expect(
      luis["criteria"]?.elements.map { $0["verdict"]?.text ?? "" }
        == ["passed", "passed", "passed", "failed", "failed"])
    let zoe = try #require(result(folder, 3))
    #expect(zoe["status"]?.text == "broken")
    #expect(zoe["grade"] == nil)
    #expect(result(folder, 4) == nil)

    let page = folder.contents["out/students/1/informe.es.html"] ?? ""
    #expect(page.contains("100 de 100 puntos"))
    #expect(page.contains("tf.keras.Sequential"))
    #expect(page.utf8.count < 300_000)
    for other in ["Alguien 2", "Alguien 3", "cuaderno:data"] { #expect(!page.contains(other)) }
    #expect(folder.contents["out/.gitignore"] == "*\n")
    #expect(folder.contents["clase/decisiones.csv"]?.hasPrefix("\u{feff}id,nombre") == true)
  }

  @Test func theTeacherIsToldWhatNeedsEyes() {
    let folder = TemporaryFolder()
    let broken = (1...14).map { Work(id: $0, files: ["datos.csv": "ppm,stress\n60,alto\n"]) }
    let twins = [15, 16].map { Work(id: $0, files: Self.luis.files) }
    let stranger = Work(id: 99, files: Self.ana.files)
    Self.make(broken + twins + [stranger], listed: 17, in: folder)
    folder.write(
      "clase/class.yaml",
      Self.classFile + "  - {id: conclusion, points: 10, manual: true}\n")
    let shell = Shell(folder: folder)
    func reasons(_ ids: ClosedRange<Int>) -> String {
      ids.map {
        "  \($0) Alguien \($0): datos.csv, línea 2: En la columna «stress», «alto» no es un número. Escribe solo el número, sin unidades ni texto.\n"
      }.joined()
    }
    let first = build(shell, "--quiet")
    #expect(first.code == 0, "\(first.errors)")
    folder.delete("clase/decisiones.csv")
    let spanish = build(shell)
    #expect(
      spanish.errors == """
        17 en la lista · 16 entregas leídas · 14 que no se pudieron revisar · 2 por completar a mano · 1 sin entrega
        Informes hechos ahora: 0; los demás ya estaban.
        Por mirar:
        \(reasons(1...12))  y 4 más, en la página.
        Iguales entre sí: 15, 16 (mismos datos; ¿equipo?)
        Entregas de identificadores que no están en la lista: 99
        Las decisiones a mano van en clase/decisiones.csv; después, ejecuta otra vez el mismo comando.
        La carpeta tiene datos personales y de salud: no la publiques ni la compartas.
        Simulación: no se escribió nada para la plataforma. Con --write: 0 calificaciones, 0 comentarios y 0 archivos de retroalimentación, en out-export.
        Informes que no van, porque les falta la revisión a mano: 16 (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …). Con --include-unfinished van también.

        """)
    let english = shell.run(
      ["class", "build", "clase", "--output", "out"], language: "en_US.UTF-8")
    #expect(
      english.errors == """
        17 on the list · 16 hand-ins read · 14 that could not be checked · 2 to be completed by hand · 1 with nothing handed in
        Reports made now: 0; the others were there already.
        To be looked at:
        \(reasons(1...12))  and 4 more, on the page.
        Equal to each other: 15, 16 (same data; a team?)
        Hand-ins of identifiers that are not on the list: 99
        The folder holds personal and health data: do not publish or share it.
        Simulation: nothing was written for the platform. With --write: 0 grades, 0 comments and 0 feedback files, in out-export.
        Pages held back because the check by hand is missing: 16 (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …). With --include-unfinished they are sent as well.

        """)
  }

  @Test func aLateStudentChangesOneStudentsFiles() throws {
    let folder = TemporaryFolder()
    let shell = Shell(folder: folder)
    Self.make([Self.ana, Self.luis], in: folder)
    #expect(build(shell).code == 0)
    let before = folder.contents.filter { $0.key.hasPrefix("out/students/") }
    Self.make([Self.ana, Self.luis, Self.zoe], in: folder)
    let second = build(shell)
    #expect(second.errors.contains("Informes hechos ahora: 1; los demás ya estaban."))
    let after = folder.contents.filter { $0.key.hasPrefix("out/students/") }
    #expect(before.allSatisfy { after[$0.key] == $0.value })
    #expect(Set(after.keys).subtracting(before.keys).allSatisfy { $0.contains("/3/") })
  }

  @Test func jobsAndFormChangeNoByte() throws {
    let folder = TemporaryFolder()
    let shell = Shell(folder: folder)
    Self.make([Self.ana, Self.luis, Self.zoe], in: folder)
    #expect(build(shell, "--jobs", "1").code == 0)
    for work in [Self.ana, Self.luis, Self.zoe] {
      for (name, text) in work.files {
        folder.write("carpeta/\(work.folder)/\(name)", text)
      }
    }
    let other = shell.run(
      "class", "build", "clase", "--output", "otro", "--jobs", "3", "--submissions", "carpeta",
      language: "es_MX.UTF-8")
    #expect(other.code == 0, "\(other.errors)")
    let contents = folder.contents
    for (name, text) in contents where name.hasPrefix("out/students/") {
      #expect(contents["otro" + name.dropFirst(3)] == text, "\(name)")
    }
  }

  @Test func aHandInThatTakesTooLongCostsItselfAlone() throws {
    let folder = TemporaryFolder()
    let shell = Shell(folder: folder)
    var slow = Self.zoe
    slow.files = [
      "datos.csv": "ppm,stress\n" + String(repeating: "70,4\n80,5\n", count: 100_000),
      "respuestas.csv": Self.answers(0),
    ]
    Self.make([Self.ana, slow], in: folder)
    let outcome = build(shell, "--time-limit", "8", "--jobs", "1")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(result(folder, 1)?["grade"]?.number == 100)
    #expect(result(folder, 3)?["status"]?.text == "failed")
    #expect(
      folder.contents["out/students/3/informe.es.html"]?.contains(
        "Revisar esta entrega tardó demasiado y se detuvo.") == true)
  }

  @Test func decisionsAreKeptAndCount() throws {
    let folder = TemporaryFolder()
    let shell = Shell(folder: folder)
    Self.make([Self.ana, Self.luis], in: folder)
    folder.write(
      "clase/decisiones.csv",
      "id;nombre;archivo;criterio;puntos;comentario;exento;equipo\r\n"
        + "2;;;prediccion;25,5;Casi;;\r\n1;;;;;;sí;\r\n")
    let before = folder.contents["clase/decisiones.csv"]
    #expect(build(shell).code == 0)
    #expect(folder.contents["clase/decisiones.csv"] == before)
    #expect(result(folder, 1)?["status"]?.text == "excused")
    #expect(result(folder, 1)?["grade"] == nil)
    #expect(result(folder, 2)?["grade"]?.number == 65.5)
    #expect(
      folder.contents["out/students/2/informe.es.html"]?.contains(
        "Quien califica decidió: 25.5 puntos. Casi") == true)
    folder.write(
      "clase/decisiones.csv", "id,archivo,criterio,puntos,comentario,exento,equipo\n9,,,,,,\n")
    let wrong = build(shell)
    #expect(wrong.code == 65)
    #expect(
      wrong.errors
        == "clase/decisiones.csv:2: Nadie en la lista tiene el identificador «9». Corrígelo o borra la fila.\n"
    )
  }
}
