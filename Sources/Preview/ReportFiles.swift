import Archives

/// Reads files of a report folder by URL path, never outside the folder.
enum ReportFiles {
  /// Upper limit for the size of a file, in bytes.
  static let sizeLimit = 64 << 20

  /// The bytes and content type at a percent-encoded path that starts with `/`; nil if there is no
  /// such file, or it is hidden or a link out of the folder.
  static func read(_ path: String, in folder: String) -> (bytes: [UInt8], type: String)? {
    guard let name = name(of: path), let root = Files.resolved(folder),
      let file = Files.resolved("\(root)/\(name)"), file.utf8.starts(with: "\(root)/".utf8),
      let bytes = try? Files.read(file, limit: sizeLimit)
    else { return nil }
    return (bytes, type(of: name))
  }

  /// The relative file name for a path, `index.html` for a folder; nil for a hidden or malformed
  /// one.
  private static func name(of path: String) -> String? {
    guard path.hasPrefix("/"), let decoded = decoded(path.dropFirst()) else { return nil }
    var parts = decoded.split(separator: "/", omittingEmptySubsequences: false)
    if parts.last == "" { parts[parts.count - 1] = "index.html" }
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.first != "." && !part.utf8.contains(0)
        && !part.utf8.contains(UInt8(ascii: "\\"))
    }
    return isPlain ? parts.joined(separator: "/") : nil
  }

  private static func decoded(_ path: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = path.utf8
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2,
        digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest.removeFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func type(of name: String) -> String {
    let ending = name.split(separator: ".").last.map { $0.lowercased() }
    return switch ending {
    case "html": "text/html; charset=utf-8"
    case "png": "image/png"
    case "svg": "image/svg+xml"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "csv": "text/csv; charset=utf-8"
    case "json": "application/json"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }
}
