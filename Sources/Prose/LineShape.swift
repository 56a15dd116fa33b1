/// The kinds of block that a line can start. A line indented by four or more columns is text.
enum LineShape {
  typealias Line = BlockParser.Line

  struct Fence: Equatable {
    var mark: Unicode.Scalar
    var length: Int
    var indent: Int
    /// Only letters, digits and `+#_-.`, because it becomes part of a class name.
    var language: String
  }

  struct Marker: Equatable {
    enum Kind: Equatable {
      case bullet(Unicode.Scalar)
      case ordered(Unicode.Scalar)
    }
    var kind: Kind
    var number: Int?
    /// The column at which the item's text starts.
    var width: Int
    var rest: Line
  }

  static func isBlank(_ line: Line) -> Bool { line.allSatisfy { $0 == " " || $0 == "\t" } }

  static func indent(_ line: Line) -> Int { line.prefix { $0 == " " }.count }

  static func trimmed(_ line: Line) -> Line {
    let isSpace = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "\t" || scalar == "\n" }
    var line = line.drop(while: isSpace)
    while let last = line.last, isSpace(last) { line.removeLast() }
    return line
  }

  /// The line without its indentation; nil if it is indented too far to start a block.
  private static func start(_ line: Line) -> Line? {
    let indent = indent(line)
    return indent < 4 ? line.dropFirst(indent) : nil
  }

  static func isSlot(_ line: Line) -> Bool {
    let mark = Markdown.slotMark
    let line = trimmed(line)
    return line.count > 2 && line.first == mark && line.last == mark
      && !line.dropFirst().dropLast().contains(mark)
      && line.dropFirst().first == SlotText.blockKind
  }

  static func heading(_ line: Line) -> (level: Int, text: Line)? {
    guard let line = start(line) else { return nil }
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let rest = line.dropFirst(level)
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
    var text = trimmed(rest)
    let closing = text.reversed().prefix { $0 == "#" }.count
    if closing == text.count {
      text = []
    } else if closing > 0, let before = text.dropLast(closing).last, before == " " || before == "\t"
    {
      text = trimmed(text.dropLast(closing))
    }
    return (level, text)
  }

  /// The heading level of an underline of `=` (1) or `-` (2).
  static func underline(_ line: Line) -> Int? {
    guard let line = start(line) else { return nil }
    let text = trimmed(line)
    guard let mark = text.first, mark == "=" || mark == "-" else { return nil }
    return text.allSatisfy { $0 == mark } ? (mark == "=" ? 1 : 2) : nil
  }

  static func isRule(_ line: Line) -> Bool {
    guard let line = start(line), let mark = line.first, mark == "-" || mark == "*" || mark == "_"
    else { return false }
    var count = 0
    for scalar in line {
      if scalar == mark { count += 1 } else if scalar != " " && scalar != "\t" { return false }
    }
    return count >= 3
  }

  static func fence(_ line: Line) -> Fence? {
    guard let rest = start(line), let mark = rest.first, mark == "`" || mark == "~" else {
      return nil
    }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let info = trimmed(rest.dropFirst(length))
    if mark == "`", info.contains("`") { return nil }
    let language = info.prefix { $0.isWordASCII || "+#-.".unicodeScalars.contains($0) }
    return Fence(
      mark: mark, length: length, indent: indent(line),
      language: String(String.UnicodeScalarView(language)))
  }

  static func closes(_ line: Line, _ fence: Fence) -> Bool {
    guard let rest = start(line) else { return false }
    let length = rest.prefix { $0 == fence.mark }.count
    return length >= fence.length && isBlank(rest.dropFirst(length))
  }

  /// The text after `>` and one optional space.
  static func quoted(_ line: Line) -> Line? {
    guard let rest = start(line), rest.first == ">" else { return nil }
    let inner = BlockParser.expandingTabs(rest.dropFirst())
    return inner.first == " " ? inner.dropFirst() : inner
  }

  static func marker(_ line: Line) -> Marker? {
    guard let rest = start(line), let first = rest.first else { return nil }
    var kind = Marker.Kind.bullet(first)
    var number: Int?
    var length = 1
    if !"-+*".unicodeScalars.contains(first) {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard (1...9).contains(digits.count), let mark = rest.dropFirst(digits.count).first,
        mark == "." || mark == ")"
      else { return nil }
      number = digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
      kind = .ordered(mark)
      length = digits.count + 1
    }
    let after = rest.dropFirst(length)
    guard after.isEmpty || after.first == " " || after.first == "\t" else { return nil }
    let text = BlockParser.expandingTabs(after)
    let spaces = indent(text)
    // In CommonMark, five or more spaces would begin indented code; one of them belongs to the
    // marker.
    let gap = isBlank(text) || spaces > 4 ? 1 : spaces
    return Marker(
      kind: kind, number: number, width: indent(line) + length + gap, rest: text.dropFirst(gap))
  }

  static func interruptsParagraph(_ line: Line, canNest: Bool) -> Bool {
    if isSlot(line) || fence(line) != nil || heading(line) != nil || isRule(line) { return true }
    guard canNest else { return false }
    if quoted(line) != nil { return true }
    guard let marker = marker(line) else { return false }
    return (marker.number ?? 1) == 1 && !isBlank(marker.rest)
  }

  /// The line as a lazy continuation of a paragraph, indented so far that it starts no block.
  static func asContinuation(_ line: Line) -> Line {
    let indentation: [Unicode.Scalar] = [" ", " ", " ", " "]
    return (indentation + trimmed(line))[...]
  }
}

extension Unicode.Scalar {
  /// An ASCII letter, digit or underscore.
  var isWordASCII: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: false
    }
  }
}

/// Tracks whether the last line of a container leaves a paragraph open that the next line may
/// continue.
struct ParagraphTail {
  private(set) var isOpen = false
  private var fence: LineShape.Fence?

  mutating func follow(_ line: BlockParser.Line) {
    var rest = line
    for _ in 0..<Markdown.depthLimit {
      guard !LineShape.isRule(rest),
        let inner = LineShape.quoted(rest) ?? LineShape.marker(rest)?.rest
      else { break }
      rest = inner
    }
    if let open = fence {
      if LineShape.closes(rest, open) { fence = nil }
      isOpen = false
      return
    }
    fence = LineShape.fence(rest)
    isOpen =
      fence == nil && !LineShape.isBlank(rest) && LineShape.heading(rest) == nil
      && !LineShape.isRule(rest) && !LineShape.isSlot(rest)
  }
}

extension BlockParser {
  /// The line with leading tabs expanded to multiples of four columns.
  static func expandingTabs(_ line: Line) -> Line {
    let end = line.firstIndex { $0 != " " && $0 != "\t" } ?? line.endIndex
    guard line[..<end].contains("\t") else { return line }
    var spaces: [Unicode.Scalar] = []
    for scalar in line[..<end] {
      spaces.append(" ")
      while scalar == "\t" && spaces.count % 4 != 0 { spaces.append(" ") }
    }
    return (spaces + line[end...])[...]
  }
}
