/// Breaks a column into pages all at once, as lines are broken: the sum over the pages of how badly
/// each is filled, and of what it costs to begin each where it begins, is as small as can be.
struct PageBreaker {
  let pieces: [Piece]
  let height: Double
  /// Of each note.
  let noteHeights: [Double]

  /// Above the notes of a page.
  static let noteGap = 14.0
  /// A page more.
  private static let pageCost = 120.0
  /// A page but the last that is more than half empty.
  private static let emptyCost = 20_000.0

  struct Page {
    var pieces: Range<Int>
    /// How much of the stretch, or below zero of the shrink, is taken.
    var ratio: Double
    var notes: [Int]
  }

  func pages() -> [Page] {
    guard !pieces.isEmpty else { return [] }
    var best = [(cost: Double, start: Int)](
      repeating: (.infinity, 0), count: pieces.count + 1)
    best[0].cost = 0
    for end in 1...pieces.count {
      let isLast = end == pieces.count
      let breakCost = isLast ? 0 : pieces[end].breakCost
      var fill = Fill(noteHeights)
      for start in (0..<end).reversed() {
        fill.add(pieces[start], isLowest: start == end - 1)
        let page = fill.measure(pieces[start])
        let isOverfull = page.natural - page.shrink > height + 1e-6
        // At least one piece has to go on a page, however high it is.
        if isOverfull, start < end - 1 { break }
        let cost =
          best[start].cost + Self.pageCost + breakCost
          + self.cost(page.natural, page.stretch, page.shrink, isLast: isLast)
        if cost < best[end].cost { best[end] = (cost, start) }
      }
    }
    return ranges(best.map(\.start)).map(page)
  }

  private func ranges(_ starts: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var end = pieces.count
    while end > 0 {
      ranges.append(starts[end]..<end)
      end = starts[end]
    }
    return ranges.reversed()
  }

  private func cost(
    _ natural: Double, _ stretch: Double, _ shrink: Double, isLast: Bool
  ) -> Double {
    let room = height - natural
    if room < 0 {
      let ratio = -room / max(shrink, 1e-9)
      return 60 * ratio * ratio * ratio
    }
    if isLast { return 0 }
    let ratio = min(1, room / max(stretch, 1e-9))
    let empty = max(0, room - stretch) / height
    return 60 * ratio * ratio * ratio + 4_000 * empty * empty
      + (empty > 0.48 ? Self.emptyCost : 0)
  }

  private func page(_ range: Range<Int>) -> Page {
    var fill = Fill(noteHeights)
    for index in range.reversed() { fill.add(pieces[index], isLowest: index == range.last) }
    let page = fill.measure(pieces[range.lowerBound])
    let room = height - page.natural
    let isLast = range.upperBound == pieces.count
    var ratio = 0.0
    if room < 0 {
      ratio = page.shrink > 0 ? max(-1, room / page.shrink) : 0
    } else if page.stretch > 0, !isLast {
      // A page that cannot be filled keeps its natural spaces, but for lines to write on.
      ratio = min(1, room / page.stretch)
      if room > page.stretch * 1.5, !fill.isElastic { ratio = 0 }
    }
    return Page(pieces: range, ratio: ratio, notes: fill.notes.sorted())
  }

  /// What a page holds, gathered from its foot upwards.
  private struct Fill {
    private let noteHeights: [Double]
    private var natural = 0.0
    private var stretch = 0.0
    private var shrink = 0.0
    /// Above the uppermost piece: not there where it begins the page.
    private var gap = Gap()
    private var notesHeight = 0.0
    private(set) var notes: [Int] = []
    private(set) var isElastic = false

    init(_ noteHeights: [Double]) { self.noteHeights = noteHeights }

    mutating func add(_ piece: Piece, isLowest: Bool) {
      natural += piece.height + gap.height
      stretch += piece.stretch + gap.stretch
      shrink += piece.shrink + gap.shrink
      if piece.stretch > 0 { isElastic = true }
      gap = piece.gap
      for note in piece.notes where !notes.contains(note) {
        if notes.isEmpty { notesHeight += PageBreaker.noteGap }
        notes.append(note)
        notesHeight += noteHeights[note]
      }
    }

    func measure(_ first: Piece) -> (natural: Double, stretch: Double, shrink: Double) {
      (natural + notesHeight + (first.head?.height ?? 0), stretch, shrink)
    }
  }
}
