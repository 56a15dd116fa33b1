import Archives
import Diagnostics

/// A template file is missing or invalid.
public enum TemplateError: UserError, Hashable {
  case missing(path: String)
  case unreadable(path: String)
  /// Larger than `PhraseCatalogue.sizeLimit`.
  case tooLarge(path: String, limit: Int)
  case notUTF8(path: String)
  /// `problem` is the parser's message.
  case invalidYAML(path: String, line: Int, column: Int, problem: String)
  /// The tags of a page template do not match.
  case invalidMustache(path: String, line: Int, column: Int)
  /// A value that is neither a map of texts nor a text.
  case notText(path: String, line: Int, column: Int, key: String)
  /// The catalogue lacks a phrase of the original.
  case missingPhrase(path: String, key: String)
  /// A phrase has a placeholder that the original's lacks.
  case unknownPlaceholder(path: String, key: String, name: String)

  /// An example of a number that does not show how 1,234.5% is written.
  case badNumber(path: String, key: String)

  public var place: Place? {
    switch self {
    case .missing(let path), .unreadable(let path), .tooLarge(let path, _), .notUTF8(let path),
      .missingPhrase(let path, _), .badNumber(let path, _), .unknownPlaceholder(let path, _, _):
      Place(path)
    case .invalidYAML(let path, let line, let column, _),
      .invalidMustache(let path, let line, let column), .notText(let path, let line, let column, _):
      Place(path, line: line, column: column)
    }
  }

  public var message: Message {
    switch self {
    case .missing: Message("template.missing")
    case .unreadable: Message("template.unreadable")
    case .tooLarge(_, let limit): Message("template.tooLarge", ["limit": String(limit)])
    case .notUTF8: Message("template.notUTF8")
    case .invalidYAML(_, _, _, let problem):
      Message("template.invalidYAML", ["problem": problem])
    case .invalidMustache: Message("template.invalidMustache")
    case .missingPhrase(_, let key): Message("template.missingPhrase", ["key": key])
    case .unknownPlaceholder(_, let key, let name):
      Message("template.unknownPlaceholder", ["key": key, "name": name])
    case .badNumber(_, let key): Message("template.badNumber", ["key": key])
    case .notText(_, _, _, let key): Message("template.notText", ["key": key])
    }
  }

  public var exitCode: ExitCode {
    switch self {
    case .missing: .missingInput
    case .unreadable: .inputOutput
    case .tooLarge, .notUTF8, .invalidYAML, .invalidMustache, .notText, .missingPhrase,
      .unknownPlaceholder, .badNumber:
      .invalidInput
    }
  }
}

/// Reads template files up to a size limit.
package enum TemplateFile {
  /// Bytes of a template, style sheet or script.
  package static let sizeLimit = 1 << 20

  package static func read(_ path: String, limit: Int) throws(TemplateError) -> [UInt8] {
    do {
      return try Files.read(path, limit: limit)
    } catch {
      switch error.fault {
      case .notFound: throw .missing(path: path)
      case .tooLarge: throw .tooLarge(path: path, limit: limit)
      default: throw .unreadable(path: path)
      }
    }
  }
}
