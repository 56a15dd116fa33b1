import Mustache
import Pages
import Paper
import Phrases
import Publishing

/// The templates of a class's pages, with the partials and the style sheet they share with reports.
public struct ClassTemplates: Sendable {
  private static let own = ["student", "summary", "criteria"]
  private static let shared = ["figure", "data-table"]

  let style: String
  private let library: MustacheLibrary

  init(templates: String) throws(TemplateError) {
    library = try PageTemplates.library(
      Self.own, folder: "classroom", templates: templates,
      beside: PageTemplates.library(Self.shared, templates: templates))
    style =
      try PageTemplates.text("\(templates)/report/style.css")
      + PageTemplates.text("\(templates)/classroom/classroom.css")
  }

  /// Precondition: a template of that name.
  func render(_ name: String, _ value: Any) -> String {
    guard let text = library.render(value, withTemplate: name) else {
      preconditionFailure("no template is named \(name)")
    }
    return text
  }

  /// Nothing is loaded from anywhere but the page and the folder it lies in, and nothing runs.
  var policy: String { PageTemplates.policy(styles: [style]) }
}

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
    generator = Program.generator
    style = plan.templates.style
    paper = PageFormat(plan.notebook.region).rawValue
  }
}
