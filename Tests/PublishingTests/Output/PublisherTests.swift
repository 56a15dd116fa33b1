import CLinux
import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import Publishing

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
    },
    renameat2: @escaping Publisher.Rename = { clinux_renameat2($0, $1, $2) }
  ) throws -> StagingFolder {
    let staging = try StagingFolder(for: ReportTarget.check(target, isPartial: only != nil))
    try staging.write("index.html", Array(text.utf8))
    try staging.write("figures/es/a.png", Array(text.utf8))
    try staging.write("results.json", Array("results \(text)".utf8))
    try Publisher.publish(
      staging, manifest: manifest(data: data, only: only), renameat2: renameat2, didReach: didReach)
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

  /// A file system that cannot exchange folders.
  private static func noRenameat2(_: String, _: String, _: UInt32) -> Int32 {
    errno = EINVAL
    return -1
  }

  @Test(arguments: Publisher.Step.allCases, [true, false])
  func aFaultLeavesOneReportWhole(step: Publisher.Step, canExchange: Bool) throws {
    guard canExchange ? step != .movedAside : true else { return }
    try publish("old")
    let old = folder.contents
    let renameat2 = canExchange ? { clinux_renameat2($0, $1, $2) } : Self.noRenameat2
    #expect(throws: OutputError.failed(path: "x", code: EIO)) {
      try publish(
        "new", data: "b",
        didReach: { (reached) throws(OutputError) in
          if reached == step { throw .failed(path: "x", code: EIO) }
        }, renameat2: renameat2)
    }
    switch step {
    case .exchanged, .parentSynchronized: #expect(folder.contents["report/index.html"] == "new")
    case .movedAside: #expect(folder.contents["report/index.html"] == nil)
    default: #expect(folder.contents == old)
    }
    // What a fault left behind is gone after the next build, and nothing else is.
    try publish("next", data: "c", renameat2: renameat2)
    let kept = ["report/previous.json"] + old.keys
    #expect(folder.contents.keys.sorted() == kept.sorted())
    #expect(folder.contents["report/index.html"] == "next")
    let isNew = step == .exchanged || step == .parentSynchronized
    #expect(folder.contents["report/previous.json"] == (isNew ? "results new" : "results old"))
  }

  @Test func withoutAnExchangeTheReportIsReplacedAllTheSame() throws {
    try publish("one", renameat2: Self.noRenameat2)
    folder.write("report/notes.txt", "mine")
    try publish("two", data: "b", renameat2: Self.noRenameat2)
    #expect(
      folder.contents.keys.sorted() == [
        "report/figures/es/a.png", "report/index.html", "report/manifest.json",
        "report/notes.txt", "report/previous.json", "report/results.json",
      ])
    #expect(folder.contents["report/index.html"] == "two")
  }

  @Test func discardingRemovesEveryTrace() throws {
    let target = try ReportTarget.check("\(folder.path)/a/b/report")
    let staging = try StagingFolder(for: target)
    try staging.write("figures/x.png", [1])
    staging.discard()
    #expect(folder.contents.isEmpty)
  }

  @Test func aFileInPiecesIsListedLikeAnyOther() throws {
    let staging = try StagingFolder(for: ReportTarget.check(target))
    try staging.write("whole.zip", Array("one and two".utf8))
    try staging.write("a/pieces.zip") { append in
      for piece in ["one ", "and", "", " two"] { try append(Array(piece.utf8)) }
    }
    try Publisher.publish(staging, manifest: manifest(data: "a"))
    #expect(folder.contents["report/a/pieces.zip"] == "one and two")
    let written = try #require(
      Manifest(bytes: Array((folder.contents["report/manifest.json"] ?? "").utf8)))
    #expect(written.outputs.map(\.name) == ["a/pieces.zip", "whole.zip"])
    #expect(written.outputs[0].sha256 == written.outputs[1].sha256)
  }

  @Test func foldersOfLivingBuildsStay() throws {
    folder.write(".report.cuaderno-1-alive/index.html", "being written")
    let alive = open("\(folder.path)/.report.cuaderno-1-alive", O_RDONLY | O_DIRECTORY)
    defer { close(alive) }
    try #require(flock(alive, LOCK_EX) == 0)
    folder.write(".report.cuaderno-999999-dead/index.html", "left by a killed build")
    folder.write(".report-other/x", "not ours")
    try publish("new")
    let names = folder.contents.keys
    #expect(!names.contains { $0.contains("dead") })
    #expect(names.contains(".report.cuaderno-1-alive/index.html"))
    #expect(names.contains(".report-other/x"))
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

  @Test func aPersonsFileIsKeptWhereTheNewReportHasItsName() throws {
    try publish("one")
    folder.write("report/weights/celsius.npz", "mine")
    let staging = try StagingFolder(for: ReportTarget.check(target))
    try staging.write("weights/celsius.npz", Array("ours".utf8))
    try Publisher.publish(staging, manifest: manifest(data: "b"))
    #expect(folder.contents["report/weights/celsius.npz"] == "ours")
    #expect(folder.contents["report/weights/celsius.npz~"] == "mine")
  }

  @Test func whatAKilledBuildHadNotCarriedOverIsStillCarriedOver() throws {
    try publish("one")
    folder.write("report/notes.txt", "mine")
    #expect(throws: OutputError.self) {
      try publish("two", data: "b") { [folder] (step) throws(OutputError) in
        guard step == .exchanged else { return }
        // A file system without hard links: the old report alone has it.
        unlink("\(folder.path)/report/notes.txt")
        let hidden = folder.contents.keys.first { $0.hasSuffix("notes.txt") }
        #expect(hidden?.hasPrefix(".report.cuaderno-") == true)
        // As a kill would leave it: nothing cleans up.
        rename(
          "\(folder.path)/\(hidden!.split(separator: "/")[0])",
          "\(folder.path)/.report.cuaderno-1-dead")
        throw .failed(path: "x", code: EIO)
      }
    }
    try publish("three", data: "c")
    #expect(folder.contents["report/notes.txt"] == "mine")
    #expect(!folder.contents.keys.contains { $0.hasPrefix(".report") })
  }

  @Test func leftoversGoWithoutABuildUnlessOneIsAtWork() throws {
    try publish("one")
    folder.write(".report.cuaderno-1-dead/index.html", "left")
    let target = try ReportTarget.check(target)
    let lock = try TargetLock.acquire(target.path, name: "x")
    target.clearLeftovers()
    #expect(folder.contents[".report.cuaderno-1-dead/index.html"] == "left")
    withExtendedLifetime(lock) {}
  }

  @Test func leftoversGoWithoutABuild() throws {
    try publish("one")
    let whole = folder.contents
    folder.write(".report.cuaderno-1-dead/index.html", "left")
    try ReportTarget.check(target).clearLeftovers()
    #expect(folder.contents == whole)
  }

  @Test func unchangedFilesAreLinkedNotWritten() throws {
    try publish("one")
    func inode(_ name: String) -> ino_t {
      var status = stat()
      stat("\(target)/\(name)", &status)
      return status.st_ino
    }
    let names = ["index.html", "figures/es/a.png", "results.json"]
    let before = names.map(inode)
    try publish("one", data: "b")
    #expect(names.map(inode) == before)
    // The manifest vouches for nothing: bytes do.
    folder.write("report/index.html", "two")
    try publish("one", data: "c")
    #expect(folder.contents["report/index.html"] == "one")
    // Those that are there while the new ones are written: a number that is free is given again.
    let last = names.map(inode)
    try publish("two", data: "d")
    #expect(names.map(inode).enumerated().allSatisfy { $1 != last[$0] })
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
