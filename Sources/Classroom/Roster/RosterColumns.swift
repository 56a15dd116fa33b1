/// The columns of a list that mean something to us; nil where the list has none of that kind.
public struct RosterColumns: Sendable {
  public var id = 0
  public var name: Int?
  public var familyName: Int?
  public var email: Int?
  public var status: Int?
  public var grade: Int?
  public var maximum: Int?
  /// Moodle: the options of a scale, in place of a maximum.
  public var scale: Int?
  public var submitted: Int?
  public var graded: Int?
  public var comments: Int?
  public var section: Int?

  init(_ sheet: CSVFile, id: Int) {
    self.id = id
    name = sheet.column(Self.names)
    familyName = sheet.column(["last name", "surname", "apellidos", "apellido(s)", "apellido"])
    email = sheet.column(Self.emails)
    status = sheet.column(["status", "estado", "estatus"])
    grade = sheet.column(["grade", "calificación"])
    maximum = sheet.column(["maximum grade", "calificación máxima"])
    scale = sheet.column(["scale", "escala"])
    submitted = sheet.column(["last modified (submission)", "última modificación (entrega)"])
    graded = sheet.column(Self.gradeDates)
    comments = sheet.column(Self.commentNames)
    section = sheet.column(["section"])
  }

  /// Moodle's `recordid`, in English and in both kinds of Spanish.
  static let moodleIdentifiers = ["identifier", "identificador"]
  /// Of a plain list.
  static let codes = [
    "id", "code", "código", "matrícula", "clave", "student id", "id number", "número de id",
    "número de control", "boleta", "expediente", "username", "usuario",
  ]
  static let gradeDates = [
    "last modified (grade)", "última modificación (calificación)", "fecha de calificación",
  ]
  private static let names = [
    "full name", "nombre completo", "nombre completo del usuario", "name", "nombre", "student",
    "alumno", "alumna", "estudiante", "first name", "nombre(s)", "nombres",
  ]
  private static let emails = [
    "email address", "e-mail address", "email", "e-mail", "dirección de correo",
    "dirección de correo electrónico", "correo electrónico", "correo", "dirección email",
  ]
  private static let commentNames = [
    "feedback comments", "comentarios de retroalimentación", "comentarios de realimentación",
    "comentarios de la retroalimentación", "retroalimentación por comentarios", "comments",
    "comentarios",
  ]
}
