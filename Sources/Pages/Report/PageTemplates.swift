import Archives
import Mustache
import Phrases

/// The parsed templates, style sheet and scripts of `templates/report`.
package struct PageTemplates: Sendable {
  static let names = [
    "page", "masthead", "contents", "lesson", "figure", "data-table", "try", "glossary", "colophon",
    "notebooks", "changes",
  ]

  let style: String
  /// The script that remembers the language, for pages with a switch.
  let switchScript: String
  /// The script that runs small networks, for pages with one to try.
  let tryScript: String
  private let library: MustacheLibrary

  init(templates: String) throws(TemplateError) {
    let folder = "\(templates)/report"
    library = try Self.library(Self.names, templates: templates)
    style = try Self.text("\(folder)/style.css")
    switchScript = try Self.text("\(folder)/switch.js")
    tryScript = try Self.text("\(folder)/try.js")
  }

  /// Parses the named templates and adds them to `library`.
  package static func library(
    _ names: [String], folder: String = "report", templates: String,
    beside library: MustacheLibrary = MustacheLibrary()
  ) throws(TemplateError) -> MustacheLibrary {
    var library = library
    for name in names {
      let path = "\(templates)/\(folder)/\(name).mustache"
      let text = try text(path)
      do {
        try library.register(text, named: name)
      } catch let error as MustacheTemplate.ParserError {
        throw .invalidMustache(
          path: path, line: error.context.lineNumber, column: error.context.columnNumber)
      } catch {
        throw .invalidMustache(path: path, line: 1, column: 1)
      }
    }
    return library
  }

  /// Renders a template. Precondition: it is one of `names`.
  func render(_ name: String, _ value: Any) -> String {
    guard let text = library.render(value, withTemplate: name) else {
      preconditionFailure("no template is named \(name)")
    }
    return text
  }

  /// The Content-Security-Policy of a page with this style sheet, the other styles that are not nil and
  /// these scripts; nothing is loaded from outside the report folder.
  func policy(scripts: [String] = [], styles: [String?] = []) -> String {
    Self.policy(styles: [style] + styles.compactMap { $0 }, scripts: scripts)
  }

  package static func policy(styles: [String], scripts: [String] = []) -> String {
    let styles = styles.map(source).joined(separator: " ")
    let scripts = scripts.map(source).joined(separator: " ")
    return "default-src 'none'; img-src data: 'self' file:; style-src \(styles);"
      + (scripts.isEmpty ? "" : " script-src \(scripts);")
      + " base-uri 'none'; form-action 'none'"
  }

  private static func source(_ text: String) -> String {
    "'sha256-\(Base64.encode(SHA256.hash(Array(text.utf8))))'"
  }

  package static func text(_ path: String) throws(TemplateError) -> String {
    let bytes = try TemplateFile.read(path, limit: TemplateFile.sizeLimit)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: path) }
    return text
  }
}
