import Diagnostics
import Testing

@Suite struct NumberStyleTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (-0.005, 2, "−0.01"), (2.675, 2, "2.68"),
    (1.005, 2, "1.01"), (0.125, 2, "0.13"), (999.995, 2, "1,000.00"), (9.5, 0, "10"),
    (1234.5, 1, "1,234.5"), (1_000_000, 0, "1,000,000"), (-40, 0, "−40"),
    (1e21, 0, "1,000,000,000,000,000,000,000"),
    (.leastNonzeroMagnitude, 3, "0.000"), (0.05, 0, "0"), (211.7405, 3, "211.741"),
    (100, 3, "100.000"),
  ])
  func roundsTheWrittenNumber(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(NumberStyle.mexican.string(value, decimals: decimals) == expected)
  }

  @Test(arguments: [
    (1.798384, "1.798"), (211.74052, "211.7"), (0.063721, "0.06372"), (12345.678, "12,346"),
    (93322, "93,322"), (2354.86, "2,355"), (0.5, "0.5"), (0.00001234567, "1.235 × 10⁻⁵"),
    (1e-9, "1 × 10⁻⁹"), (12_345_678.5, "1.235 × 10⁷"), (0.00099996, "0.001"), (9.9996, "10"),
    (-7.385, "−7.385"), (0, "0"), (1e12, "1,000,000,000,000"), (1e15, "1 × 10¹⁵"),
  ])
  func fourSignificantDigits(_ value: Double, _ expected: String) {
    #expect(NumberStyle.english.significant(value) == expected)
  }

  @Test func languagesDiffer() {
    #expect(NumberStyle.spanish.string(1234.5, decimals: 1) == "1.234,5")
    #expect(NumberStyle.spanish.percent(0.891) == "89,1\u{A0}%")
    #expect(NumberStyle.mexican.percent(0.891) == "89.1%")
    #expect(NumberStyle.english.percent(0.1, decimals: 0) == "10%")
    #expect(NumberStyle.english.string(60000) == "60,000")
    #expect(NumberStyle.english.string(-7) == "−7")
  }

  @Test func whatIsNoNumberIsSaid() {
    #expect(NumberStyle.english.string(.nan, decimals: 2) == "–")
    #expect(NumberStyle.english.significant(-.infinity) == "−∞")
  }

  @Test(arguments: [
    (-4, "10⁻⁴"), (-3, "0.001"), (-1, "0.1"), (0, "1"), (3, "1,000"), (4, "10,000"), (5, "10⁵"),
    (12, "10¹²"),
  ])
  func powersOfTen(_ exponent: Int, _ expected: String) {
    #expect(NumberStyle.english.power(ofTen: exponent) == expected)
  }
}
