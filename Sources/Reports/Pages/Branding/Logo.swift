/// A picture that stands in the page itself.
struct Logo: Sendable {
  /// `data:` with the picture. An SVG is shown as an image, where it can run and load nothing.
  var source: String

  /// - Parameter path: what an error names.
  init(_ bytes: [UInt8], path: String) throws(BrandingError) {
    guard let type = Self.type(of: bytes) else { throw .noPicture(path: path) }
    source = "data:\(type);base64,\(Base64.encode(bytes))"
  }

  /// By the first bytes, whatever the file is called.
  private static func type(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    // A prefix may end inside a character.
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard start.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<",
      start.contains("<svg")
    else { return nil }
    return "image/svg+xml"
  }
}
