/// Pictures without what they say about themselves. A logo goes into files for students; its texts may
/// name people, places, devices or results.
enum PictureNotes {
  enum Kind: String {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case svg = "image/svg+xml"
  }

  /// The same picture to look at; nil for one that is not whole.
  static func stripped(_ bytes: [UInt8], _ kind: Kind) -> [UInt8]? {
    switch kind {
    case .png: png(bytes)
    case .jpeg: JPEGNotes.stripped(bytes)
    case .svg: SVGNotes.stripped(bytes)
    }
  }

  /// Chunks beside the critical ones that decide how a PNG looks.
  private static let visible = [
    "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT", "cICP",
  ]

  private static func png(_ png: [UInt8]) -> [UInt8] {
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
}
