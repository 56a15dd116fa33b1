import Archives
import Glibc

/// Standard output and standard error, by write(2).
enum Terminal {
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Writes all of `text`; stops silently if the reader has gone away.
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

  /// The value of an environment variable; nil if unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}

/// `file://` links that a terminal makes clickable.
enum FileLink {
  /// A `file://` URL (RFC 8089): all bytes but `/` and the unreserved ones of RFC 3986 are
  /// percent-encoded.
  static func url(of path: String) -> String {
    let absolute = Files.resolved(path) ?? path
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
