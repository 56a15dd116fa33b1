import Publishing
import Testing

@Suite struct JSONTests {
  static let table: [(JSONValue, String)] = [
    (.null, "null"), (.boolean(true), "true"), (.integer(-7), "-7"),
    (.unsigned(9_007_199_254_740_991), "9007199254740991"),
    (.double(0.1), "0.1"), (.double(1.0 / 3), "0.3333333333333333"), (.double(100), "100.0"),
    (.double(1e-7), "1e-07"), (.double(-0.0), "-0.0"),
    (.float(0.1), "0.1"), (.float(211.74074), "211.74074"), (.float(16_777_216), "16777216.0"),
    (.string("a/b"), #""a/b""#), (.string("\"\\\n\t\u{1}"), #""\"\\\n\t\u0001""#),
    (.string("año «π» 🙂"), "\"año «π» 🙂\""),
    (.array([]), "[]"), (.array([.integer(1), .double(2.5)]), "[1, 2.5]"),
    (.array([.array([.integer(1)]), .array([])]), "[\n  [1],\n  []\n]"),
    (.object([]), "{}"),
    (
      .object(["b": .integer(1), "a": .array([.null]), "gone": nil]),
      "{\n  \"b\": 1,\n  \"a\": [null]\n}"
    ),
  ]

  @Test(arguments: table)
  func writes(value: JSONValue, text: String) {
    #expect(String(decoding: JSONWriter.bytes(value), as: UTF8.self) == text + "\n")
  }

  @Test(arguments: table)
  func readsBackWhatItWrote(value: JSONValue, text: String) {
    // A Float comes back as the Double of its digits, which has the same ones.
    let bytes = JSONWriter.bytes(value)
    #expect(JSONReader.value(bytes).map(JSONWriter.bytes) == bytes)
  }

  @Test func nonFiniteNumbersBecomeNull() {
    #expect(JSONValue.number(Double.nan) == .null)
    #expect(JSONValue.number(-Float.infinity) == .null)
    #expect(JSONValue.number(Float(2)) == .float(2))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "nul", "1 2", "\"\u{1}\"", "1e999", "\"\\x\"", "\"\\ud800\"",
    "{\"a\":1,}", "--1",
  ])
  func refuses(text: String) {
    #expect(JSONReader.value(Array(text.utf8)) == nil)
  }

  @Test func refusesWhatIsTooDeep() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(JSONReader.value(Array(deep.utf8)) == nil)
  }

  @Test func readsEscapes() {
    #expect(JSONReader.value(Array(#""\u00e1\ud83d\ude42\/""#.utf8)) == .string("á🙂/"))
  }
}
