import Archives
import Lessons
import Testing

@testable import Classroom

@Suite struct FeedbackArchivesTests {
  private let archives = FeedbackArchives(language: .es, limit: 1_000)

  private func student(_ id: String, _ name: String) -> Student {
    Student(
      id: id, name: name, email: "", row: 1, grade: "", comments: "", maximum: nil, isLate: false)
  }

  /// What Moodle's importziplib.php makes of an entry: whose it is and what is stored.
  private func moodle(_ entry: String) -> (id: String, plugin: String, stored: String)? {
    let parts = entry.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let file = parts.last, let first = file.first, !".~".contains(first) else { return nil }
    for (place, part) in parts.enumerated() {
      let pieces = part.split(separator: "_", maxSplits: 4, omittingEmptySubsequences: false)
      guard pieces.count >= 4, !pieces[1].isEmpty, pieces[1].allSatisfy(\.isNumber) else {
        continue
      }
      let rest = (pieces.count > 4 ? [String(pieces[4])] : []) + parts[(place + 1)...]
      return (String(pieces[1]), "\(pieces[2])_\(pieces[3])", rest.joined(separator: "/"))
    }
    return nil
  }

  @Test(arguments: [
    ("Ana López", "Ana López"), ("José_Pérez_7", "José Pérez 7"), ("A/B\\C", "A B C"),
    ("", "Participante"), ("..", "Participante"), (".oculta", "oculta"), ("~x", "x"),
    ("a\u{202e}b\u{0}c\nd", "a b c d"), ("=cmd|' /C calc'!A0", "=cmd|' C calc'!A0"),
    (String(repeating: "ñ", count: 300), String(repeating: "ñ", count: 80)),
  ])
  func moodleFindsTheStudent(_ name: String, _ shown: String) throws {
    let entry = archives.entryName(of: student("48213", name))
    #expect(entry == "\(shown)_48213_assignsubmission_file_/retroalimentacion-cuaderno.html")
    let found = try #require(moodle(entry))
    #expect(found.id == "48213" && found.plugin == "assignsubmission_file")
    #expect(found.stored == "/retroalimentacion-cuaderno.html")
  }

  @Test func archivesAreFilledToTheLimit() throws {
    let pages = (1...7).map {
      (student: student("\($0)", "Ana"), contents: [UInt8](repeating: 65, count: 250))
    }
    let parts = archives.archives(pages)
    #expect(parts.map(\.name) == (1...4).map { "retroalimentacion-\($0)-de-4.zip" })
    #expect(parts.allSatisfy { $0.bytes.count <= 1_000 })
    let names = try parts.flatMap {
      try ZipArchive($0.bytes, path: $0.name, sizeLimit: 1 << 20).entries.map(\.name)
    }
    #expect(names == pages.map { archives.entryName(of: $0.student) })
    // A page that is larger than the limit is not lost.
    let large = archives.archives([(student("1", "Ana"), [UInt8](repeating: 1, count: 5_000))])
    #expect(large.map(\.name) == ["retroalimentacion.zip"])
    #expect(archives.archives([]).isEmpty)
  }

  @Test func theSameBytesAnyTime() {
    let pages = [(student: student("1", "José"), contents: Array("<p>".utf8))]
    let bytes = archives.archives(pages)[0].bytes
    #expect(bytes == archives.archives(pages)[0].bytes)
    // Bit 11: the name is UTF-8. Date: the first that zip knows.
    #expect(bytes[7] == 8)
    #expect(Array(bytes[10..<14]) == [0, 0, 33, 0])
  }
}
