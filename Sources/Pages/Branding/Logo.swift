import Archives

/// A picture embedded in the page.
struct Logo: Sendable {
  /// The picture as a `data:` URL. An SVG is shown as an image, so it cannot run scripts or load
  /// files.
  var source: String
  /// What paper can show of it; nil for what is no PNG.
  var png: [UInt8]?

  /// - Parameter path: the path named in errors.
  init(_ bytes: [UInt8], path: String) throws(BrandingError) {
    guard let type = Self.type(of: bytes) else { throw .noPicture(path: path) }
    let picture = type == "image/png" ? Self.withoutNotes(bytes) : bytes
    png = type == "image/png" ? picture : nil
    source = "data:\(type);base64,\(Base64.encode(picture))"
  }

  /// Ancillary chunks that affect how a PNG looks.
  private static let visible = [
    "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT", "cICP",
  ]

  /// The PNG without its texts, which may name people, places or results; the logo is embedded in
  /// files for students.
  static func withoutNotes(_ png: [UInt8]) -> [UInt8] {
    var kept = Array(png.prefix(8))
    var place = 8
    while place + 12 <= png.count {
      let length = png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = png[place + 4..<place + 8]
      // Length, type, content, checksum.
      let end = min(place + 12 + length, png.count)
      let isCritical = type.first! & 0x20 == 0
      if isCritical || visible.contains(String(decoding: type, as: UTF8.self)) {
        kept += png[place..<end]
      }
      place = end
      if type.elementsEqual("IEND".utf8) { break }
    }
    return kept
  }

  /// The media type by the first bytes, whatever the file is called.
  private static func type(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    // The prefix may end inside a character.
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard start.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<",
      start.contains("<svg")
    else { return nil }
    return "image/svg+xml"
  }
}
