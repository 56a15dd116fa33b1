import Testing

@testable import Drawing

@Suite struct LineEndsTests {
  @Test func placesThatAreApartStay() {
    #expect(LineEnds.spread([10, 50, 30], by: 12, between: 0, and: 100) == [10, 50, 30])
    #expect(LineEnds.spread([], by: 12, between: 0, and: 100) == [])
  }

  @Test func placesThatTouchMoveApartAboutTheirMiddle() {
    #expect(LineEnds.spread([50, 50], by: 12, between: 0, and: 100) == [44, 56])
    #expect(LineEnds.spread([52, 48, 90], by: 12, between: 0, and: 100) == [56, 44, 90])
  }

  @Test func theyStayInsideAndNeverCloserThanAsked() {
    let places = LineEnds.spread([99, 99, 98, 85, 2, 0], by: 10, between: 0, and: 100)
    let sorted = places.sorted()
    #expect(sorted.first! >= 0 && sorted.last! <= 100)
    for (a, b) in zip(sorted, sorted.dropFirst()) { #expect(b - a >= 10 - 1e-9) }
    // The order is kept.
    #expect(places[3] < places[2] && places[2] < places[0] && places[5] < places[4])
  }

  @Test func withoutRoomForAllTheyShareIt() {
    let places = LineEnds.spread([5, 5, 5], by: 50, between: 0, and: 10)
    #expect(places.sorted() == [0, 5, 10])
  }

  @Test func namesStandBesideTheAxesAndOfOtherMarksAbove() throws {
    let xs = (0...10).map(Double.init)
    let plot = Plot(
      x: Axis("x", numbers: .english), y: Axis("y", numbers: .english),
      marks: [
        BandMark(.between(xs: xs, lower: xs, upper: xs.map { $0 + 3 }), label: "spread"),
        LineMark(xs, xs, label: "learned"), LineMark(xs, xs, label: "exact", series: 1),
        LineMark(xs, xs.map { _ in .nan }, label: "nothing", series: 2),
      ], legend: .lineEnds)
    let canvas = try PictureRenderer().recording(Picture(panels: [plot]))
    try expectLegible(canvas, width: 640, height: 480)
    func box(_ text: String) throws -> Rect {
      try #require(canvas.texts.first { $0.text == text }).box
    }
    let (learned, exact) = try (box("learned"), box("exact"))
    #expect(learned.minX > 540 && learned.minX == exact.minX)
    #expect(try box("spread").maxY < box("x").minY && box("spread").minX < 100)
  }
}
