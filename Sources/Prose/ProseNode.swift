import Diagnostics

/// A prose file's tags as a tree, in the file's order.
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

/// What a prose file places on a line of its own.
public struct Directive: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case figure(String)
    case table(String)
    case summary
    case keras(String)
    /// Of a hand-out alone.
    case handout(HandoutDirective)
  }

  public var kind: Kind
  public var place: Place
}

/// What only a hand-out places.
public enum HandoutDirective: Hashable, Sendable {
  /// Names that follow are those of this lesson.
  case lesson(String)
  /// A question with its blanks.
  case exercise(String)
  /// Those of the lesson that nothing else places.
  case exercises
  /// Several steps of code in boxes beside each other.
  case code([String])
  /// Code that the student writes.
  case todo([String])
  /// An empty frame for a drawing, with this many lines' height.
  case sketch(Int)
  /// Ruled lines.
  case lines(Int)
  /// What follows starts on a new page, or in the next of the columns beside each other.
  case page
  case column

  /// As it is written.
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

  /// The largest `sketch` and `lines`: a page has no more.
  static let lineLimit = 50

  /// nil for the words of any other tag.
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
