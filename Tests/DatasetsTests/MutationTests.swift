import Archives
import Glibc
import Testing

@testable import Datasets

/// Damaged files give a value or a typed error, never a crash or a hang. CUADERNO_FUZZ_ROUNDS asks
/// for more than the few thousand rounds of every run.
@Suite struct MutationTests {
  static let rounds = getenv("CUADERNO_FUZZ_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 3000

  @Test func tables() {
    let seeds =
      TableDialectTests.dialects.map(\.1)
      + TableErrorTests.broken.map(\.1).filter { $0.utf8.count < 300 }
      + TableSpectrumTests.cases.map(\.1) + TableNumberTests.decided.map(\.1)
    let pieces =
      [
        "\"", "\"\"", ",", ";", "\t", "|", "\r\n", "\r", "\n", "1,234", "1.5", "-", "e5", "0x",
        "nan",
        "\u{feff}", "\u{a0}", "\u{2009}", "’", "é", "sep=;", "\u{202e}", "\0",
      ].map { Array($0.utf8) } + [[0xff, 0xfe], [0xfe, 0xff], [0xe2], [0xc2], [0xe9], [0x80]]
    var mutation = Mutation(seed: 1, pieces: pieces)
    for round in 0..<Self.rounds {
      let bytes = mutation.damage(Array(seeds[round % seeds.count].utf8))
      guard let table = try? Table.read(bytes: bytes, path: "t") else { continue }
      for column in table.columns.indices {
        let numbers = try? table.numbers(inColumn: column)
        #expect(numbers?.allSatisfy { Float($0).isFinite } ?? true)
        #expect(numbers.map { $0.count == table.rowCount } ?? true)
        for row in 0..<table.rowCount { _ = table.text(row: row, column: column) }
      }
      let lines = (0..<table.rowCount).map(table.line(ofRow:))
      #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "round \(round)")
    }
  }

  /// Damaged parts of workbooks, and damaged archives of them.
  @Test func spreadsheets() {
    let rows =
      SheetTests.broken.map(\.1) + SheetTests.malformed + [
        "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c></row><row><c r=\"B4\" s=\"1\"><v>2.5</v></c></row>"
      ]
    let pieces =
      [
        "<", ">", "</", "/>", "\"", "<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "<is><t>",
        "</t></is>", " t=\"s\"", " r=\"C9\"", " s=\"1\"", "&amp;", "&#x41;", "&", "<!--", "-->",
        "<![CDATA[", "]]>", "_x0041_", "1.5", "é",
      ].map { Array($0.utf8) } + [[0xff], [0]]
    var mutation = Mutation(seed: 4, pieces: pieces)
    for round in 0..<Self.rounds {
      var sample = WorkbookSample(rows: rows[round % rows.count])
      sample.strings = SheetTests.strings
      sample.styles = "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
      var bytes = sample.bytes
      func damaged(_ text: String) -> String {
        String(decoding: mutation.damage(Array(text.utf8)), as: UTF8.self)
      }
      switch round / rows.count % 5 {
      case 0: bytes = mutation.damage(bytes)
      case 1: sample.strings = damaged(SheetTests.strings)
      case 2: sample.styles = damaged(sample.styles!)
      case 3: sample.workbook = damaged(sample.workbook)
      default: sample.sheet = damaged(sample.sheet)
      }
      if round / rows.count % 5 > 0 { bytes = sample.bytes }
      guard let table = try? Table.read(bytes: bytes, path: "t") else { continue }
      for column in table.columns.indices {
        let numbers = try? table.numbers(inColumn: column)
        #expect(numbers?.allSatisfy { Float($0).isFinite } ?? true)
        for row in 0..<table.rowCount { _ = table.text(row: row, column: column) }
      }
    }
  }

  @Test func images() {
    let headers: [[UInt8]] = [
      IDXSamples.header(2051), IDXSamples.header(2049), IDXSamples.header(1),
      IDXSamples.header(60_000), IDXSamples.header(.max), [0x1f, 0x8b, 8], [0x4b, 4, 0],
    ]
    var mutation = Mutation(seed: 2, pieces: headers)
    for round in 0..<Self.rounds {
      let file = round % 4
      let suffix = round / 4 % 2 == 0 ? "" : ".gz"
      let bytes = mutation.damage(IDXSamples.work(suffix: suffix).files[file].bytes)
      let work = IDXSamples.work(replacing: file, with: bytes, suffix: suffix)
      guard let (sets, _) = try? work.run() else { continue }
      for set in sets { #expect(set.labels.allSatisfy { $0 < 10 }) }
    }
  }

  /// Compressed data whose contents were damaged before they were compressed.
  @Test func imagesInsideGzip() {
    var mutation = Mutation(seed: 3, pieces: [IDXSamples.header(2051), IDXSamples.header(.max)])
    for _ in 0..<Self.rounds {
      let bytes = IDXSamples.gzip(mutation.damage(IDXSamples.images(2)))
      _ = try? IDXSamples.work(replacing: 0, with: bytes, suffix: ".gz").run()
    }
  }
}
