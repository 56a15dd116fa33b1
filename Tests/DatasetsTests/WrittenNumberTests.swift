import Datasets
import Testing

@Suite struct WrittenNumberTests {
  static let numbers: [(String, [Double], String)] = [
    ("31.9", [31.9], ""),
    ("31,9", [31.9], ""),
    ("  31.9  ", [31.9], ""),
    ("4,5 °F", [4.5], "°F"),
    ("4,5°F²", [4.5], "°F²"),
    ("85 lpm", [85], "lpm"),
    ("753.2 °F^2", [753.2], "°F^2"),
    ("0.06 m2", [0.06], "m2"),
    ("-27.5", [-27.5], ""),
    ("\u{2212}27.5 °F", [-27.5], "°F"),
    ("– 27.5", [-27.5], ""),
    ("- 27.5", [-27.5], ""),
    ("+3", [3], ""),
    (".5", [0.5], ""),
    ("-.5", [-0.5], ""),
    ("≈ 211.74", [211.74], ""),
    ("aprox. 211.74", [211.74], ""),
    ("w = 1.8", [1.8], ""),
    ("pérdida=0.0637 °F²", [0.0637], "°F²"),
    ("1.2e-3", [0.0012], ""),
    ("1.2 × 10^-3", [0.0012], ""),
    ("6x10**4 imágenes", [60_000], "imágenes"),
    ("60 000", [60_000], ""),
    ("60,000 imágenes", [60_000, 60], "imágenes"),
    ("1.875", [1.875, 1875], ""),
    ("1,234,567", [1_234_567], ""),
    ("90.0 %", [90], "%"),
    ("12.", [12], ""),
    ("12,", [12], ","),
    ("5 elementos", [5], "elementos"),
  ]

  @Test(arguments: numbers)
  func `one number of a text`(text: String, readings: [Double], rest: String) throws {
    let number = try #require(WrittenNumber(text, decimalComma: false))
    #expect(number.readings.map(\.value) == readings)
    #expect(number.rest == rest)
  }

  @Test func `the likelier reading comes first`() {
    #expect(WrittenNumber("1.875", decimalComma: true)?.readings.map(\.value) == [1875, 1.875])
    #expect(WrittenNumber("1,875", decimalComma: true)?.readings.map(\.value) == [1.875, 1875])
  }

  @Test(arguments: [
    ("4.46", [2]), ("4,46 °F", [2]), ("4", [0]), ("4.", [0]), ("4.60", [2]), ("−3.20", [2]),
    ("1e-3", [3]), ("1.2e-3", [4]), ("0e9", [-9]), ("1e1", [-1]), ("0e3", [-3]), ("5.e0", [0]),
    ("0.38214 × 10^1", [4]), ("1.2 × 10^-3", [4]), ("1,234,567", [0]), ("1,234.5", [1]),
    ("1,234", [0, 3]), ("60 000", [0]),
  ])
  func `decimals that were really written`(text: String, decimals: [Int]) {
    #expect(WrittenNumber(text, decimalComma: false)?.readings.map(\.decimals) == decimals)
  }

  @Test func `half a unit of the last digit`() {
    func halfUnit(_ decimals: Int) -> Double {
      WrittenNumber.Reading(value: 1, decimals: decimals).halfUnit
    }
    #expect(halfUnit(0) == 0.5)
    #expect(abs(halfUnit(3) - 0.0005) < 1e-15)
    #expect(halfUnit(-9) == 5e8)
    #expect(halfUnit(-9_999).isFinite && halfUnit(9_999) > 0)
  }

  @Test(arguments: [
    "", "no sé", "entre 30 y 32", "30 o 32", "31.9 ± 0.2", "1/3", "1.2.3", "menos 27", "nan", "inf",
    "12:30", "1e999", "5-6",
  ])
  func `no number, or more than one`(text: String) {
    #expect(WrittenNumber(text, decimalComma: false) == nil)
  }
}
