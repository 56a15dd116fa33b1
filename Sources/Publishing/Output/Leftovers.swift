import Archives
import CLinux
import Glibc

/// What builds that were killed left beside a target. Only who holds its lock may look at it.
struct Leftovers {
  let target: String

  /// Puts back a report that was moved aside and not replaced, and removes everything else but what
  /// a person had put into it.
  func clear() {
    for path in paths {
      // A living build without a lock on the target: its file system knew none when it began.
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

  /// Whether there is nothing, not even the lock of a build at work.
  var isEmpty: Bool { paths.isEmpty }

  private var paths: [String] {
    let parent = FileTree.parent(of: target) ?? "/"
    let prefix = HiddenName.prefix(of: target)
    let names = (try? FileTree.names(in: parent)) ?? []
    return names.filter { $0.utf8.starts(with: prefix.utf8) }
      .map { parent == "/" ? "/\($0)" : "\(parent)/\($0)" }
  }

  /// Removes an old report; what was not ours in it moves to the report in `target`, and where that
  /// cannot be, all of it stays.
  ///
  /// A folder without a manifest was never a report: nobody can have put anything into it.
  static func retire(_ old: String, to target: String) {
    do {
      if let manifest = try ReportTarget.manifest(in: old), try FileTree.kind(target) == .folder {
        let files = try foreignFiles(in: old, manifest)
        guard try files.allSatisfy({ try move("\(old)/\($0)", to: "\(target)/\($0)") }) else {
          return
        }
      }
    } catch {
      // What cannot be looked at may hold a person's files.
      return
    }
    FileTree.remove(old)
  }

  private static func move(
    _ path: String, to goal: String
  ) throws(FileTree.SystemError) -> Bool {
    if try FileTree.isSame(path, goal) { return true }
    if let folder = FileTree.parent(of: goal) { _ = try? FileTree.createFolder(folder) }
    // The new report may have a file of this name.
    guard let free = ["", "~"].first(where: { (try? FileTree.kind(goal + $0)) == .absent })
    else { return false }
    return rename(path, goal + free) == 0
  }

  /// What a person put into a report: the files that its manifest does not know.
  static func foreignFiles(
    in report: String, _ manifest: Manifest
  ) throws(FileTree.SystemError) -> [String] {
    let ours = Set(
      manifest.outputs.map { Array($0.name.utf8) }
        + [Array(Manifest.fileName.utf8), Array(Manifest.previousName.utf8)])
    return try FileTree.files(below: report).filter { !ours.contains(Array($0.utf8)) }
  }
}

/// The flags of renameat2(2).
enum RenameFlag {
  static let noReplace: UInt32 = 1
  static let exchange: UInt32 = 2
}
