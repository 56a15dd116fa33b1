import Glibc
import TestSupport
import Testing

@testable import Preview

@Suite struct WatchedFilesTests {
  private let folder = TemporaryFolder()

  init() {
    folder.write("notebook.yaml", "a")
    folder.write("data/x.csv", "1")
  }

  private func touch(_ name: String, seconds: Int) {
    let times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, "\(folder.path)/\(name)", times, 0) == 0)
  }

  @Test func onlyContentsCount() {
    var files = WatchedFiles(folders: [folder.path])
    func hasChanged() -> Bool { files.haveChanged() }
    #expect(!hasChanged())
    touch("data/x.csv", seconds: 5)
    let isQuiet = files.areQuiet
    #expect(!isQuiet)
    #expect(!hasChanged())
    folder.write("data/x.csv", "2")
    #expect(hasChanged())
    #expect(!hasChanged())
  }

  @Test func aChangeWithItsTimeSetBackIsSeen() {
    touch("data/x.csv", seconds: 5)
    var files = WatchedFiles(folders: [folder.path])
    func hasChanged() -> Bool { files.haveChanged() }
    folder.write("data/x.csv", "2")
    touch("data/x.csv", seconds: 5)
    #expect(hasChanged())
  }

  @Test func filesThatComeAndGoAreSeen() {
    var files = WatchedFiles(folders: [folder.path])
    func hasChanged() -> Bool { files.haveChanged() }
    folder.write("a.es.md", "hola")
    #expect(hasChanged())
    // As editors save: a new file in the place of the old one.
    folder.write("a.new", "adiós")
    _ = hasChanged()
    rename("\(folder.path)/a.new", "\(folder.path)/a.es.md")
    #expect(hasChanged())
    unlink("\(folder.path)/a.es.md")
    #expect(hasChanged())
    #expect(!hasChanged())
  }

  @Test func whatEditorsLeaveIsNotWatched() {
    var files = WatchedFiles(folders: [folder.path])
    func hasChanged() -> Bool { files.haveChanged() }
    for name in [".notebook.yaml.swp", "notebook.yaml~", "#notebook.yaml#", "~$data.xlsx", "x.tmp"]
    {
      folder.write(name, "x")
    }
    folder.write("output/n/manifest.json", "{}")
    folder.write("output/n/results.json", "{}")
    folder.write("output/n/index.html", "x")
    #expect(!hasChanged())
  }
}
