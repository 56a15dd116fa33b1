import Diagnostics
import Lessons
import Publishing
import TestSupport
import Testing

@testable import Classroom

@Suite struct ClassCheckTests {
  private static let complete = (
    "class.yaml está completo: lección «stress-normalized», criterios: 1, puntos: 10.",
    "class.yaml is complete: lesson “stress-normalized”, criteria: 1, points: 10."
  )
  private static let none = (
    "Todavía no hay entregas («entregas*»); eso llega después.",
    "There are no submissions yet (“entregas*”); they come later."
  )

  private func check(_ list: String?, submissions: [String] = []) throws -> [ClassCheck.Finding] {
    let fixture = ExportFixture(list.map { Array($0.utf8) } ?? [])
    FileTree.remove("\(fixture.folder.path)/entregas")
    if list == nil { fixture.folder.delete("hoja-1.csv") }
    for name in submissions { fixture.folder.write("zip/\(name)", "") }
    let plan = try ClassPlan(
      ClassDescription.load(folder: fixture.folder.path), templates: ExportFixture.templates,
      program: "test")
    return try ClassCheck(
      plan, submissions: submissions.isEmpty ? [] : ["\(fixture.folder.path)/zip"]
    ).findings
  }

  /// The sentences without the temporary folder's path.
  private func sentences(
    _ findings: [ClassCheck.Finding], _ language: Language
  ) -> [String] {
    findings.map {
      ClassSentence.of($0.message, language).split(separator: "/").last.map(String.init) ?? ""
    }
  }

  private static let lists: [(String, kind: (String, String), missing: [(String, String)])] = [
    (
      "Identificador,Nombre completo,Calificación\nParticipante1,Ana,\n",
      (
        "hoja-1.csv: hoja de calificaciones de Moodle con 1 participantes.",
        "hoja-1.csv: Moodle's grading worksheet with 1 participants."
      ),
      [
        (
          "La hoja no tiene «Calificación máxima». En la tarea elige Calificación: Puntuación y descarga la hoja de nuevo.",
          "The worksheet has no “Maximum Grade”. In the assignment choose Grade: Point and download the worksheet again."
        ),
        (
          "La hoja no tiene «Última modificación (calificación)», que Moodle exige al subirla. Descárgala de nuevo sin quitar columnas.",
          "The worksheet has no “Last modified (grade)”, which Moodle demands when it is uploaded. Download it again without removing columns."
        ),
        (
          "La hoja no tiene comentarios. En la tarea marca el tipo de retroalimentación «Comentarios de retroalimentación» y descarga la hoja de nuevo.",
          "The worksheet has no comments. In the assignment tick the feedback type “Feedback comments” and download the worksheet again."
        ),
      ]
    ),
    (
      "Identificador,Calificación máxima,Última modificación (calificación),Comentarios de retroalimentación\nParticipante1,100,-,\n",
      (
        "hoja-1.csv: hoja de calificaciones de Moodle con 1 participantes.",
        "hoja-1.csv: Moodle's grading worksheet with 1 participants."
      ),
      [
        (
          "La hoja no tiene la columna «Calificación»: sin ella no se puede devolver nada a Moodle. Descárgala de nuevo.",
          "The worksheet has no column “Grade”: without it nothing can go back to Moodle. Download it again."
        ),
        (
          "La hoja no tiene nombres (calificación ciega): los informes llevarán solo el número.",
          "The worksheet has no names (blind marking): reports will carry the number alone."
        ),
      ]
    ),
    (
      "Identifier,Full name,Grade,Scale,Last modified (grade),Feedback comments\nParticipant 1,Ana,,\"Good\nBad\",-,\n",
      (
        "hoja-1.csv: hoja de calificaciones de Moodle con 1 participantes.",
        "hoja-1.csv: Moodle's grading worksheet with 1 participants."
      ),
      [
        (
          "La tarea se califica con una escala, no con puntos. En Moodle cambia Calificación a Puntuación y descarga la hoja de nuevo.",
          "The assignment is graded on a scale, not with points. In Moodle change Grade to Point and download the worksheet again."
        )
      ]
    ),
    (
      "Student,ID,SIS Login ID,Section,Práctica 5 (9)\n    Points Possible,,,,10\n\"López, Ana\",1,ana,A,\n",
      (
        "hoja-1.csv: exportación de Canvas con 1 estudiantes.",
        "hoja-1.csv: Canvas export with 1 students."
      ),
      []
    ),
    (
      "código,nombre\nA01,Ana\n",
      ("hoja-1.csv: lista propia con 1 códigos.", "hoja-1.csv: a list of your own with 1 codes."),
      []
    ),
  ]

  @Test(arguments: lists.indices)
  func whatAListLacksIsSaid(index: Int) throws {
    let (list, kind, missing) = Self.lists[index]
    let findings = try check(list)
    #expect(
      sentences(findings, .es) == [Self.complete.0, kind.0] + missing.map(\.0) + [Self.none.0])
    #expect(
      sentences(findings, .en) == [Self.complete.1, kind.1] + missing.map(\.1) + [Self.none.1])
    // Blind marking is a way to work, and hand-ins come later.
    let isBlind = missing.map { $0.1.contains("blind marking") }
    #expect(findings.map(\.isMissing) == [false, false] + isBlind.map { !$0 } + [false])
  }

  @Test func noListIsNoClass() throws {
    let findings = try check(nil)
    #expect(findings.map(\.isMissing) == [false, true])
    #expect(
      sentences(findings, .es)[1]
        == "Ningún archivo de la carpeta se llama como «hoja*.csv» (clave «roster»). Descarga de Moodle la hoja de calificaciones de la tarea y ponla aquí, o indica otra con --roster."
    )
  }

  @Test func handInsAreCounted() throws {
    let findings = try check(
      "código,nombre\nA01,Ana\nA02,Luis\n", submissions: ["A01_datos.csv", "A01_respuestas.csv"])
    #expect(findings.map(\.isMissing) == [false, false, false])
    #expect(sentences(findings, .es)[2] == "zip: entregas de 1 de 2 personas de la lista.")
    #expect(sentences(findings, .en)[2] == "zip: hand-ins of 1 of 2 people on the list.")
    let strange = try check(
      "Identificador,Nombre completo,Calificación\nParticipante1,Ana,\n",
      submissions: ["Grupo_77_assignsubmission_file_datos.csv"])
    #expect(
      sentences(strange, .es).last
        == "Hay entregas de identificadores que no están en la lista: 77. Descarga de nuevo la hoja; si son entregas de grupo, quita «Entrega en grupo»."
    )
    #expect(
      sentences(strange, .en).last
        == "There are hand-ins of identifiers that are not on the list: 77. Download the worksheet again; if they are group submissions, turn off “Students submit in groups”."
    )
    #expect(strange.last?.isMissing == true)
  }
}
