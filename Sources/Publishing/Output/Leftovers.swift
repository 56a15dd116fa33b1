import CLinux
import Glibc

/// Files that killed builds left beside a target. Precondition: the caller holds its lock.
struct Leftovers {
  let target: String

  /// Restores a report that was moved aside and not replaced, and removes everything else except
  /// files added by people.
  func clear() {
    for path in paths {
      // The folder may belong to a running build without a target lock, on a file system that had
      // no locks when it started.
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      let isOldReport = path.hasSuffix(HiddenName.asideSuffix)
      if isOldReport, clinux_renameat2(path, target, RenameFlag.noReplace) == 0 { continue }
      if isOldReport, (try? FileTree.kind(target)) == .absent, rename(path, target) == 0 {
        continue
      }
      Self.retire(path, to: target)
    }
  }

  /// Whether nothing is left, not even the lock of a running build.
  var isEmpty: Bool { paths.isEmpty }

  private var paths: [String] {
    let parent = FileTree.parent(of: target) ?? "/"
    let prefix = HiddenName.prefix(of: target)
    let names = (try? FileTree.names(in: parent)) ?? []
    return names.filter { $0.utf8.starts(with: prefix.utf8) }
      .map { parent == "/" ? "/\($0)" : "\(parent)/\($0)" }
  }

  /// Removes an old report. Files added by people move to the report in `target`; if that fails,
  /// the old report stays.
  ///
  /// A folder without a manifest was never a report, so nobody can have added files to it.
  static func retire(_ old: String, to target: String) {
    do {
      if let manifest = try ReportTarget.manifest(in: old), try FileTree.kind(target) == .folder {
        let files = try foreignFiles(in: old, manifest)
        guard try files.allSatisfy({ try move("\(old)/\($0)", to: "\(target)/\($0)") }) else {
          return
        }
      }
    } catch {
      // A folder that cannot be read may contain someone's files.
      return
    }
    FileTree.remove(old)
  }

  private static func move(
    _ path: String, to goal: String
  ) throws(FileTree.SystemError) -> Bool {
    if try FileTree.isSame(path, goal) { return true }
    if let folder = FileTree.parent(of: goal) { _ = try? FileTree.createFolder(folder) }
    // The new report may already have a file with this name.
    guard let free = ["", "~"].first(where: { (try? FileTree.kind(goal + $0)) == .absent })
    else { return false }
    return rename(path, goal + free) == 0
  }

  /// Files added by people: those that the manifest does not list.
  static func foreignFiles(
    in report: String, _ manifest: Manifest
  ) throws(FileTree.SystemError) -> [String] {
    let ours = Set(
      manifest.outputs.map { Array($0.name.utf8) }
        + [Array(Manifest.fileName.utf8), Array(Manifest.previousName.utf8)])
    return try FileTree.files(below: report).filter { !ours.contains(Array($0.utf8)) }
  }
}

/// Flags of renameat2(2).
enum RenameFlag {
  static let noReplace: UInt32 = 1
  static let exchange: UInt32 = 2
}
