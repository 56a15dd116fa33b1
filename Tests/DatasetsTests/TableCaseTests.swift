import Diagnostics
import Testing

@testable import Datasets

@Suite struct TableCaseTests {
  @Test func thereAreManyCases() { #expect(TableCase.all.count >= 150) }

  @Test(arguments: TableCase.all)
  func reads(_ wanted: TableCase) {
    let read = outcome(of: Array(wanted.text.utf8))
    switch (wanted.outcome, read) {
    case (.columns(let columns), .success(let table)):
      #expect(table.columns == columns)
      #expect(table.assumptions == wanted.assumed.map { "table.\($0)" })
    case (.refused(let key, let line, let value), .failure(let error)):
      #expect(error.message.key == "table.\(key)")
      #expect(error.line == line)
      if let value { #expect(error.message.arguments.values.contains(value), "\(error)") }
    case (.columns, .failure(let error)): Issue.record("refused: \(error)")
    case (.refused, .success(let table)): Issue.record("read: \(table)")
    }
  }

  /// The same table in every dialect: separator, decimal mark, line end, encoding, quotes, `sep=`,
  /// trailing separators and a title.
  @Test func readsEveryDialect() {
    var count = 0
    for separator in Separator.allCases where separator != .blanks {
      let sign = String(UnicodeScalar(separator.rawValue))
      for mark in [".", ","] {
        for end in ["\n", "\r\n", "\r"] {
          for isQuoted in [false, true] where isQuoted || sign != mark {
            for frame in 0..<8 {
              let text = dialect(sign, mark, end, isQuoted: isQuoted, frame: frame)
              for (name, bytes) in encodings(of: text) {
                count += 1
                let what =
                  "\(separator) \(mark) \(end.debugDescription) \(isQuoted) \(frame) \(name)"
                guard case .success(let table) = outcome(of: bytes) else {
                  Issue.record("\(what): refused")
                  continue
                }
                #expect(table.columns == [[72, 98.5, -3], [0.125, 1234.5, 1e-3]], "\(what)")
                #expect(table.names == ["frecuencia", "estrés"], "\(what)")
              }
            }
          }
        }
      }
    }
    #expect(count == 1800)
  }

  private func dialect(
    _ sign: String, _ mark: String, _ end: String, isQuoted: Bool, frame: Int
  ) -> String {
    let rows = [["frecuencia", "estrés"], ["72", "0.125"], ["98.5", "1234.5"], ["-3", "1e-3"]]
    let behind = frame & 1 == 1 ? sign : ""
    var lines = rows.map { row in
      row.map { cell in
        let text = cell == "frecuencia" ? cell : cell.map { $0 == "." ? mark : "\($0)" }.joined()
        return isQuoted ? "\"\(text)\"" : text
      }.joined(separator: sign) + behind
    }
    if frame & 2 == 2 { lines.insert("Grupo 3B", at: 0) }
    if frame & 4 == 4 { lines.insert("sep=\(sign)", at: 0) }
    return lines.joined(separator: end) + end
  }

  private func encodings(of text: String) -> [(String, [UInt8])] {
    func utf16(_ isLittle: Bool) -> [UInt8] {
      "\u{feff}\(text)".utf16.flatMap { unit in
        let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
        return isLittle ? pair : pair.reversed()
      }
    }
    return [
      ("UTF-8", Array(text.utf8)), ("UTF-8 with a mark", Array("\u{feff}\(text)".utf8)),
      ("UTF-16 little", utf16(true)), ("UTF-16 big", utf16(false)),
      ("Windows-1252", text.unicodeScalars.map { UInt8($0.value) }),
    ]
  }

  private struct Read {
    var names: [String]
    var columns: [[Double]]
    var assumptions: [String]
  }

  private func outcome(of bytes: [UInt8]) -> Result<Read, TableError> {
    Result { () throws(TableError) in
      let table = try Table.read(bytes: bytes, path: "t.csv")
      var columns: [[Double]] = []
      for column in table.columns.indices { columns.append(try table.numbers(inColumn: column)) }
      return Read(
        names: table.columns, columns: columns, assumptions: table.assumptions.map(\.key))
    }
  }
}
