import Diagnostics
import Yams

/// The bytes of a YAML file as one tree of nodes with their places.
package enum YAMLDocument {
  package static func root(of bytes: [UInt8], path: String) throws(NotebookError) -> Node {
    let text = try decoded(bytes, path: path)
    let scan = try YAMLScan.scanned(text, path: path)
    do {
      // The encoding is named because Yams would otherwise ask the environment; without its resolver
      // every scalar stays the text it is.
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        throw NotebookError(.empty, at: Place(path))
      }
      try refuseStrayCharacters(root, path: path)
      return root
    } catch let error as NotebookError {
      throw error
    } catch let error as YamlError {
      throw located(error, scan: scan, path: path)
    } catch {
      throw NotebookError(.syntax(.other), at: Place(path))
    }
  }

  /// Escapes such as `\e` make characters that the text itself was searched for. No deeper than what
  /// the scan let pass.
  private static func refuseStrayCharacters(_ node: Node, path: String) throws(NotebookError) {
    switch node {
    case .scalar(let scalar):
      guard let stray = scalar.string.unicodeScalars.first(where: \.isStray) else { return }
      throw NotebookError(
        .controlCharacter(code: stray.code),
        at: Place(path, line: scalar.mark?.line, column: scalar.mark?.column))
    case .sequence(let items):
      for item in items { try refuseStrayCharacters(item, path: path) }
    case .mapping(let pairs):
      for (key, value) in pairs {
        try refuseStrayCharacters(key, path: path)
        try refuseStrayCharacters(value, path: path)
      }
    case .alias: return
    }
  }

  /// UTF-8 without its mark; the place of the first byte that is none.
  private static func decoded(_ bytes: [UInt8], path: String) throws(NotebookError) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: body, as: UTF8.self) { return text }
    let repaired = String(decoding: body, as: UTF8.self).unicodeScalars
    var line = 1
    var column = 1
    var rest = body
    for scalar in repaired {
      let length = UTF8.width(scalar)
      guard rest.prefix(length).elementsEqual(String(scalar).utf8) else { break }
      rest = rest.dropFirst(length)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    throw NotebookError(.notUTF8, at: Place(path, line: line, column: column))
  }

  private static func located(
    _ error: YamlError, scan: YAMLScan, path: String
  ) -> NotebookError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem == "but found another document" {
        return NotebookError(.severalDocuments, at: place(mark, path))
      }
      // A forgotten quote closes at the next one, lines later, and only what follows is wrong.
      if let quote = scan.longQuotes.first(where: { $0.lastLine == mark.line }) {
        return NotebookError(
          .syntax(.openQuote), at: Place(path, line: quote.line, column: quote.column))
      }
      let mistake = mistake(problem)
      // An unclosed quote or bracket is found at the end of the file and stands where it opened.
      let opening: Set<SyntaxMistake> = [.openQuote, .openBracket]
      let origin = opening.contains(mistake) ? context?.mark ?? mark : mark
      return NotebookError(.syntax(mistake), at: place(origin, path))
    case .duplicatedKeysInMapping(let keys, let context):
      return NotebookError(.repeatedKey(keys.first ?? ""), at: place(context.mark, path))
    default:
      return NotebookError(.syntax(.other), at: Place(path))
    }
  }

  private static func place(_ mark: Mark, _ path: String) -> Place {
    Place(path, line: mark.line, column: mark.column)
  }

  /// libyaml's English phrase as one of the mistakes that the catalogues explain.
  private static func mistake(_ problem: String) -> SyntaxMistake {
    switch problem {
    case "found unexpected end of stream", "found unexpected document indicator": .openQuote
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": .openBracket
    case "could not find expected ':'": .missingColon
    case "mapping values are not allowed in this context": .secondColon
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "did not find expected <document start>":
      .indentation
    case "found character that cannot start any token": .badStart
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      .tab
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      .badEscape
    default: .other
    }
  }
}
