import Testing

@testable import Archives

@Suite struct ZipTests {
  static let two = ZipWriter.archive([("a.txt", [1, 2, 3]), ("ñ/b", [])])
  /// Where the directory of `two` starts: after two local headers, names and contents.
  static let directory = 30 + 5 + 3 + 30 + 4

  private func open(_ bytes: [UInt8], entryLimit: Int = 64, sizeLimit: Int) -> ArchiveFault? {
    fault { () throws(ArchiveError) in
      try ZipArchive(bytes, path: "z", entryLimit: entryLimit, sizeLimit: sizeLimit)
    }
  }

  @Test func readsWhatItWrote() throws {
    let archive = try ZipArchive(Self.two, path: "z", sizeLimit: 3)
    #expect(archive.entries.map(\.name) == ["a.txt", "ñ/b"])
    #expect(archive.entries.map(\.size) == [3, 0])
    #expect(try archive.entries.map { try archive.contents(of: $0) } == [[1, 2, 3], []])
  }

  @Test func bytesArePinned() {
    let common =
      "14000000" + "0000" + "00002100" + "8b9ed9d3" + "01000000" + "01000000" + "01000000"
    #expect(
      ZipWriter.archive([("a", [65])]).hexadecimal
        == "504b0304" + common + "6141"
        + "504b01021400" + common + "000000000000" + "00000000" + "00000000" + "61"
        + "504b0506" + "00000000" + "01000100" + "2f000000" + "20000000" + "0000")
  }

  @Test func piecesAreTheWhole() {
    var writer = ZipWriter()
    var bytes = writer.take()
    writer.add("a.txt", [1, 2, 3])
    bytes += writer.take()
    #expect(writer.take() == [])
    writer.add("ñ/b", [])
    bytes += writer.take() + writer.finish()
    #expect(bytes == Self.two)
  }

  /// `two` with `value` written at `offset` (of the directory, if `inDirectory`).
  static func changed(_ offset: Int, _ value: Int, size: Int, inDirectory: Bool = true) -> [UInt8] {
    var bytes = two
    for index in 0..<size {
      bytes[offset + index + (inDirectory ? directory : 0)] =
        UInt8(truncatingIfNeeded: value >> (8 * index))
    }
    return bytes
  }

  static func named(_ name: String) -> [UInt8] { ZipWriter.archive([(name, [1])]) }

  static let broken: [(String, [UInt8], ArchiveFault)] = [
    ("empty", [], .notZip),
    ("text", Array("PK".utf8), .notZip),
    ("end cut", Array(two.dropLast()), .notZip),
    ("bytes after the end", two + [0], .notZip),
    ("encrypted", changed(8, 1, size: 2), .encryptedEntry("a.txt")),
    ("strongly encrypted", changed(8, 0x40, size: 2), .encryptedEntry("a.txt")),
    ("bzip2", changed(10, 12, size: 2), .unsupportedMethod(entry: "a.txt", method: 12)),
    ("ZIP64 size", changed(24, 0xffff_ffff, size: 4), .unsupportedZip),
    ("directory entry signature", changed(0, 0, size: 1), .notZip),
    ("name longer than the directory", changed(28, 0xffff, size: 2), .notZip),
    ("local header elsewhere", changed(42, 3, size: 4), .corruptEntry("a.txt")),
    ("local header outside", changed(42, 0x7fff_ffff, size: 4), .corruptEntry("a.txt")),
    (
      "other name in the local header", changed(30, 66, size: 1, inDirectory: false),
      .corruptEntry("a.txt")
    ),
    ("stored with two sizes", changed(20, 2, size: 4), .corruptEntry("a.txt")),
    ("data run into the directory", changed(20, 0x00ff_ffff, size: 4), .corruptEntry("a.txt")),
    ("absolute", named("/etc/passwd"), .unsafeName("/etc/passwd")),
    ("climbs", named("a/../../b"), .unsafeName("a/../../b")),
    ("backslash", named("..\\b"), .unsafeName("..\\b")),
    ("drive", named("c:b"), .unsafeName("c:b")),
    ("control character", named("a\nb"), .unsafeName("a\nb")),
    ("no name", named(""), .unsafeName("")),
    ("twice", ZipWriter.archive([("a", []), ("a", [1])]), .duplicateEntry("a")),
  ]

  @Test(arguments: broken)
  func refuses(what: String, bytes: [UInt8], expected: ArchiveFault) {
    #expect(open(bytes, sizeLimit: 1 << 20) == expected, "\(what)")
  }

  @Test func refusesMoreThanTheLimits() {
    #expect(
      open(Self.two, entryLimit: 1, sizeLimit: 10) == .tooManyEntries(found: 2, limit: 1))
    #expect(open(Self.two, sizeLimit: 2) == .tooLarge(limit: 2))
  }

  @Test func refusesContentsThatDoNotMatch() throws {
    let archive = try ZipArchive(Self.changed(16, 0, size: 4), path: "z", sizeLimit: 10)
    let entry = archive.entries[0]
    #expect(
      fault { () throws(ArchiveError) in try archive.contents(of: entry) }
        == .corruptEntry("a.txt"))
  }

  /// The first entry made longer, so that it takes in the second one's header and contents.
  @Test func refusesOverlappingEntries() {
    var bytes = ZipWriter.archive([("a", [1]), ("b", [2])])
    let directory = 2 * (30 + 1 + 1)
    for field in [20, 24] { bytes[directory + field] = 33 }
    #expect(open(bytes, sizeLimit: 100) == .corruptEntry("b"))
  }
}
