import Diagnostics
import Glibc
import Testing

@testable import Archives

@Suite struct FilesTests {
  /// A new folder under the system's temporary one.
  static func folder() -> String {
    var template = Array("/tmp/cuaderno-files-XXXXXX".utf8CString)
    return template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
  }

  static func write(_ bytes: [UInt8], to path: String) {
    let file = fopen(path, "wb")!
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private func fault(_ path: String, limit: Int = 100) -> FileError.Fault? {
    do throws(FileError) {
      _ = try Files.read(path, limit: limit)
      return nil
    } catch {
      return error.fault
    }
  }

  @Test func readsAFileUpToItsLimit() throws {
    let path = Self.folder() + "/a"
    Self.write([1, 2, 3], to: path)
    #expect(try Files.read(path, limit: 3) == [1, 2, 3])
    #expect(fault(path, limit: 2) == .tooLarge(size: 3, limit: 2))
    Self.write([], to: path)
    #expect(try Files.read(path, limit: 0) == [])
  }

  @Test func refusesWhatIsNoFile() {
    let folder = Self.folder()
    #expect(fault(folder) == .notRegular)
    #expect(fault(folder + "/absent") == .notFound)
    #expect(fault(folder + "/absent\0hidden") == .notFound)
    #expect(fault("/dev/zero") == .notRegular)
    mkfifo(folder + "/pipe", 0o600)
    #expect(fault(folder + "/pipe") == .notRegular)
    Self.write([1], to: folder + "/file")
    #expect(fault(folder + "/file/inside") == .notFound)
    symlink("loop", folder + "/loop")
    #expect(fault(folder + "/loop") == .unreadable(code: ELOOP))
  }

  /// The kernel's own files announce no size and have one.
  @Test func readsAFileThatIsLongerThanItSays() throws {
    #expect(try Files.read("/proc/self/status", limit: 1 << 20).count > 100)
    guard case .tooLarge(_, 10)? = fault("/proc/self/status", limit: 10) else {
      Issue.record("the limit was not kept")
      return
    }
  }

  @Test func saysWhatAPathIs() {
    let folder = Self.folder()
    Self.write([1], to: folder + "/a")
    symlink("a", folder + "/b")
    #expect(Files.isFile(folder + "/b") && !Files.isFolder(folder + "/b"))
    #expect(Files.isFolder(folder) && !Files.isFile(folder))
    #expect(!Files.isFile(folder + "/c") && !Files.isFolder(folder + "/c"))
    symlink("loop", folder + "/loop")
    #expect(Files.isFile(folder + "/loop") && Files.isFolder(folder + "/loop"))
    let long = folder + "/" + String(repeating: "n", count: 300)
    #expect(!Files.isFile(long) && !Files.isFile(folder + "/a/b"))
    #expect(Files.resolved(folder + "/./b") == Files.resolved(folder)! + "/a")
    #expect(Files.resolved(folder + "/c") == nil)
  }

  @Test func exitCodes() {
    let codes: [(FileError.Fault, ExitCode)] = [
      (.notFound, .missingInput), (.notAllowed, .inputOutput),
      (.unreadable(code: 1), .inputOutput), (.notRegular, .invalidInput),
      (.tooLarge(size: 2, limit: 1), .invalidInput),
    ]
    for (fault, code) in codes { #expect(FileError("a", fault).exitCode == code) }
  }
}
