import Datasets

/// The words that learning platforms write into lists, with the language that they are of.
///
/// Taken from Moodle's language packs (`mod_assign` and the two feedback plugins): English, Spanish
/// (`es`), Mexican Spanish (`es_mx`), and Brazilian and European Portuguese, which Cuaderno does not
/// speak but must not mistake for something else. `docs/classes.md` lists them.
enum PlatformWords {
  /// `recordid`.
  static let identifiers = ["identifier", "identificador"]
  static let statuses = ["status", "estado", "estatus", "status do envio"]
  static let grades = ["grade", "calificación", "nota", "avaliação"]
  /// `gradeoutof` in lists: `maxgrade`.
  static let maxima = [
    "maximum grade", "calificación máxima", "nota máxima", "avaliação máxima", "nota maxima",
  ]
  static let scales = ["scale", "escala"]
  /// `lastmodifiedsubmission`.
  static let submissionDates = [
    "last modified (submission)", "última modificación (entrega)", "última modificación (envío)",
    "última modificação (envio)", "última modificação (submissão)", "fecha de entrega",
  ]
  /// `lastmodifiedgrade`.
  static let gradeDates = [
    "last modified (grade)", "última modificación (calificación)", "fecha de calificación",
    "última modificação (nota)",
  ]
  /// `gradecanbechanged`.
  static let locks = [
    "grade can be changed", "la calificación puede ser cambiada", "la calificación puede cambiarse",
    "nota pode ser alterada", "a nota pode ser alterada.",
  ]
  /// The name of the plugin for comments.
  static let comments = [
    "feedback comments", "comentarios de retroalimentación", "comentarios de realimentación",
    "comentarios de la retroalimentación", "retroalimentación por comentarios", "comments",
    "comentarios", "comentários de feedback", "comentários",
  ]
  static let names = [
    "full name", "nombre completo", "nombre completo del usuario", "nome completo", "name",
    "nombre", "student", "alumno", "alumna", "estudiante", "first name", "nombre(s)", "nombres",
  ]
  static let familyNames = ["last name", "surname", "apellidos", "apellido(s)", "apellido"]
  static let emails = [
    "email address", "e-mail address", "email", "e-mail", "dirección de correo",
    "dirección de correo electrónico", "correo electrónico", "correo", "dirección email",
    "endereço de email", "endereço de e-mail",
  ]
  static let sections = ["section"]
  /// Columns of a plain list that can identify a person.
  static let codes = [
    "id", "code", "código", "matrícula", "clave", "student id", "id number", "número de id",
    "número de control", "boleta", "expediente", "username", "usuario",
  ]

  // MARK: Late work

  /// `submittedlateshort` is a duration and one of these: `2 días 3 horas después`.
  private static let afterDuration = [
    "late", "después", "tarde", "atrasado", "atrasada", "após o prazo", "de retraso", "con retraso",
  ]
  /// Words that say it without a duration. Folded, without blanks.
  private static let alone = [
    "fueradeplazo", "entregatardia", "entregadotarde", "enviadotarde", "submittedlate", "latework",
  ]
  /// `overdue`: there is no submission yet.
  private static let overdue = ["overdue", "retrasada", "atrasada", "retrasado", "retraso"]

  /// Whether a status says that the work came late, and by how much.
  static func lateness(_ status: String) -> Lateness {
    let words = status.lowercased().split { $0.isWhitespace || $0 == "," }.map {
      ColumnName.folded(String($0))
    }
    for ending in afterDuration {
      let pattern = ending.split(separator: " ").map { ColumnName.folded(String($0)) }
      guard words.count > pattern.count else { continue }
      for start in 1...(words.count - pattern.count)
      where Array(words[start..<(start + pattern.count)]) == pattern {
        if let minutes = duration(before: start, in: words) { return .late(minutes: minutes) }
      }
    }
    let folded = ColumnName.folded(status)
    if alone.contains(where: { folded.contains(ColumnName.folded($0)) }) {
      return .late(minutes: nil)
    }
    let said = words.contains { word in
      ["late", "tarde"].contains { word == ColumnName.folded($0) }
        || overdue.contains { word == ColumnName.folded($0) }
    }
    return said ? .late(minutes: nil) : .onTime
  }

  private static let units: [(words: [String], seconds: Int)] = [
    (["year", "years", "año", "años", "ano", "anos"], 365 * 86_400),
    (["week", "weeks", "semana", "semanas"], 7 * 86_400),
    (["day", "days", "d", "día", "días", "dia", "dias"], 86_400),
    (["hour", "hours", "h", "hora", "horas"], 3_600),
    (["min", "mins", "minute", "minutes", "minuto", "minutos"], 60),
    (["sec", "secs", "s", "second", "seconds", "seg", "segs", "segundo", "segundos"], 1),
  ]

  /// The pairs of number and unit that end before the word at `end`, in whole minutes rounded up.
  private static func duration(before end: Int, in words: [[UInt8]]) -> Int? {
    var seconds = 0
    var index = end
    while index >= 2, let count = Int(String(decoding: words[index - 2], as: UTF8.self)),
      count >= 0, count < 100_000,
      let unit = units.first(where: { unit in
        unit.words.contains { ColumnName.folded($0) == words[index - 1] }
      })
    {
      seconds += count * unit.seconds
      index -= 2
    }
    return index == end ? nil : (seconds + 59) / 60
  }

  /// The minutes that a person's text means: `2 días`, `36 h`, `1.5`.
  ///
  /// - Parameter plainUnit: the minutes that a number without a unit counts.
  static func minutes(of text: String, plainUnit: Int) -> Int? {
    guard let number = WrittenNumber(text, decimalComma: false),
      let value = number.readings.last?.value, value >= 0
    else { return nil }
    var minutes = Double(plainUnit)
    if !number.rest.isEmpty {
      let rest = ColumnName.folded(number.rest)
      guard let unit = units.first(where: { $0.words.contains { ColumnName.folded($0) == rest } })
      else { return nil }
      minutes = Double(unit.seconds) / 60
    }
    let total = value * minutes
    return total <= 10 * 365 * 1_440 ? Int(total.rounded(.up)) : nil
  }

  // MARK: Languages

  /// The language of a Moodle list, by its header; nil if none of the packs has all of these words.
  static func language(ofHeader header: [String]) -> String? {
    let folded = header.map(ColumnName.folded)
    func has(_ name: String) -> Bool { folded.contains(ColumnName.folded(name)) }
    if has("Última modificação (nota)") || has("Nota pode ser alterada")
      || has("Última modificação (submissão)") || has("Última modificação (envio)")
    {
      return "pt"
    }
    if has("Estatus") || has("La calificación puede cambiarse") { return "es_mx" }
    if has("Última modificación (calificación)") || has("Calificación") { return "es" }
    return has("Grade") || has("Last modified (grade)") ? "en" : nil
  }
}

/// Whether work came after its date, as the platform says.
public enum Lateness: Hashable, Sendable {
  case onTime
  /// - Parameter minutes: nil if the platform does not say by how much.
  case late(minutes: Int?)

  public var isLate: Bool { self != .onTime }
}
