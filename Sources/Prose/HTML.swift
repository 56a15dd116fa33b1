/// Escapes text for HTML content and double-quoted attributes.
public enum HTML {
  public static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  static func escaped(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in scalars { append(scalar, to: &result) }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }

  /// `html` without its tags; the text stays escaped.
  static func withoutTags(_ html: String) -> String {
    var result = ""
    var isTag = false
    for scalar in html.unicodeScalars {
      if scalar == "<" { isTag = true }
      if !isTag { result.unicodeScalars.append(scalar) }
      if scalar == ">" { isTag = false }
    }
    return result
  }
}
