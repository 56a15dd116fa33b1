import Testing

@testable import Drawing

/// Ticks as matplotlib 3.11 chooses them for the same ends and the same greatest number.
@Suite struct TickTests {
  private func labels(_ lower: Double, _ upper: Double, atMost count: Int) -> [String] {
    LinearScale(lower, upper).ticks(atMost: count, .english).major.map(\.label)
  }

  @Test(arguments: [
    (-49.95, 1048.95, 9, ["0", "200", "400", "600", "800", "1,000"]),
    (-173.6, 3646.6, 9, ["0", "500", "1,000", "1,500", "2,000", "2,500", "3,000", "3,500"]),
    (60, 120, 9, ["60", "70", "80", "90", "100", "110", "120"]),
    (0, 30, 9, ["0", "5", "10", "15", "20", "25", "30"]),
    (0.7, 0.95, 9, ["0.70", "0.75", "0.80", "0.85", "0.90", "0.95"]),
    (0, 1, 9, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (0, 20, 9, ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5", "15.0", "17.5", "20.0"]),
    (-40, 38, 5, ["−40", "−20", "0", "20"]),
  ])
  func linear(_ lower: Double, _ upper: Double, _ count: Int, _ expected: [String]) {
    #expect(labels(lower, upper, atMost: count) == expected)
  }

  @Test func aCommonPowerOfTenIsTakenOut() {
    let large = LinearScale(0.9e12, 3.1e12).ticks(atMost: 6, .english)
    #expect(large.factor == "× 10¹²")
    #expect(large.major.map(\.label) == ["1.0", "1.5", "2.0", "2.5", "3.0"])
    let small = LinearScale(0, 4.1e-9).ticks(atMost: 5, .english)
    #expect(small.factor == "× 10⁻⁹")
    #expect(small.major.map(\.label) == ["0", "1", "2", "3", "4"])
  }

  @Test func aConstantStandsInTheMiddle() {
    let scale = LinearScale(holding: 0.52...0.52)
    #expect(abs((scale.fraction(0.52) ?? 0) - 0.5) < 1e-12)
    #expect(scale.ticks(atMost: 5, .english).major.count >= 2)
    #expect(LinearScale(holding: 0...0).fraction(0) == 0.5)
  }

  @Test func fivePercentIsLeftOnEachSide() {
    let scale = LinearScale(holding: 1...1000)
    #expect(abs(scale.lower - -48.95) < 1e-9 && abs(scale.upper - 1049.95) < 1e-9)
    #expect(LinearScale(holding: 0...10, sticksToZero: true).lower == 0)
  }

  @Test func decades() {
    let scale = LogarithmicScale(holding: 0.06...3473)
    let ticks = scale.ticks(atMost: 9, .english)
    #expect(ticks.major.map(\.label) == ["0.1", "1", "10", "100", "1,000"])
    #expect(!ticks.minor.isEmpty)
    #expect(scale.fraction(0) == nil && scale.fraction(-1) == nil)
    let wide = LogarithmicScale(holding: 1e-30...1e30).ticks(atMost: 6, .english)
    #expect(wide.major.count <= 6 && wide.minor.isEmpty)
    let narrow = LogarithmicScale(holding: 55...520).ticks(atMost: 9, .english)
    #expect(narrow.major.map(\.label) == ["50", "100", "200", "500"])
    let within = LogarithmicScale(holding: 0.13...0.5).ticks(atMost: 5, .english)
    #expect(within.major.count >= 2)
  }

  @Test func numbersOfThePage() {
    let ticks = LinearScale(0, 3500).ticks(atMost: 4, .spanish)
    #expect(ticks.major.map(\.label) == ["0", "1.000", "2.000", "3.000"])
  }
}

extension TickTests {
  /// Epochs are counted: there is none between the first and the second.
  @Test func wholeNumbersAlone() {
    let axis = Axis(isWhole: true, numbers: .mexican)
    func labels(_ values: ClosedRange<Double>, _ kind: ScaleKind = .linear) -> [String] {
      var axis = axis
      axis.kind = kind
      let scale = axis.scale(values, positive: values, sticksToZero: false)
      return axis.ticks(of: scale, atMost: 9).major.map(\.label)
    }
    #expect(labels(1...2) == ["1", "2"])
    #expect(labels(1...3) == ["1", "2", "3"])
    #expect(labels(1...1) == ["1"])
    #expect(labels(1...2, .logarithmic) == ["1", "2"])
    #expect(labels(1...1000) == ["0", "200", "400", "600", "800", "1,000"])
  }
}
