import Diagnostics
import Lessons
import Testing

@testable import Classroom

@Suite struct GradeChangesTests {
  private func list(_ rows: String...) -> [UInt8] {
    let header =
      "Identificador,Nombre completo,Calificación,Calificación máxima,"
      + "La calificación puede ser cambiada,Última modificación (calificación),"
      + "Comentarios de retroalimentación\n"
    return Array((header + rows.map { "\($0)\n" }.joined()).utf8)
  }

  private func options(_ change: (inout ExportOptions) -> Void) -> ExportOptions {
    var options = ExportOptions()
    change(&options)
    return options
  }

  @Test func whatStandsThereIsKeptUnlessAskedFor() throws {
    let fixture = ExportFixture(
      list(
        "Participante 1,Ana,70.00,100.00,Sí,-,Bien", "Participante 2,Eva,\"85,5\",100.00,Sí,-,",
        "Participante 3,Luz,,100.00,No,-,", "Participante 4,Sol,,100.00,Sí,-,"))
    let grades: [Points?] = [85.5, 85.5, 85.5, nil]
    let first = try fixture.prepared(grades)
    #expect(first.kept.map(\.student) == ["1", "3"])
    #expect(first.kept.map(\.kept) == [.notOurs, .locked])
    // The same grade in other digits is no change; an open grade is never written.
    #expect(first.written.map(\.student) == ["2"])
    #expect(first.written.map(\.column) == [.comment])
    let again = try fixture.prepared(grades, options { $0.regrades = true })
    // A grade that was there before the first time is by hand.
    #expect(again.kept.map(\.kept) == [.notOurs, .locked])
  }

  @Test func whatSomebodyChangedSinceIsKept() throws {
    let fixture = ExportFixture(list("Participante 1,Ana,90.00,100.00,Sí,-,"))
    fixture.folder.write(
      "export/written.json",
      "{\"schema\": 1, \"students\": [{\"id\": \"1\", \"grade\": \"85.50\"}]}")
    let prepared = try fixture.prepared([80], options { $0.regrades = true })
    #expect(prepared.kept.map(\.kept) == [.byHand])
    #expect(prepared.written.isEmpty)
  }

