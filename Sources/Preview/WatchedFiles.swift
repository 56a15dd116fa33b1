import Archives
import Glibc
import Publishing

/// The input files of a report, polled for changes.
///
/// Size, times and inode show that a file may have changed, its SHA-256 whether it has. This works
/// on every file system and with every editor.
public struct WatchedFiles {
  /// Upper limit for the number of watched files; further ones are ignored.
  static let fileLimit = 5_000
  private static let depthLimit = 12
  private static let sizeLimit = 256 << 20

  private struct Entry: Equatable {
    var device: UInt
    var inode: UInt
    var size: Int
    /// The modification and status-change times; the latter cannot be set back.
    var times: [Int]
  }

  private let folders: [String]
  private var entries: [String: Entry] = [:]
  private var hashes: [String: [UInt8]] = [:]

  /// Hidden files, editors' backup copies and reports below `folders` are ignored.
  public init(folders: [String]) {
    self.folders = folders
    _ = haveChanged()
  }

  /// Whether a file's contents changed, or a file appeared or disappeared, since the last call.
  public mutating func haveChanged() -> Bool {
    let found = look()
    guard found != entries else { return false }
    var hasChanged = false
    for (path, entry) in found where entries[path] != entry {
      let hash = (try? Files.read(path, limit: Self.sizeLimit)).map { SHA256.hash($0) } ?? []
      if hashes[path] != hash {
        hashes[path] = hash
        hasChanged = true
      }
    }
    for path in entries.keys where found[path] == nil {
      hashes[path] = nil
      hasChanged = true
    }
    entries = found
    return hasChanged
  }

  /// Whether no file's size, times or inode changed since the last call of `haveChanged`.
  public var areQuiet: Bool { look() == entries }

  private func look() -> [String: Entry] {
    var found: [String: Entry] = [:]
    for folder in folders { look(in: folder, depth: 0, &found) }
    return found
  }

  private func look(in folder: String, depth: Int, _ found: inout [String: Entry]) {
    guard depth < Self.depthLimit, let names = try? FileTree.names(in: folder),
      !(names.contains(Manifest.fileName) && names.contains(Manifest.resultsName))
    else { return }
    for name in names where !Self.isAside(name) {
      guard found.count < Self.fileLimit else { return }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: look(in: path, depth: depth + 1, &found)
      case S_IFREG:
        found[path] = Entry(
          device: status.st_dev, inode: status.st_ino, size: status.st_size,
          times: [
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
            status.st_ctim.tv_nsec,
          ])
      default: continue
      }
    }
  }

  /// Hidden files, and temporary files of editors and spreadsheets.
  private static func isAside(_ name: String) -> Bool {
    name.first == "." || name.first == "#" || name.hasPrefix("~$") || name.last == "~"
      || [".swp", ".tmp", ".bak", ".part"].contains { name.hasSuffix($0) }
  }
}
