import Glibc

/// The right to replace what stands at a path, which one build at a time has.
///
/// A locked file beside the path, gone again with the value. Where the file system knows no locks,
/// everybody has the right: then the exchange of whole folders alone keeps builds apart.
public final class TargetLock {
  /// How long to wait for another build that has it.
  public static let patience: Duration = .seconds(60)

  /// Whether another build had it first: what stands there may have changed since.
  public let hadToWait: Bool
  private let path: String
  private let descriptor: Int32
  /// Folders above the path that were not there before, outermost first.
  private var madeFolders: [String]

  /// Waits for the lock of an absolute path, and makes the folders above it.
  ///
  /// - Parameters:
  ///   - name: what errors name.
  ///   - patience: after this the error is `OutputError.busy`.
  ///   - proceed: called while it waits, with whether it has just begun to; returns false to give up.
  /// - Returns: nil where `proceed` returned false.
  public static func acquire(
    _ path: String, name: String, patience: Duration = patience,
    proceed: (_ isFirst: Bool) -> Bool = { _ in true }
  ) throws(OutputError) -> TargetLock? {
    let madeFolders: [String]
    do throws(FileTree.SystemError) {
      madeFolders = try FileTree.createFolder(FileTree.parent(of: path) ?? "/")
    } catch {
      throw .cannotCreate(path: name, code: error.code)
    }
    let lockPath = HiddenName.lock(of: path)
    let start = ContinuousClock.now
    var waited = false
    do throws(OutputError) {
      while true {
        if let descriptor = try take(lockPath, name: name) {
          return TargetLock(lockPath, descriptor, hadToWait: waited, madeFolders: madeFolders)
        }
        guard ContinuousClock.now - start < patience else { throw .busy(path: name) }
        guard proceed(!waited) else {
          FileTree.removeEmpty(madeFolders)
          return nil
        }
        waited = true
        usleep(50_000)
      }
    } catch {
      FileTree.removeEmpty(madeFolders)
      throw error
    }
  }

  /// nil where another process has it.
  private static func take(_ path: String, name: String) throws(OutputError) -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        if errno == EINTR { continue }
        throw .cannotCreate(path: name, code: errno)
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        // Any error but these says that there are no locks here.
        guard errno == EWOULDBLOCK || errno == EINTR else { return descriptor }
        close(descriptor)
        return nil
      }
      // Its last holder may have removed the file after we opened it.
      if FileTree.isSame(descriptor, path) { return descriptor }
      close(descriptor)
    }
  }

  private init(_ path: String, _ descriptor: Int32, hadToWait: Bool, madeFolders: [String]) {
    self.path = path
    self.descriptor = descriptor
    self.hadToWait = hadToWait
    self.madeFolders = madeFolders
  }

  /// Something stands there now: the folders above it stay.
  func keepFolders() {
    madeFolders = []
  }

  deinit {
    unlink(path)
    close(descriptor)
    FileTree.removeEmpty(madeFolders)
  }
}

/// The names beside a path that a build uses while it works; bounded, because a name is.
package enum HiddenName {
  /// What they begin with: `.report.cuaderno-`.
  static func prefix(of path: String) -> String {
    let name = FileTree.name(of: path)
    let start =
      name.utf8.count <= 200 ? name : String(decoding: name.utf8.prefix(150), as: UTF8.self)
    return ".\(start).cuaderno-"
  }

  static func lock(of path: String) -> String { beside(path, "lock") }

  static func staging(of path: String) -> String {
    beside(path, "\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))")
  }

  /// Where the old report is for the instant in which folders cannot be exchanged.
  static let asideSuffix = "-old"

  package static func beside(_ path: String, _ end: String) -> String {
    let parent = FileTree.parent(of: path) ?? "/"
    return "\(parent == "/" ? "" : parent)/\(prefix(of: path))\(end)"
  }
}
