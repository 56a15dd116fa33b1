import Glibc

/// The bytes of an archive by their places, in memory or in a file.
protocol ZipSource: Sendable {
  var count: Int { get }
  /// The bytes of a range within `0..<count`; nil where they cannot be read any more.
  func bytes(_ range: Range<Int>) -> [UInt8]?
}

extension [UInt8]: ZipSource {
  func bytes(_ range: Range<Int>) -> [UInt8]? { Array(self[range]) }
}

/// A regular file, read piece by piece.
final class ZipFileSource: ZipSource {
  let count: Int
  private let descriptor: Int32

  init(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      throw FileError(path, errno == ENOENT || errno == ENOTDIR ? .notFound : .notAllowed)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError(path, .notRegular)
    }
    count = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func bytes(_ range: Range<Int>) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress! + count, range.count - count,
          off_t(range.lowerBound + count))
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
    return bytes.count == range.count ? bytes : nil
  }
}
