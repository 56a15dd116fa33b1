import Diagnostics

/// A prose file's tags as a tree, in the file's order.
indirect enum ProseNode: Sendable {
  case text(String)
  case value(ValueTag)
  case section(SectionTag, [ProseNode])
  case directive(Directive)
}

/// `{{name}}` or `{{format(name)}}`.
struct ValueTag: Hashable, Sendable {
  var name: String
  var format: ValueFormat?
  var place: Place
}

/// `{{#name}}` or, inverted, `{{^name}}`.
struct SectionTag: Hashable, Sendable {
  var name: String
  var isInverted: Bool
  var place: Place
}

/// What a prose file places on a line of its own.
public struct Directive: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case figure(String)
    case table(String)
    case summary
    case keras(String)
  }

  public var kind: Kind
  public var place: Place
}
