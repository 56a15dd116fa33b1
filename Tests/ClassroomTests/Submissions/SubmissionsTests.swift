import Archives
import Glibc
import TestSupport
import Testing

@testable import Classroom

@Suite struct SubmissionsTests {
  private static let moodle =
    "Identifier,Full name,Grade\nParticipant 1,Ana Ruiz,\nParticipant 2,José Pérez,\n"

  private func roster() throws -> Roster {
    try Roster([CSVFile(Array(Self.moodle.utf8), path: "r")])
  }

  private static let files: [(name: String, contents: [UInt8])] = [
    ("Ana Ruiz_1_assignsubmission_file_/datos.csv", Array("a,b\n1,2\n".utf8)),
    ("Ana Ruiz_1_assignsubmission_onlinetext_/onlinetext.html", Array("<p>x: 1</p>".utf8)),
    ("Ana Ruiz_1_assignsubmission_file_/.DS_Store", [1]),
    ("Jose\u{301} Pe\u{301}rez_2_assignsubmission_file_/datos.csv", Array("a,b\n3,4\n".utf8)),
    ("Nadie_9_assignsubmission_file_/datos.csv", [1]),
    ("suelto.txt", [1]),
  ]

  @Test func zipAndFolderSayTheSame() throws {
    let folder = TemporaryFolder()
    folder.write("entregas.zip", bytes: ZipWriter.archive(Self.files))
    for file in Self.files { folder.write("entregas/\(file.name)", bytes: file.contents) }
    for place in ["entregas.zip", "entregas"] {
      let found = try Submissions(paths: ["\(folder.path)/\(place)"], roster: roster())
      #expect(found.files["1"]?.map(\.name) == ["datos.csv", "onlinetext.html"])
      #expect(found.files["1"]?.map(\.owner.isOnlineText) == [false, true])
      #expect(found.files["2"]?.count == 1)
      #expect(found.strangers == ["9"])
      #expect(found.unclaimed == ["suelto.txt"])
      let file = try #require(found.files["2"]?.first)
      #expect(
        try file.source.load(file.entry, limit: 100).contents() == Array("a,b\n3,4\n".utf8))
      #expect(throws: SubmittedFault.tooLarge(limit: 3)) {
        try file.source.load(file.entry, limit: 3)
      }
    }
  }

  @Test func linksPipesAndSecondNamesAreNotOpened() throws {
    let folder = TemporaryFolder()
    let own = "Ana_1_assignsubmission_file_"
    folder.write("secreto.csv", "secreto")
    folder.write("e/\(own)/datos.csv", "a,b\n1,2\n")
    folder.write("e/Luis_2_assignsubmission_file_/d.csv", "x")
    let base = "\(folder.path)/e/\(own)"
    symlink("\(folder.path)/secreto.csv", "\(base)/link.csv")
    symlink("..", "\(base)/arriba")
    link("\(folder.path)/secreto.csv", "\(base)/hard.csv")
    mkfifo("\(base)/pipe.csv", 0o600)
    let found = try Submissions(paths: ["\(folder.path)/e"], roster: roster())
    let files = try #require(found.files["1"])
    let faults = files.map { ($0.name, $0.entry.fault) }
    #expect(faults.map(\.0) == ["arriba", "datos.csv", "hard.csv", "link.csv", "pipe.csv"])
    #expect(
      faults.map(\.1) == [.symbolicLink, nil, .hardLink, .symbolicLink, .notRegular])
  }

  @Test func aFileThatBecameALinkIsNotFollowed() throws {
    let folder = TemporaryFolder()
    folder.write("secreto.csv", "secreto")
    folder.write("e/Ana_1_assignsubmission_file_/datos.csv", "a")
    folder.write("e/Ana_1_assignsubmission_file_/sub/datos.csv", "a")
    let found = try Submissions(paths: ["\(folder.path)/e"], roster: roster())
    let files = try #require(found.files["1"])
    let base = "\(folder.path)/e/Ana_1_assignsubmission_file_"
    unlink("\(base)/datos.csv")
    symlink("\(folder.path)/secreto.csv", "\(base)/datos.csv")
    unlink("\(base)/sub/datos.csv")
    rmdir("\(base)/sub")
    symlink(folder.path, "\(base)/sub")
    for file in files {
      #expect(throws: SubmittedFault.symbolicLink) { try file.source.load(file.entry, limit: 99) }
    }
  }

  @Test func aBadEntryIsItsOwnersAlone() throws {
    let folder = TemporaryFolder()
    var bytes = ZipWriter.archive([
      ("Ana_1_assignsubmission_file_/datos.csv", Array("bueno".utf8)),
      ("Luis_2_assignsubmission_file_/../../../etc/passwd", [1]),
      ("Luis_2_assignsubmission_file_/datos.csv", Array("malo".utf8)),
    ])
    // One letter of the second student's contents: the checksum does not fit any more.
    let place = bytes.indices.last { bytes[$0...].starts(with: "malo".utf8) }!
    bytes[place] = UInt8(ascii: "x")
    folder.write("e.zip", bytes: bytes)
    let found = try Submissions(paths: ["\(folder.path)/e.zip"], roster: roster())
    let luis = try #require(found.files["2"])
    #expect(luis.map(\.entry.fault) == [.unsafeName, nil])
    #expect(throws: SubmittedFault.damaged) {
      try luis[1].source.load(luis[1].entry, limit: 99).contents()
    }
    let ana = try #require(found.files["1"]?.first)
    #expect(try ana.source.load(ana.entry, limit: 99).contents() == Array("bueno".utf8))
  }

  @Test func otherDownloadsAreRecognised() throws {
    func fault(_ names: [String]) throws -> SubmissionsError.Fault? {
      let folder = TemporaryFolder()
      folder.write("e.zip", bytes: ZipWriter.archive(names.map { ($0, [1]) }))
      do {
        _ = try Submissions(paths: ["\(folder.path)/e.zip"], roster: roster())
        return nil
      } catch {
        return (error as? SubmissionsError)?.fault
      }
    }
    #expect(try fault([]) == .empty)
    #expect(try fault(["x.csv"]) == .noIds(example: "x.csv"))
    #expect(try fault(["Ana Ruiz/Texto en línea.html"]) == .otherExport)
    #expect(try fault(["index.html", "data/x.json"]) == .otherExport)
  }

  @Test func zipsOfGroupsAreOneDownload() throws {
    let folder = TemporaryFolder()
    let ana = "Ana Ruiz_1_assignsubmission_file_/datos.csv"
    let jose = "José Pérez_2_assignsubmission_file_/datos.csv"
    folder.write("a.zip", bytes: ZipWriter.archive([(ana, Array("a".utf8))]))
    folder.write("b.zip", bytes: ZipWriter.archive([(jose, Array("b".utf8))]))
    folder.write(
      "c.zip", bytes: ZipWriter.archive([(ana, Array("a".utf8)), (jose, Array("c".utf8))]))
    func paths(_ names: String...) -> [String] { names.map { "\(folder.path)/\($0).zip" } }
    let found = try Submissions(paths: paths("a", "b"), roster: roster())
    #expect(found.files["1"]?.count == 1 && found.files["2"]?.count == 1)
    #expect(throws: SubmissionsError(paths("a")[0], .samePeople(other: paths("c")[0]))) {
      try Submissions(paths: paths("a", "c"), roster: roster())
    }
  }
}
