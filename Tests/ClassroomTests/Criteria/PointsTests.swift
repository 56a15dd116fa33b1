import Testing

@testable import Classroom

@Suite struct PointsTests {
  /// The digits of `numerator / denominator` by long division, rounded half up by the digit behind
  /// the last one that is kept.
  private func rounded(_ numerator: Int, _ denominator: Int, decimals: Int) -> Int {
    var digits = numerator / denominator
    var rest = numerator % denominator
    for _ in 0..<decimals {
      digits = 10 * digits + 10 * rest / denominator
      rest = 10 * rest % denominator
    }
    return 10 * rest / denominator >= 5 ? digits + 1 : digits
  }

  /// Quarters of points of six wholes on five scales with up to two decimals: 16,290 grades.
  @Test func gradesAreExactFractions() {
    var count = 0
    for whole in [10, 20, 25, 40, 75, 100] {
      for quarters in 0...(4 * whole) {
        for maximum in [5, 7, 10, 20, 100] {
          for decimals in 0...2 {
            let expected = rounded(quarters * maximum, 4 * whole, decimals: decimals)
            let unit = [1_000, 100, 10][decimals]
            let grade = Points(thousandths: 250 * quarters).scaled(
              from: Points(thousandths: 1_000 * whole),
              to: Points(thousandths: 1_000 * maximum), decimals: decimals)
            if grade.thousandths != expected * unit {
              Issue.record(
                "\(quarters)/4 of \(whole) on \(maximum), \(decimals) decimals: \(grade)")
            }
            count += 1
          }
        }
      }
    }
    #expect(count == 16_290)
  }

  @Test(arguments: [
    (59.5, 6.0), (81.5, 8.2), (95.5, 9.6), (23.5, 2.4), (28.5, 2.9), (41.5, 4.2), (56.5, 5.7),
    (84.5, 8.5), (70.5, 7.1), (0, 0), (100, 10), (120, 10), (-5, 0),
  ])
  func halvesGoUp(points: Double, grade: Double) throws {
    let points = try #require(Points(points))
    #expect(points.scaled(from: 100, to: 10, decimals: 1).value == grade)
  }

  @Test func largeNumbersStayExact() {
    let most = Points(thousandths: 1_000_000_000)
    #expect(most.scaled(from: most, to: most, decimals: 3) == most)
    #expect(Points(thousandths: 1).scaled(from: most, to: most, decimals: 3).thousandths == 1)
  }

  @Test func textsAndNumbers() {
    #expect(Points.readings("12,5") == [12.5])
    #expect(Points.readings("1,234") == [1_234, 1.234])
    #expect(Points.readings("8 puntos").isEmpty && Points.readings("ocho").isEmpty)
    #expect(Points.readings("0.1234").isEmpty && Points.readings("1e9").isEmpty)
    #expect(Points(Double(0.1))?.thousandths == 100 && Points(Double(84.46))?.thousandths == 84_460)
    #expect(Points(Double.nan) == nil && Points(1.0 / 3.0 as Double) == nil)
    let sum = [Points](repeating: 0.1, count: 10).sum()
    #expect(sum == 1)
  }
}
