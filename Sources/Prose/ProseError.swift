import Diagnostics

/// A mistake in a lesson's prose or in an exercise's answer, with its position.
public enum ProseError: UserError, Hashable {
  case notUTF8(Place)
  /// A control character or an unassigned code point.
  case strayCharacter(Place, code: String)
  /// The tag's line has no `}}`.
  case unclosedTag(Place)
  case emptyTag(Place)
  /// Mustache syntax that prose does not support: `{{{x}}}`, `{{&x}}`, `{{> x}}`, `{{= =}}`.
  case unsupportedTag(Place, tag: String)
  case unknownValue(Place, name: String, suggestion: String?)
  case unknownFact(Place, name: String, suggestion: String?)
  /// Arithmetic on the target of a lesson whose target is a class.
  case numbersOnly(Place, name: String)
  case unknownFormat(Place, name: String, suggestion: String?)
  case unknownTable(Place, name: String, suggestion: String?)
  case unknownCode(Place, name: String, suggestion: String?)
  /// Other text on the line of a figure, table, summary or code tag.
  case notAlone(Place, tag: String)
  case unclosedSection(Place, name: String)
  case unexpectedEnd(Place, name: String)
  case mismatchedEnd(Place, name: String, open: String, openLine: Int)
  case tooDeep(Place, limit: Int)
  /// The prose exists only in another language of the notebook.
  case missingLanguage(Place, other: String)

  public var place: Place? {
    switch self {
    case .notUTF8(let place), .strayCharacter(let place, _), .unclosedTag(let place),
      .emptyTag(let place), .numbersOnly(let place, _),
      .unsupportedTag(let place, _), .unknownValue(let place, _, _),
      .unknownFact(let place, _, _), .unknownFormat(let place, _, _),
      .unknownTable(let place, _, _), .unknownCode(let place, _, _), .notAlone(let place, _),
      .unclosedSection(let place, _), .unexpectedEnd(let place, _),
      .mismatchedEnd(let place, _, _, _), .tooDeep(let place, _), .missingLanguage(let place, _):
      place
    }
  }

  public var message: Message {
    switch self {
    case .notUTF8: Message("prose.notUTF8")
    case .strayCharacter(_, let code): Message("prose.strayCharacter", ["code": code])
    case .unclosedTag: Message("prose.unclosedTag", ["open": "{{", "close": "}}"])
    case .emptyTag: Message("prose.emptyTag")
    case .unsupportedTag(_, let tag): Message("prose.unsupportedTag", ["tag": tag])
    case .unknownValue(_, let name, let suggestion): unknown("Value", name, suggestion)
    case .unknownFact(_, let name, let suggestion): unknown("Fact", name, suggestion)
    case .numbersOnly(_, let name): Message("prose.numbersOnly", ["name": name])
    case .unknownFormat(_, let name, let suggestion): unknown("Format", name, suggestion)
    case .unknownTable(_, let name, let suggestion): unknown("Table", name, suggestion)
    case .unknownCode(_, let name, let suggestion): unknown("Code", name, suggestion)
    case .notAlone(_, let tag): Message("prose.notAlone", ["tag": tag])
    case .unclosedSection(_, let name): Message("prose.unclosedSection", ["name": name])
    case .unexpectedEnd(_, let name): Message("prose.unexpectedEnd", ["name": name])
    case .mismatchedEnd(_, let name, let open, let line):
      Message("prose.mismatchedEnd", ["name": name, "open": open, "line": String(line)])
    case .tooDeep(_, let limit): Message("prose.tooDeep", ["limit": String(limit)])
    case .missingLanguage(_, let other): Message("prose.missingLanguage", ["other": other])
    }
  }

  public var exitCode: ExitCode {
    if case .missingLanguage = self { .missingInput } else { .invalidInput }
  }

  private func unknown(_ what: String, _ name: String, _ suggestion: String?) -> Message {
    guard let suggestion else { return Message("prose.unknown\(what)", ["name": name]) }
    return Message("prose.unknown\(what)Like", ["name": name, "suggestion": suggestion])
  }
}
