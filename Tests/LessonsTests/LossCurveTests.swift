import Testing

@testable import Lessons

@Suite struct LossCurveTests {
  @Test(arguments: [
    ([9.0, 0.5, 0.4], 2, 2, nil), ([9.0, 0.5, 7, 3, 0.4, 0.3], 5, 2, 7.0),
    ([0.5], 1, 1, nil), ([0.5, 2, 0.5], 3, 1, 2.0),
  ])
  func `an arrival is where the curve stays`(
    _ losses: [Double], _ epoch: Int, _ first: Int, _ rebound: Double?
  ) {
    let arrival = LossCurve(losses).arrival(below: 1)
    #expect(arrival == .init(epoch: epoch, firstEpoch: first, rebound: rebound))
  }

  @Test(arguments: [[], [9.0], [0.5, 9], [1.0], [.nan, 0.5], [9, .infinity, 0.5]])
  func `who does not end there has not arrived`(_ losses: [Double]) {
    #expect(LossCurve(losses).arrival(below: 1) == nil)
  }

  @Test func `a drop is settled once it lasts`() {
    // 99 % of 100 to 0: at 1.
    let curve = LossCurve([100, 0.5, 30, 1, 0.2, 0])
    #expect(curve.settledLevel(0.99) == 1)
    #expect(curve.settling(0.99)?.epoch == 4 && curve.settling(0.99)?.firstEpoch == 2)
    #expect(LossCurve([1, 1, 1]).settling(0.99) == nil)
    #expect(LossCurve([1, 2]).settling(0.99) == nil && LossCurve([]).settling(0.9) == nil)
  }

  @Test func `much earlier is more than two epochs and a twentieth`() {
    #expect(LossCurve.Arrival(epoch: 43, firstEpoch: 32, rebound: 56).hasRebound)
    #expect(!LossCurve.Arrival(epoch: 1000, firstEpoch: 960, rebound: 2).hasRebound)
    #expect(!LossCurve.Arrival(epoch: 4, firstEpoch: 2, rebound: 9).hasRebound)
  }
}
