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
    #expect(number.readings == readings)
    #expect(number.rest == rest)
  }

  @Test func `the likelier reading comes first`() {
    #expect(WrittenNumber("1.875", decimalComma: true)?.readings == [1875, 1.875])
    #expect(WrittenNumber("1,875", decimalComma: true)?.readings == [1.875, 1875])
  }

  @Test(arguments: [
    "", "no sé", "entre 30 y 32", "30 o 32", "31.9 ± 0.2", "1/3", "1.2.3", "menos 27", "nan", "inf",
    "12:30", "1e999", "5-6",
  ])
  func `no number, or more than one`(text: String) {
    #expect(WrittenNumber(text, decimalComma: false) == nil)
  }
}
