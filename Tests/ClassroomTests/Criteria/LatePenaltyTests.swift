import Testing

@testable import Classroom

@Suite struct LatePenaltyTests {
  private let policy = LatePolicy.penalty(perDay: 2.5, atMost: 10, graceMinutes: 15)

  @Test(arguments: [
    (0, 0.0), (15, 0), (16, 2.5), (1_455, 2.5), (1_456, 5), (5_760, 10), (9_999_999, 10),
  ])
  func startedDaysBeyondTheGrace(minutes: Int, points: Double) {
    #expect(policy.points(lateBy: minutes).value == points)
    #expect(LatePolicy.flag.points(lateBy: minutes) == .zero)
  }
}
