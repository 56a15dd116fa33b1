import Diagnostics
import Testing

@testable import Classroom

@Suite struct RosterTests {
  private func roster(_ text: String) throws -> Roster {
    try Roster([CSVFile(Array(text.utf8), path: "hoja.csv")])
  }

  /// The worksheet of one student in each language that Moodle speaks here.
  static let worksheets = [
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
      + "Last modified (submission),Last modified (grade),Feedback comments\n"
      + "Participant 48213,Ana López,a@b.mx,Submitted for grading - 2 hours late,8.50,100.00,Yes,"
      + "\"Friday, 20 November 2026, 9:00 AM\",-,Bien\n",
    "Identificador,Nombre completo,Dirección de correo,Estado,Calificación,Calificación máxima,"
      + "La calificación puede ser cambiada,Última modificación (entrega),"
      + "Última modificación (calificación),Comentarios de retroalimentación\n"
      + "Participante48213,Ana López,a@b.mx,Enviado - 2 horas tarde,8.50,\"100,00\",Sí,"
      + "\"viernes, 20 de noviembre de 2026, 09:00\",-,Bien\n",
    "Identificador;Nombre completo;Dirección de correo;Estatus;Calificación;Calificación Máxima;"
      + "Última modificación (entrega);Fecha de Calificación;Comentarios de retroalimentación\n"
      + "48213;Ana López;a@b.mx;Enviado con retraso;8.50;100;x;-;Bien\n",
  ]

  @Test(arguments: worksheets)
  func moodleWorksheetsAreReadInEachLanguage(text: String) throws {
    let roster = try roster(text)
    #expect(roster.kind == .moodle)
    let student = try #require(roster.students.first)
    #expect(student.id == "48213")
    #expect(student.name == "Ana López")
    #expect(student.email == "a@b.mx")
    #expect(student.maximum == 100)
    #expect(student.lateness.isLate)
    #expect(student.rows == [Student.Row(list: 0, row: 1)])
    let list = roster.lists[0]
    #expect(list.columns.graded != nil && list.columns.submitted != nil)
    #expect(list.sheet.rows[1][list.columns.grade] == "8.50")
    #expect(list.sheet.rows[1][list.columns.comments] == "Bien")
  }

  @Test func aBlindWorksheetHasNoNames() throws {
    let roster = try roster("Identifier,Status,Grade\nParticipant 7,No submission,\n")
    #expect(roster.students.map(\.name) == [""])
    #expect(roster.students.map(\.lateness) == [.onTime])
  }

  @Test func canvasRowsWithoutANumberAreNoStudents() throws {
    let roster = try roster(
      """
      Student,ID,SIS Login ID,Section,Práctica 5 (1234),Current Score
      ,,,,Manual Posting,(read only)
          Points Possible,,,,10,(read only)
      "López, Ana",3143,ana,G1,,80
      "Student, Test",77,x,G1,,

      """)
    #expect(roster.kind == .canvas)
    #expect(roster.students.map(\.id) == ["3143"])
    #expect(roster.students.map(\.name) == ["López, Ana"])
  }

  @Test func aPlainListNeedsACode() throws {
    let roster = try roster("Código;Nombre;Apellidos;Correo\nA0-1;Ana;López;a@b.mx\nB.2;Luis;;\n")
    #expect(roster.kind == .plain)
    #expect(roster.students.map(\.id) == ["A0-1", "B.2"])
    #expect(roster.students.map(\.name) == ["Ana López", "Luis"])
  }

  @Test func mistakesAreNamedWithTheirLine() throws {
    func fault(_ text: String) -> RosterError? {
      do {
        _ = try roster(text)
        return nil
      } catch {
        return error as? RosterError
      }
    }
    func error(_ line: Int, _ fault: RosterError.Fault) -> RosterError {
      RosterError(Place("hoja.csv", line: line), fault)
    }
    #expect(fault("a,b\n1,2\n") == error(1, .noIdentifier(columns: "a, b")))
    #expect(fault("Identifier,Grade\nx,\n") == error(2, .badIdentifier(id: "x")))
    #expect(fault("code,name\n../x,Ana\n") == error(2, .badIdentifier(id: "../x")))
    #expect(fault("code,name\n.x,Ana\n") == error(2, .badIdentifier(id: ".x")))
    #expect(
      fault("code,name\nAna,1\nana,2\n") == error(3, .repeatedIdentifier(id: "ana", firstLine: 2)))
    #expect(fault("Identifier,Grade\n") == error(1, .noStudents))
  }

  // MARK: Several lists

  private func roster(_ texts: [String]) throws -> Roster {
    try Roster(
      texts.enumerated().map { try CSVFile(Array($1.utf8), path: "hoja-G\($0).csv") })
  }

  private static let header = "Identificador,Nombre completo,Calificación,Calificación máxima\n"

  @Test func groupsAreOneClass() throws {
    let roster = try roster([
      Self.header + "Participante 1,Ana,,10\nParticipante 2,Eva,,10\n",
      Self.header + "Participante 3,Luz,,10\nParticipante 2,Eva,,10\n",
    ])
    #expect(roster.students.map(\.id) == ["1", "2", "3"])
    #expect(
      roster.students[1].rows == [Student.Row(list: 0, row: 2), Student.Row(list: 1, row: 2)])
  }

  @Test func listsThatAreNoGroupsAreRefused() throws {
    func fault(_ texts: String...) -> RosterError.Fault? {
      do {
        _ = try roster(texts)
        return nil
      } catch {
        return (error as? RosterError)?.fault
      }
    }
    let first = Self.header + "Participante 1,Ana,,10\nParticipante 2,Eva,,10\n"
    #expect(fault(first, first) == .samePeople(other: "hoja-G1.csv"))
    #expect(
      fault(first, Self.header + "Participante 2,Eva,,10\n") == .samePeople(other: "hoja-G0.csv"))
    #expect(
      fault(first, Self.header + "Participante 2,Sol,,10\nParticipante 3,Luz,,10\n")
        == .otherPerson(id: "2", name: "Sol", known: "Eva"))
    #expect(fault(first, "code\nA1\n") == .otherKind(first: "hoja-G0.csv"))
  }

  @Test(arguments: [
    ("100.00", 100.0), ("100,00", 100), ("10,000", 10), ("10.00000", 10), ("7", 7), ("", nil),
    ("-", nil),
  ])
  func maximaAreRead(text: String, maximum: Double?) throws {
    let roster = try roster(Self.header + "Participante 1,Ana,,\"\(text)\"\n")
    #expect(roster.students[0].maximum?.value == maximum)
  }

  @Test(arguments: ["cien", "0", "-5", "0.0001", "10 o 20"])
  func maximaThatAreNoneAreNamed(text: String) throws {
    #expect(throws: RosterError(Place("hoja.csv", line: 2), .badMaximum(text: text))) {
      try roster(Self.header + "Participante 1,Ana,,\"\(text)\"\n")
    }
  }
}