  @Test func ourOwnGradeFollowsWithRegrade() throws {
    let fixture = ExportFixture(list("Participante 1,Ana,85.50,100.00,Sí,-,"))
    fixture.folder.write(
      "export/written.json",
      "{\"schema\": 1, \"students\": [{\"id\": \"1\", \"grade\": \"85.50\"}]}")
    #expect(try fixture.prepared([80]).kept.map(\.kept) == [.there])
    let lower = try fixture.prepared([80], options { $0.regrades = true })
    #expect(lower.kept.map(\.kept) == [.lower] && lower.written.isEmpty)
    let asked = options {
      $0.regrades = true
      $0.allowsLower = true
    }
    #expect(try fixture.prepared([80], asked).written.map(\.after).first == "80.00")
    #expect(
      try fixture.prepared([90], options { $0.regrades = true }).written.map(\.after).first
        == "90.00")
  }

  @Test(arguments: [
    (ExportOptions.Comments.append, "Bien<br>\(ExportFixture.comment("8.55"))"),
    (.replace, ExportFixture.comment("8.55")), (.keep, ""),
  ])
  func commentsThatAreThere(_ mode: ExportOptions.Comments, _ after: String) throws {
    let fixture = ExportFixture(list("Participante 1,Ana,85.50,100.00,Sí,-,Bien"))
    let prepared = try fixture.prepared([85.5], options { $0.comments = mode })
    #expect(prepared.written.map(\.after) == (after.isEmpty ? [] : [after]))
  }

  /// Moodle gives back what was uploaded: the same comment is not added twice.
  @Test func aCommentOfOursGivesWayToTheNext() {
    let old = ExportFixture.comment("7")
    let new = ExportFixture.comment("8.55")
    for mode in ExportOptions.Comments.allCases {
      #expect(
        CommentText.joined(new, to: "Bien<br>\(new)", last: new, mode: mode) == "Bien<br>\(new)")
      #expect(
        CommentText.joined(new, to: "Bien<br>\(old)", last: old, mode: mode) == "Bien<br>\(new)")
      #expect(CommentText.joined(new, to: "", last: nil, mode: mode) == new)
    }
  }

  @Test func formulasBecomeTexts() throws {
    let fixture = ExportFixture(list("Participante 1,Ana,85.50,100.00,Sí,-,=1+1"))
    #expect(try fixture.prepared([85.5]).written[0].after.hasPrefix("'=1+1<br>"))
    let lists = ExportLists(summary: try fixture.summary([85.5]), options: ExportOptions())
    #expect(String(decoding: lists.grades, as: UTF8.self).contains("1,Ana,85.5,100,"))
    for text in ["=1", "+x", "-x", "@x", "\tx", "\rx", "-1+1", "+1.5.2", "-", "-,"] {
      #expect(text.harmlessCell == "'\(text)")
    }
    for text in ["a=1", "-1", "+1", "-1.5", "-1,5", ""] { #expect(text.harmlessCell == text) }
  }

  @Test func rowsThatEndEarlyAreSaid() throws {
    let fixture = ExportFixture(list("Participante 1,Ana"))
    let prepared = try fixture.prepared([85.5])
    #expect(prepared.kept.map(\.kept) == [.noCell])
  }

  @Test(arguments: [
    (85.5, "100.00", "85.50"), (85.5, "100", "85.5"), (100, "100,00", "100.00"), (0, "10", "0"),
    (1234.5, "2000", "1234.5"), (8, "", "8"),
  ])
  func gradesAreWrittenLikeTheirMaximum(_ grade: Points, _ maximum: String, _ text: String) {
    #expect(GradeText.written(grade, like: maximum) == text)
  }

  @Test func canvasGradesFollowTheAssignment() throws {
    let fixture = ExportFixture(
      Array(
        """
        Student,ID,SIS Login ID,Section,Práctica 4 (11),Práctica 5 (12),Current Score
        "    Points Possible",,,,10.0,20.00,(read only)
        "López, Ana",3143,ana,1A,9,,90
        Student Test,,x,1A,,,

        """.utf8))
    #expect(
      throws: ExportError.assignment(
        path: "\(fixture.folder.path)/hoja-1.csv", name: nil,
        columns: ["Práctica 4 (11)", "Práctica 5 (12)"])
    ) { try fixture.prepared([50]) }
    for name in ["Práctica 5", "Práctica 5 (12)"] {
      let prepared = try fixture.prepared([50], options { $0.assignment = name })
      #expect(prepared.written.map(\.after) == ["10.00"])
      let text = String(decoding: prepared.sheets[0] ?? [], as: UTF8.self)
      #expect(text.contains("\"López, Ana\",3143,ana,1A,9,10.00,90\n"))
    }
    #expect(
      throws: ExportError.assignment(
        path: "\(fixture.folder.path)/hoja-1.csv", name: "X",
        columns: ["Práctica 4 (11)", "Práctica 5 (12)"])
    ) { try fixture.prepared([50], options { $0.assignment = "X" }) }
  }

  @Test(arguments: ["EX", "N/A", "Exento"])
  func whatIsNoGradeStays(cell: String) throws {
    let fixture = ExportFixture(list("Participante 1,Ana,\(cell),100.00,Sí,-,"))
    let options = options { $0.regrades = true }
    #expect(try fixture.prepared([85.5], options).kept.map(\.kept) == [.notAGrade])
  }

  /// A page says its points: it is not sent beside another grade, nor before the work is graded.
  @Test func pagesThatContradictTheListAreHeldBack() throws {
    let fixture = ExportFixture(
      list(
        "Participante 1,Ana,70.00,100.00,Sí,-,", "Participante 2,Eva,,100.00,Sí,-,",
        "Participante 3,Luz,,100.00,Sí,-,"))
    func prepared(_ options: ExportOptions) throws -> ClassExport.Prepared {
      var summary = try fixture.summary([85.5, 85.5, nil])
      for id in ["1", "2", "3"] {
        fixture.folder.write("report/students/\(id)/informe.es.html", "página \(id)")
      }
      summary = ClassSummary(
        inputs: summary.inputs,
        records: summary.records.map { record in
          var record = record
          record.files = ["informe.es.html"]
          return record
        })
      return try ClassExport(
        summary, report: "\(fixture.folder.path)/report",
        output: "\(fixture.folder.path)/export", options: options
      ).prepared()
    }
    let first = try prepared(ExportOptions())
    #expect(first.pages.map(\.student.id) == ["2"])
    #expect(first.contradicted == ["1"] && first.unfinished == ["3"])
    let all = try prepared(options { $0.includesUnfinished = true })
    #expect(all.pages.map(\.student.id) == ["2", "3"])
  }

  @Test func canvasIsRoundedOnce() throws {
    let fixture = ExportFixture(
      Array("Student,ID,Section,P (1)\n    Points Possible,,,10\nAna,3143,1A,\n".utf8))
    // 84.46 of 100 is 8.4; rounded to 84.5 first, it would be 8.5.
    #expect(try fixture.prepared([84.46]).written.map(\.after) == ["8.4"])
  }

  @Test func eachListGetsItsOwnGradesBack() throws {
    let fixture = ExportFixture(list("Participante 1,Ana,,100.00,Sí,-,"))
    fixture.folder.write("hoja-2.csv", bytes: list("Participante 2,Eva,,10.00,Sí,-,"))
    let prepared = try fixture.prepared([85.5, 59.5])
    #expect(prepared.sheets.count == 2)
    let texts = prepared.sheets.map { String(decoding: $0 ?? [], as: UTF8.self) }
    #expect(texts[0].contains("Participante 1,Ana,85.50,") && !texts[0].contains("Eva"))
    // 5.95 of 10 on the scale of 10, half up.
    #expect(texts[1].contains("Participante 2,Eva,6.00,"))
  }

  @Test func aCommentThatAnEditorHasSavedGivesWay() {
    let old = "Hecho.<br>7 de 10: \u{201c}bien\u{201d} &amp; más."
    let saved = "<p dir=\"ltr\">Bravo</p><p>Hecho.<br />7 de 10: &ldquo;bien&rdquo; &amp; más.</p>"
    let joined = CommentText.joined("Nuevo", to: saved, last: old, mode: .append)
    #expect(joined == "Bravo<br>Nuevo")
    #expect(CommentText.joined(old, to: saved, last: old, mode: .append) == saved)
  }
}
