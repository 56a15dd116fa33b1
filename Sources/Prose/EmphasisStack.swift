/// Runs of `*` and `_` that may open or close emphasis: "process emphasis" of CommonMark 0.31.
struct EmphasisStack {
  private struct Run {
    var mark: Unicode.Scalar
    var count: Int
    let length: Int
    var piece: Int
    var canOpen: Bool
    var canClose: Bool
    /// Links to the neighbouring active runs; -1 and `count` mark the ends.
    var previous: Int
    var next: Int
  }

  private var runs: [Run] = []

  var count: Int { runs.count }

  /// Adds a run between two scalars, which decide whether it is left- or right-flanking.
  mutating func push(
    mark: Unicode.Scalar, count: Int, piece: Int, before: Unicode.Scalar, after: Unicode.Scalar
  ) {
    let opensLeft =
      !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    let closesRight =
      !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    let canOpen = opensLeft && (mark == "*" || !closesRight || before.isPunctuation)
    let canClose = closesRight && (mark == "*" || !opensLeft || after.isPunctuation)
    runs.append(
      Run(
        mark: mark, count: count, length: count, piece: piece, canOpen: canOpen,
        canClose: canClose, previous: runs.count - 1, next: runs.count + 1))
  }

  /// Converts the runs from index `bottom` on into spans around their pieces, and removes them.
  mutating func resolve(from bottom: Int, pieces: inout [InlineParser.Piece]) {
    if bottom < runs.count { runs[bottom].previous = -1 }
    // The lowest opener that can still match, by kind of closer; keeps the time linear.
    var floors: [Int: Int] = [:]
    var closer = bottom
    while closer < runs.count {
      guard runs[closer].canClose, runs[closer].count > 0 else {
        closer = runs[closer].next
        continue
      }
      let kind = floorKey(runs[closer])
      var opener = runs[closer].previous
      while opener >= (floors[kind] ?? bottom), opener >= bottom, !matches(opener, closer) {
        opener = runs[opener].previous
      }
      if opener >= (floors[kind] ?? bottom), opener >= bottom {
        join(opener, closer, &pieces)
        if runs[closer].count == 0 { closer = runs[closer].next }
      } else {
        floors[kind] = closer
        closer = runs[closer].next
      }
    }
    for run in runs[min(bottom, runs.count)...] {
      let rest = String(String.UnicodeScalarView(repeatElement(run.mark, count: run.count)))
      pieces[run.piece].token = rest.isEmpty ? nil : .text(rest)
      pieces[run.piece].plain = rest
    }
    runs.removeLast(runs.count - min(bottom, runs.count))
  }

  private func floorKey(_ run: Run) -> Int {
    (run.mark == "*" ? 0 : 6) + (run.canOpen ? 3 : 0) + run.length % 3
  }

  private func matches(_ opener: Int, _ closer: Int) -> Bool {
    let a = runs[opener]
    let b = runs[closer]
    guard a.mark == b.mark, a.canOpen, a.count > 0 else { return false }
    // The rule of three: a run that can open and close does not match one if their lengths sum to a
    // multiple of 3.
    let mayBoth = a.canClose || b.canOpen
    return !mayBoth || (a.length + b.length) % 3 != 0 || (a.length % 3 == 0 && b.length % 3 == 0)
  }

  private mutating func join(
    _ opener: Int, _ closer: Int, _ pieces: inout [InlineParser.Piece]
  ) {
    let isStrong = runs[opener].count >= 2 && runs[closer].count >= 2
    let span = isStrong ? InlineToken.Span.strong : .emphasis
    runs[opener].count -= isStrong ? 2 : 1
    runs[closer].count -= isStrong ? 2 : 1
    pieces[runs[opener].piece].after.insert(.open(span), at: 0)
    pieces[runs[closer].piece].before.append(.close(span))
    // Removes the runs between the two, and the opener if it is used up.
    let before = runs[opener].count > 0 ? opener : runs[opener].previous
    runs[closer].previous = before
    if before >= 0 { runs[before].next = closer }
  }
}

extension Unicode.Scalar {
  var isSpace: Bool {
    switch self {
    case "\t", "\n", "\u{C}", "\r": true
    default: properties.generalCategory == .spaceSeparator
    }
  }

  var isASCIIPunctuation: Bool {
    switch self {
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
    default: false
    }
  }

  /// Whether it is in Unicode's categories P and S, as defined by CommonMark 0.31.
  var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
