/// A JPEG without its Exif, XMP, IPTC, comments, thumbnails, and whatever follows its end.
///
/// Kept are the colour profile, Adobe's mark of how colours are stored, the density, and of Exif the
/// one number that turns the picture (JPEG: ITU T.81; JFIF: ECMA TR/98; Exif 2.32, 4.5.4).
enum JPEGNotes {
  /// nil where a segment is cut; a picture whose scans are cut is kept as far as it goes.
  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    var kept: [UInt8] = [0xFF, 0xD8]
    var place = 2
    while place + 1 < bytes.count {
      guard bytes[place] == 0xFF else { return nil }
      let marker = bytes[place + 1]
      switch marker {
      case 0xFF: place += 1
      case 0x00: return nil
      case 0xD9: return kept + [0xFF, 0xD9]
      case 0x01, 0xD0...0xD8:
        kept += [0xFF, marker]
        place += 2
      default:
        guard place + 4 <= bytes.count else { return nil }
        let end = place + 2 + (Int(bytes[place + 2]) << 8 | Int(bytes[place + 3]))
        guard end >= place + 4, end <= bytes.count else { return nil }
        kept += shown(marker, bytes[place + 4..<end]).map { segment(marker, $0) } ?? []
        place = end
        if marker == 0xDA {
          let scan = endOfScan(bytes, from: place)
          kept += bytes[place..<scan]
          place = scan
        }
      }
    }
    return kept
  }

  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  /// What of a segment decides how the picture looks; nil for nothing.
  private static func shown(_ marker: UInt8, _ content: ArraySlice<UInt8>) -> [UInt8]? {
    switch marker {
    case 0xE0:
      // Without the thumbnail, which may show more than the picture.
      content.starts(with: Array("JFIF\0".utf8)) && content.count >= 14
        ? Array(content.prefix(12)) + [0, 0] : nil
    case 0xE1: exif(content).map { orientationAlone($0) }
    case 0xE2: content.starts(with: Array("ICC_PROFILE\0".utf8)) ? Array(content) : nil
    case 0xEE: content.starts(with: Array("Adobe".utf8)) ? Array(content) : nil
    case 0xE0...0xEF, 0xFE: nil
    default: Array(content)
    }
  }

  /// The orientation that an Exif segment asks for, from 2 to 8; nil where it turns nothing.
  private static func exif(_ content: ArraySlice<UInt8>) -> UInt8? {
    guard content.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let tiff = Array(content.dropFirst(6))
    let isLittle = tiff.starts(with: Array("II".utf8))
    func number(_ place: Int, _ size: Int) -> Int? {
      guard place >= 0, place + size <= tiff.count else { return nil }
      let digits = tiff[place..<place + size]
      return (isLittle ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let first = number(4, 4), let count = number(first, 2) else { return nil }
    for entry in 0..<count {
      let place = first + 2 + 12 * entry
      guard let tag = number(place, 2) else { return nil }
      guard tag == 0x0112, let value = number(place + 8, 2) else { continue }
      return (2...8).contains(value) ? UInt8(value) : nil
    }
    return nil
  }

  /// A directory with a single entry.
  private static func orientationAlone(_ value: UInt8) -> [UInt8] {
    Array("Exif\0\0MM\0*\0\0\0\u{8}\0\u{1}".utf8)
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]
  }

  /// Up to the next marker that is no part of the coded data.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]) {
        return place
      }
      place += 1
    }
    return bytes.count
  }
}
