import Archives

/// A decoded PNG file: its texts and its pixels.
///
/// Reads 8-bit pictures without interlacing from any encoder. Every size is checked before anything
/// is inflated.
public struct PNGPicture: Sendable {
  /// Upper limit for the decoded pixels, in bytes.
  static let sizeLimit = 256 << 20

  /// All uncompressed iTXt chunks, in file order.
  public let texts: [PNGMetadata.Text]
  /// Pixels per point of 1/96 inch, from `pHYs`; nil without that chunk.
  public let scale: Int?
  /// Whether bytes follow the end of the picture, which no encoder writes.
  public let goesOn: Bool
  private let header: Header
  private let palette: [UInt8]
  private let data: [UInt8]

  private struct Header {
    let width: Int
    let height: Int
    /// Bytes per pixel in the file.
    let channels: Int
    let hasPalette: Bool
    let isGrey: Bool

    /// nil for an unsupported depth, interlacing, or a size beyond the limit.
    init?(_ payload: ArraySlice<UInt8>) {
      let bytes = Array(payload)
      guard bytes.count == 13, bytes[8] == 8, bytes[10] == 0, bytes[11] == 0, bytes[12] == 0
      else { return nil }
      width = PNGPicture.word(bytes, 0)
      height = PNGPicture.word(bytes, 4)
      switch bytes[9] {
      case 0: channels = 1
      case 2: channels = 3
      case 3: channels = 1
      case 4: channels = 2
      case 6: channels = 4
      default: return nil
      }
      hasPalette = bytes[9] == 3
      isGrey = bytes[9] == 0 || bytes[9] == 4
      guard 1...32_767 ~= width, 1...32_767 ~= height, width * height * 4 <= PNGPicture.sizeLimit
      else { return nil }
    }
  }

  /// nil if `file` is not a supported PNG, is truncated, or has a wrong checksum.
  public init?(_ file: [UInt8]) {
    guard file.starts(with: [137, 80, 78, 71, 13, 10, 26, 10]) else { return nil }
    var texts: [PNGMetadata.Text] = []
    var header: Header?
    var palette: [UInt8] = []
    var data: [UInt8] = []
    var scale: Int?
    var place = 8
    var isEnded = false
    while place < file.count, !isEnded {
      guard place + 12 <= file.count else { return nil }
      let length = Self.word(file, place)
      let end = place + 8 + length
      guard end + 4 <= file.count else { return nil }
      let checksum = file.withUnsafeBytes {
        CRC32.extended(0, by: UnsafeRawBufferPointer(rebasing: $0[place + 4..<end]))
      }
      guard Self.word(file, end) == Int(checksum) else { return nil }
      let payload = file[place + 8..<end]
      switch String(decoding: file[place + 4..<place + 8], as: UTF8.self) {
      case "IHDR": header = Header(payload)
      case "PLTE": palette = Array(payload)
      case "IDAT": data += payload
      case "pHYs" where length == 9: scale = Self.scale(perMetre: Self.word(file, place + 8))
      case "iTXt": if let text = Self.text(payload) { texts.append(text) }
      case "IEND": isEnded = true
      default: break
      }
      place = end + 4
    }
    guard isEnded, let header else { return nil }
    self.texts = texts
    self.scale = scale
    goesOn = place < file.count
    self.header = header
    self.palette = palette
    self.data = data
  }

  /// The text of the first chunk with `keyword`.
  public func text(_ keyword: String) -> String? {
    texts.first { $0.keyword.utf8.elementsEqual(keyword.utf8) }?.text
  }

  /// SHA-256 of the RGB rows in order; nil if they cannot be decoded.
  public func pixelHash() -> [UInt8]? {
    let length = header.width * header.channels
    let size = (length + 1) * header.height
    guard let rows = try? Deflate.inflate(zlib: data, limit: size, path: ""), rows.count == size
    else { return nil }
    var hash = SHA256()
    var above = [UInt8](repeating: 0, count: length)
    for y in 0..<header.height {
      let start = y * (length + 1)
      var row = Array(rows[start + 1..<start + 1 + length])
      guard Self.unfilter(&row, above: above, filter: rows[start], step: header.channels),
        let colors = colors(row)
      else { return nil }
      hash.update(colors)
      above = row
    }
    return hash.finish()
  }

  // MARK: Rows

  /// Reverses a filter of ISO 15948, section 9; false for an unknown one.
  private static func unfilter(
    _ row: inout [UInt8], above: [UInt8], filter: UInt8, step: Int
  ) -> Bool {
    guard filter <= 4 else { return false }
    for x in row.indices where filter != 0 {
      let left = x < step ? 0 : row[x - step]
      let corner = x < step ? 0 : above[x - step]
      let prediction: UInt8 =
        switch filter {
        case 1: left
        case 2: above[x]
        case 3: UInt8((Int(left) + Int(above[x])) / 2)
        default: paeth(left, above[x], corner)
        }
      row[x] &+= prediction
    }
    return true
  }

  private static func paeth(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
    let estimate = Int(left) + Int(above) - Int(corner)
    let (a, b, c) = (
      abs(estimate - Int(left)), abs(estimate - Int(above)), abs(estimate - Int(corner))
    )
    if a <= b && a <= c { return left }
    return b <= c ? above : corner
  }

  /// RGB bytes of a row; ignores transparency. nil if an index is outside the palette.
  private func colors(_ row: [UInt8]) -> [UInt8]? {
    if header.channels == 3 { return row }
    var colors: [UInt8] = []
    colors.reserveCapacity(header.width * 3)
    for x in 0..<header.width {
      let start = x * header.channels
      if header.hasPalette {
        let entry = Int(row[start]) * 3
        guard entry + 3 <= palette.count else { return nil }
        colors += palette[entry..<entry + 3]
      } else if header.isGrey {
        colors += [row[start], row[start], row[start]]
      } else {
        colors += row[start..<start + 3]
      }
    }
    return colors
  }

  // MARK: Chunks

  /// Keyword, two zero bytes (not compressed), language, translated keyword, text.
  private static func text(_ payload: ArraySlice<UInt8>) -> PNGMetadata.Text? {
    guard let end = payload.firstIndex(of: 0), end + 2 < payload.endIndex, payload[end + 1] == 0
    else { return nil }
    let parts = payload[(end + 3)...].split(
      separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let keyword = String(validating: payload[..<end], as: UTF8.self),
      let language = String(validating: parts[0], as: UTF8.self),
      let text = String(validating: parts[2], as: UTF8.self)
    else { return nil }
    return PNGMetadata.Text(keyword, text, language: language)
  }

  private static func scale(perMetre: Int) -> Int {
    Int((Double(perMetre) * 0.0254 / 96).rounded())
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
