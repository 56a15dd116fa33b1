import Archives

/// One IDX file of bytes (LeCun's MNIST format): a big-endian magic number and sizes, then the data.
///
/// Sizes are checked against the limit before anything is allocated or inflated, and of a compressed
/// file no more than one byte past the announced size ever is.
struct IDXFile {
  /// 8 is "unsigned byte", the last digit how many dimensions there are.
  enum Kind: UInt32 {
    case labels = 0x0801
    case images = 0x0803
  }

  /// Of the data of one file: 5 times Fashion-MNIST's training images.
  static let sizeLimit = 256 << 20

  let dimensions: [Int]
  private let path: String
  private var source: IDXSource

  init(_ bytes: [UInt8], kind: Kind, path: String) throws(ImageError) {
    self.path = path
    source = try IDXSource(bytes, path: path)
    let size = kind == .images ? 16 : 8
    let header = try source.read(count: size)
    guard header.count >= 4 else { throw .data(path: path, .shortHeader) }
    let numbers = stride(from: 0, to: header.count / 4 * 4, by: 4).map { start in
      header[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    guard numbers[0] == kind.rawValue else {
      throw .data(path: path, .wrongMagic(found: numbers[0], expected: kind.rawValue))
    }
    guard header.count == size else { throw .data(path: path, .shortHeader) }
    dimensions = numbers.dropFirst().map(Int.init)
    try checkSize()
  }

  private func checkSize() throws(ImageError) {
    var total = 1
    for dimension in dimensions {
      guard dimension > 0 else { throw .data(path: path, .noImages) }
      let (product, overflow) = total.multipliedReportingOverflow(by: dimension)
      guard !overflow else {
        throw .data(path: path, .tooLarge(announced: nil, limit: Self.sizeLimit))
      }
      total = product
    }
    guard total <= Self.sizeLimit else {
      throw .data(path: path, .tooLarge(announced: total, limit: Self.sizeLimit))
    }
  }

  /// The data of the first `count` items. The rest is inflated and thrown away, so that a damaged
  /// file is refused however little of it is wanted.
  consuming func data(ofFirst count: Int) throws(ImageError) -> [UInt8] {
    let itemSize = dimensions.dropFirst().reduce(1, *)
    let announced = dimensions[0] * itemSize
    if let found = source.remaining, found != announced {
      throw .data(
        path: path,
        found < announced
          ? .truncated(announced: announced, found: found) : .trailingBytes(announced: announced))
    }
    let wanted = min(count, dimensions[0]) * itemSize
    let data = try source.read(count: wanted)
    var found = data.count
    while found < announced {
      let piece = try source.read(count: min(1 << 18, announced - found))
      guard !piece.isEmpty else {
        throw .data(path: path, .truncated(announced: announced, found: found))
      }
      found += piece.count
    }
    guard try source.read(count: 1).isEmpty else {
      throw .data(path: path, .trailingBytes(announced: announced))
    }
    return data
  }
}

/// Bytes read from the start on, inflated where they are gzip's.
private enum IDXSource {
  case plain([UInt8], position: Int)
  case gzip(GzipReader)

  init(_ bytes: [UInt8], path: String) throws(ImageError) {
    if path.hasSuffix(".gz") {
      do throws(ArchiveError) {
        self = .gzip(try GzipReader(bytes, path: path))
      } catch {
        throw .archive(error)
      }
    } else {
      self = .plain(bytes, position: 0)
    }
  }

  /// How much there is to come, where that can be known without reading it.
  var remaining: Int? {
    switch self {
    case .plain(let bytes, let position): bytes.count - position
    case .gzip: nil
    }
  }

  /// At most `count` bytes; fewer only at the end.
  mutating func read(count: Int) throws(ImageError) -> [UInt8] {
    switch self {
    case .plain(let bytes, let position):
      let end = min(position + count, bytes.count)
      self = .plain(bytes, position: end)
      return Array(bytes[position..<end])
    case .gzip(let reader):
      do throws(ArchiveError) {
        return try reader.read(count: count)
      } catch {
        throw .archive(error)
      }
    }
  }
}
