import Archives
import Diagnostics
import Glibc
import Lessons
import TestSupport
import Testing

@testable import Publishing

/// A file of the old report that is there and cannot be read is an error, never an absent one. A link
/// to itself stands for it: no permission keeps a file from the system's administrator.
@Suite struct UnreadableReportTests {
  private let folder = TemporaryFolder()
  private var target: String { "\(folder.path)/report" }

  private func publish(data: String) throws {
    let staging = try StagingFolder(for: ReportTarget.check(target))
    try staging.write("results.json", Array("results \(data)".utf8))
    let input = Manifest.File(name: "data.csv", sha256: data)
    try Publisher.publish(
      staging, manifest: Manifest(version: "1.0", notebook: "n", seed: 7, inputs: [input]))
  }

  private func makeUnreadable(_ name: String) {
    folder.delete(name)
    symlink(FileTree.name(of: name), "\(folder.path)/\(name)")
  }

  @Test(arguments: [("results.json", "c"), ("previous.json", "b"), ("manifest.json", "c")])
  func itIsNamedAndNothingIsReplaced(name: String, data: String) throws {
    try publish(data: "a")
    try publish(data: "b")
    makeUnreadable("report/\(name)")
    let before = folder.contents
    let error = #expect(throws: OutputError.self) { try publish(data: data) }
    #expect(error?.place == Place("\(target)/\(name)"))
    #expect(
      error?.message
        == Message("file.unreadable", reason: ELOOP))
    #expect(error?.exitCode == .inputOutput)
    #expect(folder.contents == before)
  }

  @Test func theResultsToCompareWithAreNotTakenForAbsent() throws {
    try publish(data: "a")
    #expect(try ReportTarget.check(target).results() == Array("results a".utf8))
    makeUnreadable("report/results.json")
    #expect(throws: OutputError.self) { try ReportTarget.check(target).results() }
    folder.delete("report/results.json")
    #expect(try ReportTarget.check(target).results() == nil)
  }

  @Test func aLeftoverThatCannotBeReadIsNotRemoved() throws {
    try publish(data: "a")
    folder.write(".report.cuaderno-1-dead/notes.txt", "mine")
    makeUnreadable(".report.cuaderno-1-dead/manifest.json")
    try publish(data: "b")
    #expect(folder.contents[".report.cuaderno-1-dead/notes.txt"] == "mine")
    folder.delete(".report.cuaderno-1-dead/manifest.json")
    try publish(data: "c")
    #expect(folder.contents[".report.cuaderno-1-dead/notes.txt"] == nil)
  }

  @Test func aReportWithTemplatesThatCannotBeReadIsNotRemembered() throws {
    try publish(data: "a")
    folder.write("templates/report/page.mustache", "x")
    let cache = CacheFolder(path: "\(folder.path)/cache")
    func state() throws -> ReportState {
      ReportState(
        Manifest(version: "1.0", notebook: "n", seed: 7, inputs: []), languages: [.es],
        target: try ReportTarget.check(target), templates: "\(folder.path)/templates", program: "p",
        drawing: "d")
    }
    try state().remember(in: cache)
    #expect(try state().isCurrent(in: cache))
    makeUnreadable("templates/report/page.mustache")
    #expect(try !state().isCurrent(in: cache))
    try state().remember(in: cache)
    #expect(try !state().isCurrent(in: cache))
  }
}
