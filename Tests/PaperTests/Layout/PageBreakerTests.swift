import Testing

@testable import Paper

@Suite struct PageBreakerTests {
  private func piece(_ height: Double, cost: Double = 0, stretch: Double = 0) -> Piece {
    var piece = Piece(height: height)
    piece.breakCost = cost
    piece.stretch = stretch
    return piece
  }

  private func pages(
    _ pieces: [Piece], height: Double = 100, notes: [Double] = []
  ) -> [PageBreaker.Page] {
    PageBreaker(pieces: pieces, height: height, noteHeights: notes).pages()
  }

  @Test func nothingIsNoPageAndEveryPieceIsOnOne() {
    #expect(pages([]).isEmpty)
    let all = pages((0..<57).map { _ in piece(9.7) })
    #expect(all.flatMap { Array($0.pieces) } == Array(0..<57))
    #expect(all.count == 6)
  }

  @Test func aPieceHigherThanAPageHasOneOfItsOwn() {
    #expect(pages([piece(10), piece(250), piece(10)]).map(\.pieces) == [0..<1, 1..<2, 2..<3])
  }

  @Test func aForbiddenBreakIsNotTaken() {
    let pieces = [piece(60), piece(30), piece(30, cost: Piece.forbidden), piece(50)]
    #expect(pages(pieces).map(\.pieces) == [0..<1, 1..<3, 3..<4])
    // Where nothing else is possible, it is.
    #expect(pages([piece(60), piece(60, cost: Piece.forbidden)]).count == 2)
  }

  @Test func elasticPiecesFillThePage() {
    let page = pages([piece(30, stretch: 40), piece(40), piece(90)])[0]
    #expect(page.pieces == 0..<2 && page.ratio == 0.75)
  }

  @Test func aBreakAskedForIsTakenUnlessMostOfThePageStaysEmpty() {
    #expect(pages([piece(60), piece(30, cost: -5_000), piece(20)])[0].pieces == 0..<1)
    #expect(pages([piece(20), piece(30, cost: -5_000), piece(40)]).count == 1)
  }

  @Test func aNoteIsOnThePageThatMentionsIt() {
    var noted = piece(40)
    noted.notes = [0]
    // 40 + 40, the note's 30 and the space above it are more than a page.
    let all = pages([piece(40), noted, piece(40)], notes: [30])
    #expect(all.map(\.notes) == [[], [0], []])
  }

  @Test func theHeadOfATableTakesRoomOnTheNextPage() {
    let rows = (0..<19).map { _ -> Piece in
      var row = piece(10)
      row.head = (10, { _, _, _ in })
      return row
    }
    // The first page begins with a row too, here without the head that stands above it.
    #expect(pages(rows).map(\.pieces.count) == [9, 9, 1])
  }
}
