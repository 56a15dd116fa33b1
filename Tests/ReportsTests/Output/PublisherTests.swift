import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import Reports

@Suite struct PublisherTests {
  private let folder = TemporaryFolder()
  private var target: String { "\(folder.path)/report" }

  private func manifest(data: String, only: [String]? = nil) -> Manifest {
    Manifest(
      version: "1.0", notebook: "n", seed: 7, only: only,
      inputs: [Manifest.File(name: "data.csv", sha256: data)])
  }

  @discardableResult
  private func publish(
    _ text: String, data: String = "a", only: [String]? = nil,
    didReach: @escaping (Publisher.Step) throws(OutputError) -> Void = {
      (_) throws(OutputError) in
    }
  ) throws -> StagingFolder {
    let staging = try StagingFolder(for: ReportTarget.check(target, isPartial: only != nil))
    try staging.write("index.html", Array(text.utf8))
    try staging.write("figures/es/a.png", Array(text.utf8))
    try staging.write("results.json", Array("results \(text)".utf8))
    try Publisher.publish(staging, manifest: manifest(data: data, only: only), didReach: didReach)
    return staging
  }

  @Test func publishesIntoAnAbsentFolder() throws {
    try publish("one")
    let contents = folder.contents
    #expect(
      contents.keys.sorted() == [
        "report/figures/es/a.png", "report/index.html", "report/manifest.json",
        "report/results.json",
      ])
    let manifest = try #require(Manifest(bytes: Array(contents["report/manifest.json"]!.utf8)))
    #expect(
      manifest.outputs.map(\.name) == ["figures/es/a.png", "index.html", "results.json"])
    #expect(
      manifest.outputs[1].sha256
        == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed")
  }

  @Test func publishesIntoAnEmptyFolderAndMakesTheFoldersAbove() throws {
    mkdir(target, 0o755)
    try publish("one")
    #expect(folder.contents["report/index.html"] == "one")
    let deep = "\(folder.path)/a/b/report"
    let staging = try StagingFolder(for: ReportTarget.check(deep))
    try staging.write("index.html", [])
    try Publisher.publish(staging, manifest: manifest(data: "a"))
    #expect(folder.contents.keys.contains("a/b/report/index.html"))
  }

  @Test func previousIsTheLastReportWithOtherInputs() throws {
    try publish("one", data: "a")
    #expect(folder.contents["report/previous.json"] == nil)
    try publish("one again", data: "a")
    #expect(folder.contents["report/previous.json"] == nil)
    try publish("two", data: "b")
    #expect(folder.contents["report/previous.json"] == "results one again")
    try publish("two again", data: "b")
    #expect(folder.contents["report/previous.json"] == "results one again")
  }

  @Test func aRebuildGivesTheSameBytes() throws {
    try publish("one")
    let first = folder.contents
    try publish("one")
    #expect(folder.contents == first)
  }

  @Test(arguments: Publisher.Step.allCases)
  func aFaultLeavesOneReportWhole(step: Publisher.Step) throws {
    try publish("old")
    let old = folder.contents
    #expect(throws: OutputError.failed(path: "x", code: EIO)) {
      try publish("new", data: "b") { (reached) throws(OutputError) in
        if reached == step { throw .failed(path: "x", code: EIO) }
      }
    }
    if [.exchanged, .parentSynchronized].contains(step) {
      #expect(folder.contents["report/index.html"] == "new")
    } else {
      #expect(folder.contents == old)
    }
    // What a fault left behind is gone after the next build.
    try publish("next", data: "c")
    let kept = ["report/previous.json"] + old.keys
    #expect(folder.contents.keys.sorted() == kept.sorted())
    #expect(folder.contents["report/index.html"] == "next")
  }

  @Test func discardingRemovesEveryTrace() throws {
    let target = try ReportTarget.check("\(folder.path)/a/b/report")
    let staging = try StagingFolder(for: target)
    try staging.write("figures/x.png", [1])
    staging.discard()
    #expect(folder.contents.isEmpty)
  }

  @Test func foldersOfLivingBuildsStay() throws {
    let alive = try StagingFolder(for: ReportTarget.check(target))
    try alive.write("index.html", [1])
    folder.write(".report.cuaderno-999999-dead/index.html", "left by a killed build")
    folder.write(".report-other/x", "not ours")
    try publish("new")
    let names = folder.contents.keys
    #expect(!names.contains { $0.contains("dead") })
    #expect(names.contains { $0.hasPrefix(".report.cuaderno-\(getpid())") })
    #expect(names.contains(".report-other/x"))
    alive.discard()
  }

  @Test func whatAPersonPutIntoAReportIsCarriedOver() throws {
    try publish("one")
    folder.write("report/notes.txt", "mine")
    folder.write("report/figures/extra/x.txt", "mine too")
    try publish("two", data: "b")
    #expect(folder.contents["report/notes.txt"] == "mine")
    #expect(folder.contents["report/figures/extra/x.txt"] == "mine too")
    #expect(folder.contents["report/index.html"] == "two")
  }

  @Test func aSymbolicLinkIsFollowed() throws {
    symlink("real", "\(folder.path)/link")
    let staging = try StagingFolder(for: ReportTarget.check("\(folder.path)/link"))
    try staging.write("index.html", Array("x".utf8))
    try Publisher.publish(staging, manifest: manifest(data: "a"))
    #expect(folder.contents["real/index.html"] == "x")
    #expect(try ReportTarget.check("\(folder.path)/link").manifest != nil)
  }

  @Test func aWholeReportIsNotReplacedByAPart() throws {
    try publish("part", only: ["celsius"])
    try publish("another part", only: ["stress"])
    try publish("whole")
    #expect(throws: OutputError.partial(path: target)) {
      try publish("part", only: ["celsius"])
    }
    #expect(folder.contents["report/index.html"] == "whole")
  }

  @Test(arguments: [
    ("report/notes.txt", "x"), ("report/manifest.json", "{}"),
    ("report/manifest.json", "{\"program\": {\"name\": \"webpack\"}}"),
  ])
  func refusesAFolderThatIsNotOurs(file: String, text: String) throws {
    folder.write(file, text)
    let before = folder.contents
    #expect(throws: OutputError.notOurs(path: target)) { try publish("new") }
    #expect(folder.contents == before)
  }

  @Test func refusesAFile() throws {
    folder.write("report", "a file")
    #expect(throws: OutputError.notAFolder(path: target)) { try publish("new") }
  }

  @Test func refusesALoopOfLinks() throws {
    symlink("report", target)
    #expect(throws: OutputError.cannotCreate(path: target, code: ELOOP)) { try publish("new") }
  }

  @Test func aFileAboveIsNoFolder() throws {
    folder.write("report", "a file")
    let below = "\(target)/inside"
    let error = #expect(throws: OutputError.self) {
      try StagingFolder(for: ReportTarget.check(below))
    }
    #expect(error?.exitCode == .cannotCreateOutput)
    #expect(error?.message.key == "output.parentIsFile")
  }

  @Test func aFolderWithoutPermissionIsRefused() throws {
    guard getuid() != 0 else { return }
    chmod(folder.path, 0o500)
    #expect(throws: OutputError.cannotCreate(path: target, code: EACCES)) {
      _ = try StagingFolder(for: ReportTarget.check(target))
    }
  }
}
