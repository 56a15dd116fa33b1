import Glibc

/// The right to replace the folder at a path, held by one build at a time.
///
/// A locked file beside the path, removed on deallocation. Without file locks every build gets the
/// right, and only the atomic exchange of folders keeps builds apart.
public final class TargetLock {
  /// How long to wait for another build.
  public static let patience: Duration = .seconds(60)

  /// Whether another build held it first, so that the target may have changed.
  public let hadToWait: Bool
  private let path: String
  private let descriptor: Int32
  /// Parent folders that were created, outermost first.
  private var madeFolders: [String]

  /// Waits for the lock of an absolute path and creates its parent folders.
  ///
  /// - Parameters:
  ///   - name: the path named in errors.
  ///   - patience: after this time, throws `OutputError.busy`.
  ///   - proceed: called while waiting, with true on the first call; returns false to give up.
  /// - Returns: nil if `proceed` returned false.
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

  /// The locked file descriptor; nil if another process holds the lock.
  private static func take(_ path: String, name: String) throws(OutputError) -> Int32? {
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        if errno == EINTR { continue }
        throw .cannotCreate(path: name, code: errno)
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
        // Any other error means that there are no locks here.
        guard errno == EWOULDBLOCK || errno == EINTR else { return descriptor }
        close(descriptor)
        return nil
      }
      // The last holder may have removed the file after it was opened here.
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

  /// Keeps the parent folders, because the path now exists.
  func keepFolders() {
    madeFolders = []
  }

  deinit {
    unlink(path)
    close(descriptor)
    FileTree.removeEmpty(madeFolders)
  }
}

/// The hidden names used beside a path during a build; bounded in length like any name.
package enum HiddenName {
  /// Their common prefix: `.report.cuaderno-`.
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

  /// The suffix of the old report while folders are swapped without an atomic exchange.
  static let asideSuffix = "-old"

  package static func beside(_ path: String, _ end: String) -> String {
    let parent = FileTree.parent(of: path) ?? "/"
    return "\(parent == "/" ? "" : parent)/\(prefix(of: path))\(end)"
  }
}
