/// The text that a student typed into the platform's page, taken out of its HTML.
enum OnlineText {
  /// Lines of plain text: blocks and breaks end lines, tags go, entities become their characters.
  static func lines(_ html: String) -> String {
    var text = ""
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { return plain(text) }
      let tag = rest[rest.index(after: open)..<close].lowercased()
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      rest = rest[rest.index(after: close)...]
      if ["script", "style", "head", "title"].contains(name), !tag.hasPrefix("/") {
        guard let end = rest.firstRange(of: "</\(name)") else { return plain(text) }
        rest = rest[end.lowerBound...]
      } else if ["br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "pre"].contains(name) {
        text += "\n"
      } else if ["td", "th"].contains(name), tag.hasPrefix("/") {
        text += ","
      }
    }
    return plain(text + rest)
  }

  private static func plain(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[ampersand...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: ampersand)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result.append(character)
      rest = rest[rest.index(after: end)...]
    }
    return (result + rest).replacing("\u{a0}", with: " ").replacing("\r\n", with: "\n")
  }

  private static func character(_ entity: Substring) -> Character? {
    if entity.first == "#" {
      let digits = entity.dropFirst()
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let code = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
      return code.flatMap(Unicode.Scalar.init).map(Character.init)
    }
    return named.first { $0.key == entity }?.value
  }

  /// Those of a Spanish keyboard, and what editors write for signs of HTML.
  private static let named: KeyValuePairs<String, Character> = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{a0}",
    "aacute": "á", "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú", "uuml": "ü",
    "ntilde": "ñ", "Aacute": "Á", "Eacute": "É", "Iacute": "Í", "Oacute": "Ó", "Uacute": "Ú",
    "Ntilde": "Ñ", "iexcl": "¡", "iquest": "¿", "minus": "\u{2212}", "deg": "°", "sup2": "²",
    "ndash": "–", "mdash": "—", "laquo": "«", "raquo": "»", "ldquo": "“", "rdquo": "”",
  ]
}
