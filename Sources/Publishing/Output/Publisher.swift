import CLinux
import Glibc

/// Replaces a target by a staged report in one file system operation.
public struct Publisher {
  /// The steps of publishing, in order; tests stop after each.
  enum Step: CaseIterable {
    case checked, manifestWritten, synchronized
    /// Only if folders cannot be exchanged atomically.
    case movedAside
    case exchanged, parentSynchronized
  }

  /// renameat2(2): returns 0, or -1 with `errno`.
  typealias Rename = (_ from: String, _ to: String, _ flags: UInt32) -> Int32

  private let staging: StagingFolder
  private let manifest: Manifest
  private let renameat2: Rename
  private let didReach: (Step) throws(OutputError) -> Void

  /// Adds manifest.json and previous.json to the staged files and swaps the folder in.
  ///
  /// Readers see either the old report or the new one. On an error the old one stays untouched.
  /// Files that people added to the old report are kept.
  public static func publish(
    _ staging: StagingFolder, manifest: Manifest
  ) throws(OutputError) {
    try publish(staging, manifest: manifest) { (_) throws(OutputError) in }
  }

  static func publish(
    _ staging: StagingFolder, manifest: Manifest,
    renameat2: @escaping Rename = { clinux_renameat2($0, $1, $2) },
    didReach: @escaping (Step) throws(OutputError) -> Void
  ) throws(OutputError) {
    try Publisher(
      staging: staging, manifest: manifest, renameat2: renameat2, didReach: didReach
    ).run()
  }

  /// The results to compare a report made from `manifest` with: those of the last report in the
  /// target with other inputs.
  public static func previous(
    for manifest: Manifest, in target: ReportTarget
  ) throws(OutputError) -> [UInt8]? {
    guard let old = target.manifest else { return nil }
    let name = old.hasSameInputs(as: manifest) ? Manifest.previousName : Manifest.resultsName
    return try ReportTarget.read("\(target.path)/\(name)")
  }

  private var target: String { staging.target.path }

  private func run() throws(OutputError) {
    // Without file locks, another build may have published here in the meantime.
    let current = try staging.target.again()
    try didReach(.checked)

    if let previous = try Self.previous(for: manifest, in: current) {
      try staging.write(Manifest.previousName, previous)
    }
    var manifest = manifest
    manifest.outputs = staging.outputs
    try staging.write(Manifest.fileName, JSONWriter.bytes(manifest.json))
    try didReach(.manifestWritten)
    try staging.linkForeignFiles()
    try staging.synchronize()
    try didReach(.synchronized)

    if current.exists { copyMode(from: target, to: staging.path) }
    try swap(current)
    try didReach(.exchanged)
    try synchronizeParent(current)
    staging.hasPublished()
    try didReach(.parentSynchronized)
    if current.exists { Leftovers.retire(staging.path, to: target) }
  }

  private func swap(_ current: ReportTarget) throws(OutputError) {
    if current.exists { try exchange() } else { try move() }
  }

  /// Exchanges the two folders; afterwards the old report has the staging folder's name.
  private func exchange() throws(OutputError) {
    if renameat2(staging.path, target, RenameFlag.exchange) == 0 { return }
    guard isUnknownCall else { throw failure() }
    // The file system cannot exchange folders (some NFS and FUSE): for a moment the target is
    // absent; if the process dies then, the next build restores the old report.
    let aside = staging.path + HiddenName.asideSuffix
    guard rename(target, aside) == 0 else { throw failure() }
    try didReach(.movedAside)
    guard rename(staging.path, target) == 0 else {
      let error = failure()
      rename(aside, target)
      throw error
    }
    rename(aside, staging.path)
  }

  private func move() throws(OutputError) {
    if renameat2(staging.path, target, RenameFlag.noReplace) == 0 { return }
    guard isUnknownCall else { throw failure() }
    // rename(2) replaces only an empty folder.
    guard rename(staging.path, target) == 0 else { throw failure() }
  }

  /// Flushes the swap to disk, or reverses it.
  private func synchronizeParent(_ current: ReportTarget) throws(OutputError) {
    do throws(FileTree.SystemError) {
      try FileTree.synchronize(FileTree.parent(of: target) ?? "/")
    } catch {
      if current.exists {
        try? exchange()
      } else {
        rename(target, staging.path)
      }
      throw .failed(path: target, code: error.code)
    }
  }

  private var isUnknownCall: Bool { [EINVAL, ENOSYS, ENOTSUP].contains(errno) }

  private func failure() -> OutputError {
    .failed(path: target, code: errno)
  }

  private func copyMode(from old: String, to new: String) {
    var status = stat()
    if stat(old, &status) == 0 { chmod(new, status.st_mode & 0o7777) }
  }
}
