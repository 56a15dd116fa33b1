import Archives
import CLinux
import Glibc

/// Puts a staged report in the place of its target in one step of the file system.
public struct Publisher {
  /// What happens in order; a test stops after each.
  enum Step: CaseIterable {
    case locked, checked, manifestWritten, synchronized, exchanged, parentSynchronized
  }

  private let staging: StagingFolder
  private let manifest: Manifest
  private let didReach: (Step) throws(OutputError) -> Void

  /// Adds manifest.json and previous.json to the staged files and swaps the folder in.
  ///
  /// A reader of the target sees the old report or the new one. On an error the old one is there,
  /// untouched. Files that were put into the old report by hand are carried over.
  public static func publish(
    _ staging: StagingFolder, manifest: Manifest
  ) throws(OutputError) {
    try publish(staging, manifest: manifest) { (_) throws(OutputError) in }
  }

  static func publish(
    _ staging: StagingFolder, manifest: Manifest,
    didReach: @escaping (Step) throws(OutputError) -> Void
  ) throws(OutputError) {
    try Publisher(staging: staging, manifest: manifest, didReach: didReach).run()
  }

  private var target: String { staging.target.path }

  private func run() throws(OutputError) {
    let parent = FileTree.parent(of: target) ?? "/"
    let lock = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { try wait(for: lock) }
    try didReach(.locked)

    // Another build may have published here since we looked.
    let current = try ReportTarget.check(
      target, kind: manifest.kind, isPartial: manifest.only != nil)
    try didReach(.checked)

    if let previous = previous(of: current) { try staging.write(Manifest.previousName, previous) }
    var manifest = manifest
    manifest.outputs = staging.outputs
    try staging.write(Manifest.fileName, JSONWriter.bytes(manifest.json))
    try didReach(.manifestWritten)
    try staging.synchronize()
    try didReach(.synchronized)

    if current.exists {
      copyMode(from: target, to: staging.path)
      try exchange()
    } else {
      try move()
    }
    staging.hasPublished()
    try didReach(.exchanged)
    if lock >= 0 { fsync(lock) }
    try didReach(.parentSynchronized)
    if current.exists { retire(old: staging.path, outputs: current.manifest?.outputs ?? []) }
  }

  /// The results that the new ones are to be compared with: those of the last report here that was
  /// made from other inputs.
  private func previous(of current: ReportTarget) -> [UInt8]? {
    guard let old = current.manifest else { return nil }
    let name = old.hasSameInputs(as: manifest) ? Manifest.previousName : Manifest.resultsName
    return try? Files.read("\(target)/\(name)", limit: ReportTarget.sizeLimit)
  }

  private func exchange() throws(OutputError) {
    if clinux_renameat2(staging.path, target, 2) == 0 { return }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else { throw failure() }
    // No exchange on this file system (some of NFS and FUSE): for an instant nothing is there.
    let aside = staging.path + "-old"
    guard rename(target, aside) == 0 else { throw failure() }
    guard rename(staging.path, target) == 0 else {
      let error = failure()
      rename(aside, target)
      throw error
    }
    rename(aside, staging.path)
  }

  private func move() throws(OutputError) {
    if clinux_renameat2(staging.path, target, 1) == 0 { return }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else { throw failure() }
    // rename(2) replaces an empty folder at most.
    guard rename(staging.path, target) == 0 else { throw failure() }
  }

  private func failure() -> OutputError {
    .failed(path: target, code: errno)
  }

  /// Removes the old report, now under the hidden name; what was not ours in it moves to the new.
  private func retire(old: String, outputs: [Manifest.File]) {
    let ours = Set(
      outputs.map { Array($0.name.utf8) }
        + [Array(Manifest.fileName.utf8), Array(Manifest.previousName.utf8)])
    for file in (try? FileTree.files(below: old)) ?? [] where !ours.contains(Array(file.utf8)) {
      let goal = "\(target)/\(file)"
      if let folder = FileTree.parent(of: goal) { _ = try? FileTree.createFolder(folder) }
      clinux_renameat2("\(old)/\(file)", goal, 1)
    }
    FileTree.remove(old)
  }

  private func copyMode(from old: String, to new: String) {
    var status = stat()
    if stat(old, &status) == 0 { chmod(new, status.st_mode & 0o7777) }
  }

  private func wait(for lock: Int32) throws(OutputError) {
    let start = ContinuousClock.now
    while flock(lock, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      guard ContinuousClock.now - start < StagingFolder.patience else {
        throw .busy(path: target)
      }
      usleep(50_000)
    }
  }
}
