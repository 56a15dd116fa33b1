import Archives
import Lessons
import Testing

@testable import Classroom

@Suite struct FeedbackArchivesTests {
  private let archives = FeedbackArchives(phrases: ClassSentence.classroom(.es), limit: 1_000)

  private func student(_ id: String, _ name: String) -> Student {
    Student(id: id, name: name)
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

  /// No file system takes names of more than 255 bytes, whatever their letters are made of.
  @Test func longNamesAreCut() {
    let entry = archives.entryName(of: student("48213", String(repeating: "👨‍👩‍👧‍👦", count: 30)))
    #expect(entry.split(separator: "/")[0].utf8.count <= 255)
  }

  /// A page of so many equal bytes.
  private func page(_ id: String, _ size: Int, pdf: Int? = nil) -> FeedbackArchives.Page {
    FeedbackArchives.Page(student: student(id, "Ana"), size: size, pdfSize: pdf)
  }

  private func bytes(_ archive: FeedbackArchives.Archive) throws -> [UInt8] {
    let sizes = Dictionary(
      uniqueKeysWithValues: archive.pages.map { ($0.student.id, ($0.size, $0.pdfSize ?? 0)) })
    var bytes: [UInt8] = []
    try archives.write(archive) {
      [UInt8](repeating: 65, count: sizes[$0.id]!.0)
    } pdf: {
      [UInt8](repeating: 66, count: sizes[$0.id]!.1)
    } to: {
      bytes += $0
    }
    return bytes
  }

  @Test func archivesAreFilledToTheLimit() throws {
    let pages = (1...7).map { page("\($0)", 250) }
    let parts = archives.archives(pages)
    #expect(parts.map(\.name) == (1...4).map { "retroalimentacion-\($0)-de-4.zip" })
    #expect(try parts.allSatisfy { try bytes($0).count <= 1_000 })
    let names = try parts.flatMap {
      try ZipArchive(bytes($0), path: $0.name, sizeLimit: 1 << 20).entries.map(\.name)
    }
    #expect(names == pages.map { archives.entryName(of: $0.student) })
    // A page that is larger than the limit is not lost.
    #expect(archives.archives([page("1", 5_000)]).map(\.name) == ["retroalimentacion.zip"])
    #expect(archives.archives([]).isEmpty)
  }

  @Test func aPageIsBesideItsPDF() throws {
    let parts = archives.archives([page("1", 250), page("2", 250, pdf: 300)])
    #expect(parts.map { $0.pages.map(\.student.id) } == [["1"], ["2"]])
    let archive = try ZipArchive(bytes(parts[1]), path: "", sizeLimit: 1 << 20)
    #expect(
      archive.entries.map(\.name) == [
        "Ana_2_assignsubmission_file_/retroalimentacion-cuaderno.html",
        "Ana_2_assignsubmission_file_/retroalimentacion-cuaderno.pdf",
      ])
    #expect(try archive.contents(of: archive.entries[1]) == [UInt8](repeating: 66, count: 300))
  }

  @Test func theSameBytesAnyTime() throws {
    let archive = FeedbackArchives.Archive(
      name: "",
      pages: [FeedbackArchives.Page(student: student("1", "José"), size: 3, pdfSize: nil)])
    let bytes = try bytes(archive)
    #expect(try bytes == self.bytes(archive))
    // Bit 11: the name is UTF-8. Date: the first that zip knows.
    #expect(bytes[7] == 8)
    #expect(Array(bytes[10..<14]) == [0, 0, 33, 0])
  }
}
