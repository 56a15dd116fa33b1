import Archives
import CLinux
import Glibc

/// A report under construction, in a hidden folder beside its target, until the two are swapped.
///
/// Only one build at a time holds a target's lock; unlocked folders of the same target were left by
/// killed builds and are removed.
public final class StagingFolder {
  /// Up to this many new files are flushed one by one, which avoids waiting for the writes of other
  /// programs.
  private static let singleSyncLimit = 32

  public let path: String
  /// The target as it was when the lock was acquired.
  public let target: ReportTarget
  private var files: [Manifest.File] = []
  private var folders: Set<String> = []
  /// Files that are not links to files of the old report.
  private var newFiles: [String] = []
  private var lock: TargetLock?
  private let descriptor: Int32
  private var isDone = false

  /// Creates the folder, which also checks that the target is writable.
  ///
  /// - Parameter lock: the target's lock, if the caller holds it; otherwise this waits for it.
  public init(for target: ReportTarget, lock: TargetLock? = nil) throws(OutputError) {
    if let lock {
      self.lock = lock
    } else {
      self.lock = try TargetLock.acquire(target.path, name: target.path)
    }
    Leftovers(target: target.path).clear()
    self.target = try target.again()
    path = HiddenName.staging(of: target.path)
    guard mkdir(path, 0o777) == 0 else { throw .cannotCreate(path: target.path, code: errno) }
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      rmdir(path)
      throw .cannotCreate(path: target.path, code: code)
    }
    // Some network file systems have no locks; then leftovers cannot be identified and are kept.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    discard()
    close(descriptor)
  }

  /// Writes a file of the report at the relative path `name`. Precondition: the name is new.
  ///
  /// A file whose bytes the old report already has is linked instead of written.
  ///
  /// - Parameters:
  ///   - sha256: the hash of the bytes in hexadecimal, if known.
  ///   - source: a file with these bytes that will not be modified; it is linked if possible.
  public func write(
    _ name: String, _ bytes: [UInt8], sha256: String? = nil, source: String? = nil
  ) throws(OutputError) {
    let isListed = name != Manifest.fileName && name != Manifest.previousName
    let hash = sha256 ?? SHA256.hash(bytes).hexadecimal
    do throws(FileTree.SystemError) {
      try makeFolder(of: name)
      if !isListed || !linkOld(name, bytes, hash) {
        let place = "\(path)/\(name)"
        if source.map({ link($0, place) }) != 0 { try FileTree.write(place, bytes) }
        newFiles.append(name)
      }
    } catch {
      throw .failed(path: "\(target.path)/\(name)", code: error.code)
    }
    if isListed { files.append(Manifest.File(name: name, sha256: hash)) }
  }

  /// Writes a file too large for memory: `pieces` calls its argument with one piece after another.
  public func write(
    _ name: String, pieces: (_ append: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    var hash = SHA256()
    do {
      try makeFolder(of: name)
      let file = try NewFile("\(path)/\(name)")
      try pieces { piece in
        hash.update(piece)
        try file.append(piece)
      }
      try file.finish()
    } catch let error as FileTree.SystemError {
      throw OutputError.failed(path: "\(target.path)/\(name)", code: error.code)
    }
    newFiles.append(name)
    files.append(Manifest.File(name: name, sha256: hash.finish().hexadecimal))
  }

  private func makeFolder(of name: String) throws(FileTree.SystemError) {
    guard let folder = FileTree.parent(of: name), folders.insert(folder).inserted else { return }
    var parent: String? = folder
    while let above = parent.flatMap(FileTree.parent) {
      folders.insert(above)
      parent = above
    }
    try FileTree.createFolder("\(path)/\(folder)")
  }

  /// Links the old report's file; false if it has none or linking is not possible.
  private func linkOld(_ name: String, _ bytes: [UInt8], _ hash: String) -> Bool {
    guard target.holds(name, sha256: hash) else { return false }
    let old = "\(target.path)/\(name)"
    // Compares its bytes instead of trusting the manifest, because the file may have been modified.
    guard (try? FileTree.kind(old)) == .file,
      let found = try? Files.read(old, limit: bytes.count), found == bytes
    else { return false }
    return link(old, "\(path)/\(name)") == 0
  }

  /// Links the files that people added to the old report, so that the new report has them from the
  /// start.
  func linkForeignFiles() throws(OutputError) {
    guard let manifest = target.manifest else { return }
    let files: [String]
    do throws(FileTree.SystemError) {
      files = try Leftovers.foreignFiles(in: target.path, manifest)
    } catch {
      throw .failed(path: target.path, code: error.code)
    }
    for file in files {
      try? makeFolder(of: file)
      link("\(target.path)/\(file)", "\(path)/\(file)")
    }
  }

  /// All files written so far, with their hashes.
  public var outputs: [Manifest.File] { files }

  /// Removes everything written; the target is unchanged. Does nothing after publishing.
  public func discard() {
    guard !isDone else { return }
    isDone = true
    FileTree.remove(path)
    lock = nil
  }

  /// Marks the report as published, so that none of it is removed.
  func hasPublished() {
    isDone = true
    lock?.keepFolders()
  }

  /// Flushes everything written to disk: files first, then the folders that list them.
  func synchronize() throws(OutputError) {
    do throws(FileTree.SystemError) {
      if newFiles.count > Self.singleSyncLimit {
        if clinux_syncfs(descriptor) == 0 { return }
        guard errno == ENOSYS else { throw FileTree.SystemError(code: errno) }
      }
      for name in newFiles { try FileTree.synchronize("\(path)/\(name)") }
      for folder in folders.sorted() { try FileTree.synchronize("\(path)/\(folder)") }
      try FileTree.synchronize(path)
    } catch {
      throw .failed(path: target.path, code: error.code)
    }
  }
}
