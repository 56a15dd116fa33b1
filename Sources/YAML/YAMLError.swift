/// Why a YAML file was refused, and where.
package struct YAMLError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    case notUTF8
    case controlCharacter(Unicode.Scalar)
    /// A part of YAML that data files do without, with the text that begins it.
    case unsupported(UnsupportedYAML, text: String)
    /// Lists and maps nested more than `Node.depthLimit` levels deep.
    case tooDeep
    /// The place is that of the first of the two keys.
    case repeatedKey(String)
    case severalDocuments
    /// `phrase` is libyaml's own English description.
    case syntax(SyntaxMistake, phrase: String)
  }

  package var problem: Problem
  package var mark: Mark
}

/// Parts of YAML that are refused. Aliases can make a few bytes cost minutes; none of the others is
/// needed in a file that people write by hand.
public enum UnsupportedYAML: String, Sendable {
  case anchor, alias, tag, mergeKey, directive
}

/// The mistakes in YAML that the message catalogues explain.
public enum SyntaxMistake: String, CaseIterable, Sendable {
  case openQuote, openBracket, missingColon, secondColon, indentation, tab, badStart, badEscape
  case other

  /// The mistake that libyaml describes with `phrase`.
  init(phrase: String) {
    self =
      switch phrase {
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
