import Glibc

/// A new file, written piece by piece.
final class NewFile {
  private let descriptor: Int32
  private var isOpen = true

  /// Creates the file; fails if it exists.
  init(_ path: String) throws(FileTree.SystemError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileTree.SystemError(code: errno) }
  }

  deinit {
    if isOpen { close(descriptor) }
  }

  func append(_ bytes: [UInt8]) throws(FileTree.SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileTree.SystemError(code: count < 0 ? errno : ENOSPC) }
      written += count
    }
  }

  /// Closes the file. NFS reports a failed write only here.
  func finish() throws(FileTree.SystemError) {
    isOpen = false
    guard close(descriptor) == 0 else { throw FileTree.SystemError(code: errno) }
  }
}
