import Diagnostics

/// What is said of characters that no font has.
public enum MissingCharacters {
  private static let shownLimit = 6

  /// Names the first of them: `U+05E9 (HEBREW LETTER SHIN)`.
  public static func message(_ scalars: [Unicode.Scalar], in file: String) -> Message {
    let names = scalars.prefix(shownLimit).map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return scalar.properties.name.map { "\(code) (\($0))" } ?? code
    }
    let rest = scalars.count > shownLimit ? ", …" : ""
    return Message(
      "paper.lacksCharacters",
      [
        "file": file, "characters": names.joined(separator: ", ") + rest,
      ])
  }
}
