import Glibc
import TestSupport
import Testing

@testable import Publishing

@Suite struct TargetLockTests {
  private let folder = TemporaryFolder()
  private var target: String { "\(folder.path)/report" }

  private func acquire(
    _ patience: Duration, proceed: (Bool) -> Bool = { _ in true }
  ) throws -> TargetLock? {
    try TargetLock.acquire(target, name: "output", patience: patience, proceed: proceed)
  }

  @Test func oneAtATime() throws {
    var first = try acquire(.zero)
    #expect(first?.hadToWait == false)
    #expect(throws: OutputError.busy(path: "output")) { try acquire(.milliseconds(120)) }
    first = nil
    #expect(folder.contents.isEmpty)
    #expect(try acquire(.zero)?.hadToWait == false)
  }

  @Test func theSecondGetsItWhenTheFirstIsDone() throws {
    var first = try acquire(.zero)
    var calls: [Bool] = []
    let second = try acquire(.seconds(30)) { isFirst in
      calls.append(isFirst)
      if calls.count == 3 { first = nil }
      return true
    }
    #expect(second?.hadToWait == true)
    #expect(calls == [true, false, false])
    #expect(first == nil)
  }

  @Test func waitingCanBeGivenUp() throws {
    let first = try acquire(.zero)
    #expect(try acquire(.seconds(30)) { _ in false } == nil)
    withExtendedLifetime(first) {}
  }

  @Test func whatAKilledBuildLeftIsTaken() throws {
    folder.write(".report.cuaderno-lock", "")
    #expect(try acquire(.zero) != nil)
    #expect(folder.contents.isEmpty)
  }

  @Test func theFoldersAboveGoAgainUnlessSomethingStandsThere() throws {
    let deep = "\(folder.path)/a/b/report"
    var lock = try TargetLock.acquire(deep, name: "x")
    #expect(folder.contents["a/b/.report.cuaderno-lock"] != nil)
    lock = nil
    #expect(folder.contents.isEmpty)
    lock = try TargetLock.acquire(deep, name: "x")
    lock?.keepFolders()
    lock = nil
    #expect(Array(folder.contents.keys) == ["a/b/"])
  }

  @Test func aLinkIsNotFollowed() throws {
    symlink("elsewhere", "\(folder.path)/.report.cuaderno-lock")
    #expect(throws: OutputError.cannotCreate(path: "output", code: ELOOP)) { try acquire(.zero) }
  }

  @Test func longNamesAreCut() throws {
    let name = String(repeating: "n", count: 255)
    #expect(try TargetLock.acquire("\(folder.path)/\(name)", name: "x") != nil)
  }
}
