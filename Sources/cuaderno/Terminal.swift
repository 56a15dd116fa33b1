import Glibc

/// Standard output and standard error, by write(2).
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Writes all of `text`; a reader that has gone away is no error of ours.
  static func write(_ text: String, to stream: Stream) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(
          stream.rawValue, bytes.baseAddress! + written, bytes.count - written)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return }
        written += count
      }
    }
  }

  static func line(_ text: String, to stream: Stream) {
    write(text + "\n", to: stream)
  }

  /// Whether a line on standard error may be written over: a terminal that knows escapes.
  static var isLive: Bool {
    isatty(Stream.error.rawValue) == 1 && environment("TERM") != "dumb"
      && environment("TERM") != nil
  }

  /// Columns of the terminal behind standard error; 80 where it does not say.
  static var columns: Int {
    var size = winsize()
    guard ioctl(Stream.error.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// The value of a variable; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
