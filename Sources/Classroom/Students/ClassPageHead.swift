import Reports

/// What every page of a class begins with, for its template.
struct ClassPageHead {
  var locale: String
  var policy: String
  var generator: String
  var style: String
  var paper: String

  init(_ plan: ClassPlan) {
    locale = plan.locale
    policy = plan.templates.policy
    generator = "Cuaderno \(Program.version)"
    style = plan.templates.style
    paper = plan.notebook.region == .mx ? "letter" : "a4"
  }
}
