import Diagnostics
import Tensors
import Testing

@testable import Datasets

@Suite struct TableNumberTests {
  /// A text, its shape, and its value with point and comma as decimal mark.
  static let numbers: [(String, NumberShape, Double, Double)] = [
    ("0", .whole(isGrouped: false), 0, 0),
    ("-17", .whole(isGrouped: false), -17, -17),
    ("+5", .whole(isGrouped: false), 5, 5),
    ("\u{2212}5", .whole(isGrouped: false), -5, -5),
    ("007", .whole(isGrouped: false), 7, 7),
    (
      "123456789012345678", .whole(isGrouped: false), 123_456_789_012_345_680,
      123_456_789_012_345_680
    ),
    ("1e3", .whole(isGrouped: false), 1000, 1000),
    ("1E-3", .whole(isGrouped: false), 0.001, 0.001),
    ("0.1", .decimal(.point, isGrouped: false), 0.1, 1),
    (".5", .decimal(.point, isGrouped: false), 0.5, 5),
    (",5", .decimal(.comma, isGrouped: false), 5, 0.5),
    ("5.", .decimal(.point, isGrouped: false), 5, 5),
    ("36,6", .decimal(.comma, isGrouped: false), 366, 36.6),
    ("0,125", .decimal(.comma, isGrouped: false), 125, 0.125),
    ("1234,567", .decimal(.comma, isGrouped: false), 1_234_567, 1234.567),
    ("1,2345", .decimal(.comma, isGrouped: false), 12345, 1.2345),
    ("1,234", .ambiguous(.comma), 1234, 1.234),
    ("-123.456", .ambiguous(.point), -123.456, -123_456),
    ("1.234e2", .decimal(.point, isGrouped: false), 123.4, 123_400),
    ("1.234,5", .decimal(.comma, isGrouped: true), 1.2345, 1234.5),
    ("1,234.5", .decimal(.point, isGrouped: true), 1234.5, 1.2345),
    ("1,234,567", .decimal(.point, isGrouped: true), 1_234_567, 1.234567),
    ("1.234.567", .decimal(.comma, isGrouped: true), 1.234567, 1_234_567),
    ("1'234.5", .decimal(.point, isGrouped: true), 1234.5, 12345),
    ("12’345", .whole(isGrouped: true), 12345, 12345),
    ("1 234 567", .whole(isGrouped: true), 1_234_567, 1_234_567),
    ("1\u{a0}234,5", .decimal(.comma, isGrouped: true), 12345, 1234.5),
    ("1\u{2009}234", .whole(isGrouped: true), 1234, 1234),
    ("1\u{202f}234,567", .decimal(.comma, isGrouped: true), 1_234_567, 1234.567),
    (
      "0.30000000000000004", .decimal(.point, isGrouped: false), 0.30000000000000004,
      30_000_000_000_000_004
    ),
    ("9007199254740993", .whole(isGrouped: false), 9_007_199_254_740_992, 9_007_199_254_740_992),
    ("1e-400", .whole(isGrouped: false), 0, 0),
    ("1e999", .whole(isGrouped: false), .infinity, .infinity),
    (
      "2.2250738585072014e-308", .decimal(.point, isGrouped: false), 2.2250738585072014e-308,
      2.2250738585072014e-292
    ),
    (
      "17976931348623157e292", .whole(isGrouped: false), .greatestFiniteMagnitude,
      .greatestFiniteMagnitude
    ),
  ]

  @Test(arguments: numbers)
  func reads(text: String, shape: NumberShape, point: Double, comma: Double) {
    var text = " \u{a0}" + text + "\t\u{202f} "
    text.withUTF8 { bytes in
      let cell = NumberCell(bytes)
      #expect(cell.shape == shape)
      #expect(cell.value(decimal: .point) == point)
      #expect(cell.value(decimal: .comma) == comma)
    }
  }

