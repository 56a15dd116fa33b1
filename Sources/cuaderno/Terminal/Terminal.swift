import Archives
import Glibc
import Synchronization

/// Standard output and standard error, by write(2).
enum Terminal {
  /// Of standard output: 0, or `errno` of the first write that failed.
  private static let lost = Atomic<Int32>(0)
  private static let hasWritten = Atomic(false)

  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Keeps the places of the three streams: a file that is opened must never become one of them. What
  /// is written to an output that was closed is lost and known to be.
  static func open() {
    for (descriptor, flags) in [(0, O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)] as [(Int32, Int32)]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = Glibc.open("/dev/null", flags)
    }
  }

  /// Ends standard output. `errno` of what was written there and is lost, now or before; nil where
  /// nothing is, or where its reader has gone away, which is no error of ours.
  static func close() -> Int32? {
    if hasWritten.load(ordering: .relaxed), Glibc.close(Stream.output.rawValue) != 0 { lose(errno) }
    let code = lost.load(ordering: .relaxed)
    return code == 0 || code == EPIPE ? nil : code
  }

  private static func lose(_ code: Int32) {
    _ = lost.compareExchange(expected: 0, desired: code, ordering: .relaxed)
  }

  /// Writes all of `text`.
  static func write(_ text: String, to stream: Stream) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(
          stream.rawValue, bytes.baseAddress! + written, bytes.count - written)
        if count < 0 && errno == EINTR { continue }
        // Somebody has set the terminal or pipe not to block.
        if count < 0 && errno == EAGAIN && waits(for: stream) { continue }
        guard count > 0 else {
          if stream == .output { lose(count < 0 ? errno : EIO) }
          return
        }
        written += count
      }
      if stream == .output { hasWritten.store(true, ordering: .relaxed) }
    }
  }

  /// Until there is room, for a minute at most.
  private static func waits(for stream: Stream) -> Bool {
    var place = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
    return poll(&place, 1, 60_000) > 0
  }

  static func line(_ text: String, to stream: Stream) {
    write(text + "\n", to: stream)
  }

  /// Whether standard error is a terminal whose lines can be overwritten.
  static var isLive: Bool {
    isatty(Stream.error.rawValue) == 1 && environment("TERM") != "dumb"
      && environment("TERM") != nil
  }

  /// The width of the terminal in columns; 80 if unknown.
  static var columns: Int {
    var size = winsize()
    guard ioctl(Stream.error.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// The value of a variable; nil where it is unset, empty or no UTF-8: what is made of that is another
  /// name.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(validatingCString: value)
  }
}

/// `file://` links that a terminal makes clickable.
enum FileLink {
  /// A `file://` URL (RFC 8089): all bytes but `/` and the unreserved ones of RFC 3986 are
  /// percent-encoded.
  static func url(of path: String) -> String {
    // Where the folder of the command was replaced, no relative path leads anywhere.
    let absolute =
      Files.resolved(path)
      ?? (path.hasPrefix("/") ? path : "\(WorkingFolder.path ?? "")/\(path)")
      .replacing("/./", with: "/")
    var url = "file://"
    for byte in absolute.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        url.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        url += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return url
  }
}
