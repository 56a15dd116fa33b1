import Drawing

/// Space that may grow and shrink.
struct Gap {
  var height = 0.0
  var stretch = 0.0
  var shrink = 0.0

  init(_ height: Double = 0, stretch: Double? = nil, shrink: Double? = nil) {
    self.height = height
    self.stretch = stretch ?? height * 0.45
    self.shrink = shrink ?? height * 0.25
  }
}

/// What lies behind pieces that follow each other: drawn once for all of them that are on a page.
final class Frame {
  enum Kind {
    /// A bar at the left.
    case bar
    case shade
    case box
  }

  let kind: Kind
  let x: Double
  let width: Double

  init(_ kind: Kind, x: Double, width: Double) {
    self.kind = kind
    self.x = x
    self.width = width
  }
}

/// A strip of a column that is never divided.
struct Piece {
  typealias Draw = (_ pages: PDFPages, _ origin: Point, _ height: Double) -> Void

  /// Costs of beginning a page with a piece; a page's own are of the order of 100.
  static let forbidden = 1e6
  static let kept = 1e4

  var height: Double
  var stretch = 0.0
  var shrink = 0.0
  /// Above it; at the head of a page there is none.
  var gap = Gap()
  /// Of beginning a page with it.
  var breakCost = 0.0
  /// The notes it mentions.
  var notes: [Int] = []
  /// Drawn above it where a page begins with it: the head of its table.
  var head: (height: Double, draw: Draw)?
  /// From the outermost.
  var frames: [Frame] = []
  /// At the left end of the text's lines, and with the height that it has been given.
  var draw: Draw

  init(height: Double, draw: @escaping Draw = { _, _, _ in }) {
    self.height = height
    self.draw = draw
  }
}

/// Pieces one below the other.
struct Stack {
  var pieces: [Piece]

  var height: Double {
    pieces.enumerated().reduce(0) {
      $0 + $1.element.height + ($1.offset > 0 ? $1.element.gap.height : 0)
    }
  }

  var stretch: Double {
    pieces.enumerated().reduce(0) {
      $0 + $1.element.stretch + ($1.offset > 0 ? $1.element.gap.stretch : 0)
    }
  }

  var shrink: Double {
    pieces.enumerated().reduce(0) {
      $0 + $1.element.shrink + ($1.offset > 0 ? $1.element.gap.shrink : 0)
    }
  }

  /// Draws them from the top; `ratio` is how much of the stretch, or below zero of the shrink, they take.
  func draw(on pages: PDFPages, at origin: Point, ratio: Double, beginsPage: Bool = false) {
    func grown(_ height: Double, _ stretch: Double, _ shrink: Double) -> Double {
      height + ratio * (ratio > 0 ? stretch : shrink)
    }
    var places: [(y: Double, height: Double)] = []
    var y = origin.y
    for (index, piece) in pieces.enumerated() {
      if index > 0 { y += grown(piece.gap.height, piece.gap.stretch, piece.gap.shrink) }
      if index == 0, beginsPage, let head = piece.head { y += head.height }
      let height = grown(piece.height, piece.stretch, piece.shrink)
      places.append((y, height))
      y += height
    }
    if beginsPage, let head = pieces.first?.head {
      pages.unmark()
      head.draw(pages, origin, head.height)
    }
    drawFrames(on: pages, origin, places)
    for (piece, place) in zip(pieces, places) {
      piece.draw(pages, Point(origin.x, place.y), place.height)
    }
  }

  private func drawFrames(
    on pages: PDFPages, _ origin: Point, _ places: [(y: Double, height: Double)]
  ) {
    var spans: [(frame: Frame, top: Double, bottom: Double)] = []
    for (piece, place) in zip(pieces, places) {
      for frame in piece.frames {
        if let index = spans.firstIndex(where: { $0.frame === frame }) {
          spans[index].bottom = place.y + place.height
        } else {
          spans.append((frame, place.y, place.y + place.height))
        }
      }
    }
    guard !spans.isEmpty else { return }
    pages.unmark()
    for (frame, top, bottom) in spans {
      let rect = Rect(origin.x + frame.x, top, frame.width, bottom - top)
      switch frame.kind {
      case .bar: pages.fill(rect, PaperLook.hairline)
      case .shade: pages.fill(rect, PaperLook.shade)
      case .box: pages.frame(rect, width: 0.7, PaperLook.hairline)
      }
    }
  }
}