  /// The nearest Double, whatever the number of digits: compared with the standard library's.
  @Test func valuesAreTheNearestDoubles() {
    var stream = RandomStream(seed: 5, scope: "tests", purpose: "numbers")
    for _ in 0..<20_000 {
      let digits = (0...stream.integer(below: 20)).map { _ in "\(stream.integer(below: 10))" }
      var text = digits.joined()
      let place = stream.integer(below: digits.count)
      text.insert(".", at: text.index(text.startIndex, offsetBy: place))
      if stream.integer(below: 3) == 0 { text += "e\(stream.integer(below: 60) - 30)" }
      let expected = Double(text)
      text.withUTF8 { #expect(NumberCell($0).value(decimal: .point) == expected) }
    }
  }

  static let others: [(String, NumberShape)] = [
    ("", .empty), (" \u{a0} ", .empty), ("alto", .notANumber), ("45 °F", .notANumber),
    ("1-2", .notANumber), ("--5", .notANumber), ("-", .notANumber), (".", .notANumber),
    (",", .notANumber), ("5,", .notANumber), ("1_000", .notANumber), ("12,34,56", .notANumber),
    ("1,23.4", .notANumber), ("1,234,56", .notANumber), ("1234,567.8", .notANumber),
    ("1.234,567.8", .notANumber), ("1 23", .notANumber), ("1  234", .notANumber),
    ("1,5 234", .notANumber), ("1.234 567,8", .notANumber), ("12.03.2024", .notANumber),
    ("2024-03-12", .notANumber), ("1e", .notANumber), ("e5", .notANumber), ("1e5.5", .notANumber),
    ("1e99999", .notANumber), ("50%", .notANumber), ("$5", .notANumber), ("(5)", .notANumber),
    ("#N/A", .notANumber), ("٣", .notANumber), ("５", .notANumber), ("\u{202e}5", .notANumber),
    ("0x1p3", .hexadecimal), ("-0xFF", .hexadecimal), ("nan", .notFinite), ("NaN", .notFinite),
    ("-inf", .notFinite), ("Infinity", .notFinite), ("Infinito", .notFinite), ("0x", .notANumber),
    ("infinitos", .notANumber), ("nano", .notANumber), ("true", .notANumber),
  ]

  @Test(arguments: others)
  func tellsApart(text: String, shape: NumberShape) {
    var text = text
    text.withUTF8 { #expect(NumberCell($0).shape == shape) }
  }

  /// What other cells and columns say decides what is in doubt by itself.
  static let decided: [(String, String, [Double])] = [
    ("own column, comma", "x;y\n1,234;1\n2,5;1\n", [1.234, 2.5]),
    ("own column, point", "x;y\n1,234;1\n2.5;1\n", [1234, 2.5]),
    ("another column, comma", "x;y\n1,234;0,5\n7;1\n", [1.234, 7]),
    ("another column, point", "x;y\n1.234;0.5\n7;1\n", [1.234, 7]),
    ("groups by comma alone", "x;y\n1,234;1\n1,234,567;1\n", [1234, 1_234_567]),
    ("points between commas", "x,y\n1.234,1\n7,1\n", [1.234, 7]),
    ("thousands in quotes", "x,y\n\"1,234\",1\n\"1,234.5\",1\n", [1234, 1234.5]),
    ("blank groups", "x;y\n1 234;1\n1'234;1\n", [1234, 1234]),
  ]

  @Test(arguments: decided)
  func decides(what: String, text: String, values: [Double]) throws {
    #expect(try readTable(text).numbers(inColumn: 0) == values, "\(what)")
  }

  @Test func saysThatThousandsMarksWereRemoved() throws {
    let table = try readTable("x;y\n\"a\nb\";1.234,5\n")
    #expect(
      table.assumptions.last
        == Message(
          "table.assumedThousands",
          ["column": "y", "value": "1.234,5", "line": "3", "number": "1234.5"]))
  }
}
