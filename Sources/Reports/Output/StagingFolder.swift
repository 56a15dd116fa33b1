import Archives
import CLinux
import Glibc

/// The report being written, in a hidden folder beside its target, until it is swapped in whole.
///
/// A lock on the folder itself says that its build is alive: folders of the same target whose lock
/// is free are what a killed build left, and are removed.
public final class StagingFolder {
  /// How long to wait for another build that is publishing beside us.
  public static let patience: Duration = .seconds(60)

  public let path: String
  public let target: ReportTarget
  private var files: [Manifest.File] = []
  private var folders: Set<String> = []
  /// Folders above the target that were not there before.
  private let madeFolders: [String]
  private let descriptor: Int32
  private var isDone = false

  /// Makes the folder, and with it finds out whether the target can be written at all.
  public init(for target: ReportTarget) throws(OutputError) {
    self.target = target
    let parent = FileTree.parent(of: target.path) ?? "/"
    do throws(FileTree.SystemError) {
      madeFolders = try FileTree.createFolder(parent)
    } catch {
      throw .cannotCreate(path: target.path, code: error.code)
    }
    let prefix = Self.prefix(of: target.path)
    Self.removeLeftovers(in: parent, prefix: prefix)
    let random = String(UInt32.random(in: .min ... .max), radix: 16)
    path = "\(parent == "/" ? "" : parent)/\(prefix)\(getpid())-\(random)"
    guard mkdir(path, 0o777) == 0 else {
      let code = errno
      for folder in madeFolders.reversed() { rmdir(folder) }
      throw .cannotCreate(path: target.path, code: code)
    }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      rmdir(path)
      for folder in madeFolders.reversed() { rmdir(folder) }
      throw .cannotCreate(path: target.path, code: code)
    }
    // Some network file systems know no locks: then leftovers cannot be told and are kept.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    discard()
    close(descriptor)
  }

  /// Writes a file of the report; `name` is its path there and not yet taken.
  public func write(_ name: String, _ bytes: [UInt8]) throws(OutputError) {
    let isListed = name != Manifest.fileName && name != Manifest.previousName
    do throws(FileTree.SystemError) {
      if let folder = FileTree.parent(of: name), folders.insert(folder).inserted {
        try FileTree.createFolder("\(path)/\(folder)")
      }
      try FileTree.write("\(path)/\(name)", bytes)
    } catch {
      throw .failed(path: "\(target.path)/\(name)", code: error.code)
    }
    if isListed { files.append(Manifest.File(name: name, sha256: SHA256.hash(bytes).hexadecimal)) }
  }

  /// Everything written so far, with its hashes.
  public var outputs: [Manifest.File] { files }

  /// Removes what was written; the target is as it was. Does nothing after publishing.
  public func discard() {
    guard !isDone else { return }
    isDone = true
    FileTree.remove(path)
    for folder in madeFolders.reversed() { rmdir(folder) }
  }

  /// The report is in its place: nothing of it may be removed any more.
  func hasPublished() {
    isDone = true
  }

  /// Brings everything written to the disk.
  func synchronize() throws(OutputError) {
    guard clinux_syncfs(descriptor) == 0 || fsync(descriptor) == 0 else {
      throw .failed(path: target.path, code: errno)
    }
  }

  /// What names of staging folders of a target begin with; bounded, because a name is.
  private static func prefix(of target: String) -> String {
    let name = FileTree.name(of: target)
    let start =
      name.utf8.count <= 200 ? name : String(decoding: name.utf8.prefix(150), as: UTF8.self)
    return ".\(start).cuaderno-"
  }

  private static func removeLeftovers(in parent: String, prefix: String) {
    for name in (try? FileTree.names(in: parent)) ?? [] where name.hasPrefix(prefix) {
      let path = "\(parent)/\(name)"
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { FileTree.remove(path) }
      close(descriptor)
    }
  }
}
