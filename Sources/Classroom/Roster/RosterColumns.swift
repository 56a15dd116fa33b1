/// The columns of a list whose meaning is known; nil for those that the list lacks.
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
  /// Moodle: whether the grade can be changed.
  public var lock: Int?

  init(_ sheet: CSVFile, id: Int) {
    self.id = id
    name = sheet.column(PlatformWords.names)
    familyName = sheet.column(PlatformWords.familyNames)
    email = sheet.column(PlatformWords.emails)
    status = sheet.column(PlatformWords.statuses)
    grade = sheet.column(PlatformWords.grades)
    maximum = sheet.column(PlatformWords.maxima)
    scale = sheet.column(PlatformWords.scales)
    submitted = sheet.column(PlatformWords.submissionDates)
    graded = sheet.column(PlatformWords.gradeDates)
    comments = sheet.column(PlatformWords.comments)
    section = sheet.column(PlatformWords.sections)
    lock = sheet.column(PlatformWords.locks)
  }
}
