import Diagnostics
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("año «x» 1.5 → 😀", "año «x» 1.5 → 😀"), ("a\u{1B}[31mb\u{07}", "a\u{FFFD}[31mb\u{FFFD}"),
    ("a\nb\r\tc", "a\u{FFFD}b\u{FFFD}\u{FFFD}c"), ("\u{0}\u{7F}\u{9B}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("a\u{202E}b\u{2066}c\u{2028}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"), ("", ""),
  ])
  func aTerminalShowsAndDoesNotObey(text: String, shown: String) {
    #expect(text.visibleLine == shown)
  }

  @Test func aTextKeepsItsLines() {
    #expect("Error: x\u{1B}\nUsage:\r".visibleText == "Error: x\u{FFFD}\nUsage:\u{FFFD}")
  }

  /// By scalars: one Character may be a million of them.
  @Test func aTextIsShortenedByScalars() {
    let accents = "x" + String(repeating: "\u{301}", count: 1000)
    #expect(accents.count == 1)
    #expect(accents.shortened(to: 3) == "x\u{301}\u{301}…")
    #expect("ñandú".shortened(to: 5) == "ñandú")
    #expect("ñandú".shortened(to: 4, ending: "...") == "ñand...")
    #expect("".shortened(to: 0) == "")
  }

  @Test func strayCharactersAreThoseNoPageCanHold() {
    let stray: [Unicode.Scalar] = [
      "\0", "\u{1B}", "\r", "\u{7F}", "\u{85}", Unicode.Scalar(0xFDD0)!, Unicode.Scalar(0x1FFFE)!,
    ]
    #expect(stray.allSatisfy { $0.isStray })
    let fine: [Unicode.Scalar] = [
      "\t", "\n", " ", "ñ", "\u{A0}", "\u{202E}", "\u{FEFF}", "\u{FFFD}",
    ]
    #expect(fine.allSatisfy { !$0.isStray })
    #expect(Unicode.Scalar(0x1B).code == "U+001B")
    #expect(Unicode.Scalar(0x1FFFE)!.code == "U+1FFFE")
  }
}
