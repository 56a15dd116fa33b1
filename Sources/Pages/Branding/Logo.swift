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
    guard let kind = Self.kind(of: bytes), let picture = PictureNotes.stripped(bytes, kind) else {
      throw .noPicture(path: path)
    }
    png = kind == .png ? picture : nil
    source = "data:\(kind.rawValue);base64,\(Base64.encode(picture))"
  }

  /// By the first bytes, whatever the file is called.
  private static func kind(of bytes: [UInt8]) -> PictureNotes.Kind? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    // A prefix may end inside a character.
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard start.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).first == "<",
      start.contains("<svg") || start.contains(":svg")
    else { return nil }
    return .svg
  }
}
