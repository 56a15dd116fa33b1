import Archives
import Mustache
import Phrases

/// The page template, style sheet and script of hand-outs in `templates/report`.
struct HandoutTemplates: Sendable {
  let style: String
  let script: String
  private let library: MustacheLibrary

  init(templates: String) throws(TemplateError) {
    library = try PageTemplates.library(["handout"], templates: templates)
    style = try PageTemplates.text("\(templates)/report/handout.css")
    script = try PageTemplates.text("\(templates)/report/answers.js")
  }

  /// Renders a template. Precondition: it is one of the hand-outs'.
  func render(_ name: String, _ value: Any) -> String {
    guard let text = library.render(value, withTemplate: name) else {
      preconditionFailure("no template is named \(name)")
    }
    return text
  }

  /// The Content-Security-Policy of a page with these style sheets, and with the script if it is to
  /// run.
  func policy(styles: [String], runsScript: Bool) -> String {
    PageTemplates.policy(styles: styles, scripts: runsScript ? [script] : [])
  }
}
