import Archives
import CLinux
import Glibc

/// The report being written, in a hidden folder beside its target, until it is swapped in whole.
///
/// One build at a time has a target's lock; folders of the same target that nobody has locked are
/// what a killed build left, and are removed.
public final class StagingFolder {
  /// Up to so many new files are brought to the disk one by one: what other programs have to write
  /// need not be waited for.
  private static let singleSyncLimit = 32

  public let path: String
  /// As it was when the lock was had.
  public let target: ReportTarget
  private var files: [Manifest.File] = []
  private var folders: Set<String> = []
  /// Those that are not links to files of the old report.
  private var newFiles: [String] = []
  private var lock: TargetLock?
  private let descriptor: Int32
  private var isDone = false

  /// Makes the folder, and with it finds out whether the target can be written at all.
  ///
  /// - Parameter lock: the target's, if the caller has it already; else it is waited for.
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
    // Some network file systems know no locks: then leftovers cannot be told and are kept.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit {
    discard()
    close(descriptor)
  }

  /// Writes a file of the report; `name` is its path there and not yet taken.
  ///
  /// A file that the old report has with the same bytes is linked, not written.
  ///
  /// - Parameters:
  ///   - sha256: of the bytes, in hexadecimal, where it is known.
  ///   - source: a file with these bytes that nobody will write to: where it can be, it is linked.
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

  /// Writes a file that is too large to be held: `pieces` calls its argument with one after another.
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

  /// False where the old report has no such file, or nothing can be linked here.
  private func linkOld(_ name: String, _ bytes: [UInt8], _ hash: String) -> Bool {
    guard target.holds(name, sha256: hash) else { return false }
    let old = "\(target.path)/\(name)"
    // Its bytes count, not what the manifest says: somebody may have written to it.
    guard (try? FileTree.kind(old)) == .file,
      let found = try? Files.read(old, limit: bytes.count), found == bytes
    else { return false }
    return link(old, "\(path)/\(name)") == 0
  }

  /// What a person put into the old report is in the new one from its first moment.
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

  /// Everything written so far, with its hashes.
  public var outputs: [Manifest.File] { files }

  /// Removes what was written; the target is as it was. Does nothing after publishing.
  public func discard() {
    guard !isDone else { return }
    isDone = true
    FileTree.remove(path)
    lock = nil
  }

  /// The report is in its place: nothing of it may be removed any more.
  func hasPublished() {
    isDone = true
    lock?.keepFolders()
  }

  /// Brings everything written to the disk: files, then the folders that name them.
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
