import Testing

@testable import Classroom

@Suite struct OwnerReaderTests {
  static let moodle = "Identifier,Grade\nParticipant 48213,\nParticipant 48214,\n"
  static let canvas = "Student,ID,Section,X (1)\nAna,3143,G,\nLuis,3144,G,\n"
  static let plain = "code,name,email\nA01,Ana,ana@u.mx\nA011,Luis,luis@u.mx\n"

  private func owner(_ path: String, _ roster: String) throws -> SubmissionOwner? {
    let roster = try Roster([CSVFile(Array(roster.utf8), path: "r")])
    return OwnerReader(roster).owner(of: path.split(separator: "/").map { Array($0.utf8) })
  }

  @Test(arguments: [
    ("Ana López_48213_assignsubmission_file_/datos.csv", "48213", "datos.csv", false),
    ("Ana López_48213_assignsubmission_file/a/datos.csv", "48213", "a/datos.csv", false),
    ("curso-5/Ana_48213_assignsubmission_file_/datos.csv", "48213", "datos.csv", false),
    ("Ana_48213_assignsubmission_file_datos_de_ana.csv", "48213", "datos_de_ana.csv", false),
    (
      "Ana_48213_assignsubmission_onlinetext_/textoenlinea.html", "48213", "textoenlinea.html", true
    ),
    // What a student names inside the own folder is nobody else's.
    (
      "Ana_48213_assignsubmission_file_/Luis_48214_assignsubmission_file_/d.csv", "48213",
      "Luis_48214_assignsubmission_file_/d.csv", false
    ),
    (
      "Ana_48213_assignsubmission_file_x_48214_assignsubmission_file_y.csv", "48213",
      "x_48214_assignsubmission_file_y.csv", false
    ),
  ])
  func moodleNames(path: String, id: String, name: String, isOnlineText: Bool) throws {
    let owner = try #require(try owner(path, Self.moodle))
    #expect(owner.id == id)
    #expect(Submissions.text(owner.path) == name)
    #expect(owner.isOnlineText == isOnlineText)
  }

  @Test(arguments: [
    "datos.csv", "Ana López/datos.csv", "Ana_x_assignsubmission_file_/d.csv",
    "Ana_48213_assignfeedback_file_/d.csv", "Ana_48213_assignsubmission_comments_/d.csv",
    "Ana_٤٨٢١٣_assignsubmission_file_/d.csv",
  ])
  func namesOfNobody(path: String) throws {
    #expect(try owner(path, Self.moodle) == nil)
  }

  @Test(arguments: [
    ("lópezana_3143_207797_practica_1.csv", "3143", "practica_1.csv", false, false),
    ("lopezana_LATE_3143_207797_datos.csv", "3143", "datos.csv", true, false),
    ("anon_3143_207797_datos.csv", "3143", "datos.csv", false, false),
    ("lopezana_3143_text.html", "3143", "text.html", false, true),
  ])
  func canvasNames(path: String, id: String, name: String, isLate: Bool, isText: Bool) throws {
    let owner = try #require(try owner(path, Self.canvas))
    #expect(owner.id == id)
    #expect(Submissions.text(owner.path) == name)
    #expect(owner.isLate == isLate)
    #expect(owner.isOnlineText == isText)
  }

  @Test(arguments: [
    ("A01_datos.csv", "A01", "datos.csv"), ("a011 - datos.csv", "A011", "datos.csv"),
    ("A01/datos.csv", "A01", "datos.csv"), ("A01.csv", "A01", "A01.csv"),
    ("entregas/ana@u.mx/datos.csv", "A01", "datos.csv"),
  ])
  func codesOfAPlainList(path: String, id: String, name: String) throws {
    let owner = try #require(try owner(path, Self.plain))
    #expect(owner.id == id)
    #expect(Submissions.text(owner.path) == name)
  }

  @Test func aLongerCodeIsNobodyElses() throws {
    #expect(try owner("A0112.csv", Self.plain) == nil)
    #expect(try owner("A01ñ.csv", Self.plain) == nil)
  }
}
