import Diagnostics

/// The tags of a prose file as a tree, in file order.
package indirect enum ProseNode: Sendable {
  case text(String)
  case value(ValueTag)
  case section(SectionTag, [ProseNode])
  case directive(Directive)
}

/// `{{name}}` or `{{format(name)}}`.
package struct ValueTag: Hashable, Sendable {
  package var name: String
  package var format: ValueFormat?
  package var place: Place
}

/// `{{#name}}` or, inverted, `{{^name}}`.
package struct SectionTag: Hashable, Sendable {
  package var name: String
  package var isInverted: Bool
  package var place: Place
}

/// Something that a prose file places on a line of its own.
public struct Directive: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case figure(String)
    case table(String)
    case summary
    case keras(String)
    /// Only in hand-outs.
    case handout(HandoutDirective)
  }

  public var kind: Kind
  public var place: Place
}

/// A directive of hand-outs.
public enum HandoutDirective: Hashable, Sendable {
  /// Selects the lesson for the names that follow.
  case lesson(String)
  /// A question with its blanks.
  case exercise(String)
  /// All exercises of the lesson that are not placed explicitly.
  case exercises
  /// Several code cells side by side.
  case code([String])
  /// Code for the student to write.
  case todo([String])
  /// An empty frame for a drawing, with a height in lines.
  case sketch(Int)
  /// Ruled lines.
  case lines(Int)
  /// Starts a new page or column.
  case page
  case column

  /// The directive as written.
  var text: String {
    switch self {
    case .lesson(let id): "lesson \(id)"
    case .exercise(let id): "exercise \(id)"
    case .exercises: "exercises"
    case .code(let parts): "keras \(parts.joined(separator: " "))"
    case .todo(let parts): "todo \(parts.joined(separator: " "))"
    case .sketch(let lines): "sketch \(lines)"
    case .lines(let count): "lines \(count)"
    case .page: "page"
    case .column: "column"
    }
  }

  /// Maximum number of lines for `sketch` and `lines`, about a page.
  static let lineLimit = 50

  /// nil if the words are another tag.
  init?(_ words: [String]) {
    switch (words.count, words[0]) {
    case (2, "lesson"): self = .lesson(words[1])
    case (2, "exercise"): self = .exercise(words[1])
    case (1, "exercises"): self = .exercises
    case (3..., "keras"): self = .code(Array(words.dropFirst()))
    case (2..., "todo"): self = .todo(Array(words.dropFirst()))
    case (2, "sketch"):
      guard let lines = Self.lines(words[1]) else { return nil }
      self = .sketch(lines)
    case (2, "lines"):
      guard let count = Self.lines(words[1]) else { return nil }
      self = .lines(count)
    case (1, "page"): self = .page
    case (1, "column"): self = .column
    default: return nil
    }
  }

  private static func lines(_ text: String) -> Int? {
    Int(text).flatMap { (1...lineLimit).contains($0) ? $0 : nil }
  }
}
