import Archives
import TestSupport
import Testing

@testable import Pages

/// What is embedded says nothing of itself.
@Suite struct PictureNotesTests {
  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
  }

  private static let jfif = Array("JFIF\0".utf8) + [1, 2, 1, 0, 96, 0, 96]
  private static let icc = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 7])
  private static let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])
  private static let tables = segment(0xDB, [0] + Array(1...64))
  private static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 0xFF, 0, 2, 0xFF, 0xD3, 3]

  /// An Exif segment of two entries in the byte order `II` or `MM`: an artist and an orientation.
  private static func exif(_ orientation: UInt8, isLittle: Bool) -> [UInt8] {
    func number(_ value: Int, _ size: Int) -> [UInt8] {
      let bytes = (0..<size).reversed().map { UInt8(value >> (8 * $0) & 0xFF) }
      return isLittle ? bytes.reversed() : bytes
    }
    let entries =
      number(0x013B, 2) + number(2, 2) + number(5, 4) + number(38, 4)
      + number(0x0112, 2) + number(3, 2) + number(1, 4) + number(Int(orientation), 2) + [0, 0]
    return segment(
      0xE1,
      Array("Exif\0\0".utf8) + Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4)
        + number(2, 2) + entries + number(0, 4) + Array("NOTE\0".utf8))
  }

  private static func jpeg(_ parts: [UInt8]...) -> [UInt8] {
    [0xFF, 0xD8] + parts.flatMap { $0 } + [0xFF, 0xD9]
  }

  @Test func aJPEGKeepsWhatShowsAndNothingElse() {
    let noted =
      Self.jpeg(
        Self.segment(0xE0, Self.jfif + [2, 1] + Array("NOTE-1".utf8)),
        Self.segment(0xE0, Array("JFXX\0NOTE-2".utf8)),
        Self.segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0NOTE-3".utf8)), Self.icc,
        Self.segment(0xE2, Array("MPF\0NOTE-4".utf8)), [0xFF],
        Self.segment(0xED, Array("Photoshop 3.0\0NOTE-5".utf8)), Self.adobe,
        Self.segment(0xFE, Array("NOTE-6".utf8)), Self.tables, Self.scan, Self.tables, Self.scan)
      + Array("NOTE-7".utf8)
    #expect(
      PictureNotes.stripped(noted, .jpeg)
        == Self.jpeg(
          Self.segment(0xE0, Self.jfif + [0, 0]), Self.icc, Self.adobe, Self.tables, Self.scan,
          Self.tables, Self.scan))
  }

  /// The picture stays upright, its author unnamed.
  @Test(arguments: [true, false])
  func aTurnedJPEGStaysTurned(isLittle: Bool) throws {
    let turned = try #require(
      PictureNotes.stripped(Self.jpeg(Self.exif(6, isLittle: isLittle), Self.scan), .jpeg))
    #expect(turned.firstRange(of: Array("NOTE".utf8)) == nil)
    let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
    #expect(turned.firstRange(of: entry) != nil)
    // A segment of ours is taken for one of theirs.
    #expect(PictureNotes.stripped(turned, .jpeg) == turned)
    // 1 is how a picture lies that nothing is said of.
    #expect(
      PictureNotes.stripped(Self.jpeg(Self.exif(1, isLittle: isLittle), Self.scan), .jpeg)
        == Self.jpeg(Self.scan))
  }

  @Test func aCutJPEGIsNoPictureUnlessItsScanIsCut() {
    let whole = Self.jpeg(Self.segment(0xE0, Self.jfif + [0, 0]), Self.tables, Self.scan)
    for count in 3..<whole.count - 9 {
      let cut = Array(whole.prefix(count))
      // Up to the next segment everything is there.
      let isWhole = count == 20 || count == 20 + 69 || count == 21 || count == 21 + 69
      #expect((PictureNotes.stripped(cut, .jpeg) != nil) == isWhole || count == 3, "\(count)")
    }
    #expect(PictureNotes.stripped(Array(whole.dropLast(4)), .jpeg) != nil)
    #expect(PictureNotes.stripped([0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 0], .jpeg) == nil)
    #expect(PictureNotes.stripped([0xFF, 0xD8, 1, 2, 3], .jpeg) == nil)
  }

  private func svg(_ text: String) -> String? {
    PictureNotes.stripped(Array(text.utf8), .svg).map { String(decoding: $0, as: UTF8.self) }
  }

  static let drawings: [(String, String?)] = [
    ("<svg><rect a='1'/></svg>", "<svg><rect a='1'/></svg>"),
    ("<?xml version='1.0'?>\n<!-- NOTE --><svg/>\n", "<?xml version='1.0'?>\n<svg/>\n"),
    ("<svg><metadata>NOTE<a/><!-- > --></metadata><g/></svg>", "<svg><g/></svg>"),
    (
      "<svg><title>NOTE</title><g><desc/><script><![CDATA[</g>]]></script>x</g></svg>",
      "<svg><g>x</g></svg>"
    ),
    (
      "<svg xmlns:i='i'><i:pgf a='>'>NOTE<b/></i:pgf><g i:label = 'NOTE' id=\"g\" data-x='NOTE'/></svg>",
      "<svg xmlns:i='i'><g id=\"g\"/></svg>"
    ),
    // Python's ElementTree names every element so.
    (
      "<ns0:svg><ns0:title>NOTE</ns0:title><ns0:g ns0:x='1' xlink:href='#a'/></ns0:svg>",
      "<ns0:svg><ns0:g ns0:x='1' xlink:href='#a'/></ns0:svg>"
    ),
    (
      "<!DOCTYPE svg [<!-- NOTE --><!ENTITY ns 'a>b'>]><svg x='&ns;'><?xpacket NOTE?></svg>",
      "<!DOCTYPE svg [<!ENTITY ns 'a>b'>]><svg x='&ns;'></svg>"
    ),
    (
      "<svg><style>a{}</style><![CDATA[<b>]]></svg>", "<svg><style>a{}</style><![CDATA[<b>]]></svg>"
    ),
    ("<svg><g></svg>", nil), ("<svg>", nil), ("<svg a></svg>", nil), ("<svg a='1></svg>", nil),
    ("<svg><!-- </svg>", nil), ("</svg>", nil), ("text", nil), ("", nil), ("<", nil), ("<svg", nil),
    ("<svg a", nil), ("<svg a=", nil), ("<!DOCTYPE svg", nil), ("< svg/>", nil),
  ]

  @Test(arguments: drawings)
  func anSVGKeepsWhatShowsAndNothingElse(text: String, expected: String?) {
    #expect(svg(text) == expected)
  }

  /// Inkscape breaks the lines of a picture within by references.
  @Test func aPictureWithinLosesItsNotesToo() throws {
    let jpeg = Self.jpeg(Self.segment(0xFE, Array("NOTE".utf8)), Self.scan)
    let text = Base64.encode(jpeg)
    let broken = text.prefix(8) + "&#10;" + text.dropFirst(8)
    let whole = try #require(
      svg("<svg><image xlink:href='data:image/jpeg;base64,\(broken)' x='1'/></svg>"))
    let clean = Base64.encode(Self.jpeg(Self.scan))
    #expect(
      whole == "<svg><image xlink:href='data:image/jpeg;base64,\(clean)' x='1'/></svg>")
    #expect(Base64Text.decode(clean) == Base64.decode(clean))
  }
}
