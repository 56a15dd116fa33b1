import Reports

/// How a class's reports are made, whatever they are made for.
public struct ClassSettings {
  /// Paths that were named on the command line; nil for the patterns of class.yaml.
  var roster: String?
  var submissions: String?
  var templates: String
  /// The program that children are started from.
  var executable: String
  /// What tells this build of the program from another.
  var identity: String
  var jobs: Int
  var limits: ChildLimits
  /// What makes a PDF of each student's page; nil for none.
  var printer: PagePrinter?

  public var prints: Bool { printer != nil }

  public init(
    roster: String?, submissions: String?, templates: String, executable: String,
    identity: String, jobs: Int, limits: ChildLimits, printer: PagePrinter?
  ) {
    self.roster = roster
    self.submissions = submissions
    self.templates = templates
    self.executable = executable
    self.identity = identity
    self.jobs = jobs
    self.limits = limits
    self.printer = printer
  }
}
