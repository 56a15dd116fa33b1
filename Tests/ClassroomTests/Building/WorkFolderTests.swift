import Glibc
import Publishing
import TestSupport
import Testing

@testable import Classroom

@Suite struct WorkFolderTests {
  private let folder = TemporaryFolder()
  private var work: WorkFolder { WorkFolder(path: "\(folder.path)/work") }

  private func made(_ text: String) -> StudentWork.Made {
    var record = StudentRecord(id: "1", name: "Ana", status: .graded)
    record.key = text
    record.files = ["informe.es.html"]
    return StudentWork.Made(record: record, files: [("informe.es.html", Array(text.utf8))])
  }

  @Test func onlyTheOwnerLooksIntoIt() throws {
    try work.make()
    var status = stat()
    #expect(stat(work.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func aStudentIsReplacedWhole() throws {
    try work.make()
    #expect(work.record(of: "1") == nil)
    try work.store(made("one"))
    try work.store(made("two"))
    #expect(work.record(of: "1")?.key == "two")
    #expect(folder.contents["work/1/informe.es.html"] == "two")
    #expect(folder.contents.count == 2)
  }

  /// Files that nobody needs where they are come into the report without being written once more.
  @Test func finishedFilesAreLinkedIntoTheReport() throws {
    try work.make()
    try work.store(made("one"))
    let target = try ReportTarget.check("\(folder.path)/report", kind: .classroom)
    let student = FinishedStudent(
      record: try #require(work.record(of: "1")), folder: work.folder(of: "1"), isTemporary: true)
    let staging = try StagingFolder(for: target)
    try student.place(into: staging, includesPDF: false)
    var (before, after) = (stat(), stat())
    #expect(stat("\(work.folder(of: "1"))/informe.es.html", &before) == 0)
    #expect(stat("\(staging.path)/students/1/informe.es.html", &after) == 0)
    #expect(before.st_ino == after.st_ino)
    #expect(staging.outputs.map(\.name) == ["students/1/informe.es.html"])
    // The SHA-256 of "one".
    #expect(staging.outputs[0].sha256.hasPrefix("7692c3ad"))
    work.remove()
    #expect(TemporaryFolder.text(of: "\(staging.path)/students/1/informe.es.html") == "one")
  }
}
