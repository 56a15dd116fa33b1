/// NumPy's format of one array (numpy.lib.format, versions 1 to 3).
public enum NPY {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The bytes of a `.npy` file: little-endian Float32, C order, data from a multiple of 64 on.
  public static func write(_ array: NPYArray) -> [UInt8] {
    let sizes = array.shape.map(String.init).joined(separator: ", ")
    let shape = array.shape.count == 1 ? "(\(sizes),)" : "(\(sizes))"
    var header = Array("{'descr': '<f4', 'fortran_order': False, 'shape': \(shape), }".utf8)
    let unpadded = magic.count + 4 + header.count + 1
    header += [UInt8](repeating: UInt8(ascii: " "), count: (64 - unpadded % 64) % 64)
    header.append(UInt8(ascii: "\n"))
    var bytes = magic + [1, 0]
    bytes.append(littleEndian: header.count, size: 2)
    bytes += header
    bytes.reserveCapacity(bytes.count + array.values.count * 4)
    for value in array.values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  /// Reads a `.npy` file of finite Float32 or Float64, or of Int64 (the counter that Keras keeps in a
  /// Normalization layer), in C or Fortran order.
  public static func read(
    _ bytes: [UInt8], name: String, path: String
  ) throws(ArchiveError) -> NPYArray {
    let (header, start) = try readHeader(bytes, name: name, path: path)
    let size = header.type.size
    var count = 1
    for dimension in header.shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      guard !overflow, product <= Int.max / 8 else {
        throw ArchiveError(path, .notAnArray(entry: name))
      }
      count = product
    }
    guard bytes.count - start == count * size else {
      throw ArchiveError(
        path,
        .wrongArrayLength(entry: name, announced: count * size, found: bytes.count - start))
    }
    let stored = bytes.withUnsafeBytes { data in
      (0..<count).map { header.type.value(data, at: start + $0 * size) }
    }
    if let index = stored.firstIndex(where: { !$0.isFinite }) {
      throw ArchiveError(path, .notFinite(entry: name, index: index))
    }
    let values = header.isFortran ? rowMajor(stored, header.shape) : stored
    return NPYArray(name: name, shape: header.shape, values: values)
  }

  private static func readHeader(
    _ bytes: [UInt8], name: String, path: String
  ) throws(ArchiveError) -> (NPYHeader, start: Int) {
    let notAnArray = ArchiveError(path, .notAnArray(entry: name))
    guard bytes.count >= 12, bytes.starts(with: magic) else { throw notAnArray }
    let version = bytes[6]
    guard (1...3).contains(version) else { throw notAnArray }
    let sizeLength = version == 1 ? 2 : 4
    let start = 8 + sizeLength + bytes.littleEndian(at: 8, size: sizeLength)
    guard start <= bytes.count else { throw notAnArray }
    guard let fields = NPYHeader.Fields(bytes[8 + sizeLength..<start]) else { throw notAnArray }
    guard let type = NPYHeader.ElementType(rawValue: fields.type) else {
      throw ArchiveError(path, .unsupportedType(entry: name, type: fields.type))
    }
    return (
      NPYHeader(type: type, isFortran: fields.isFortran, shape: fields.shape), start
    )
  }

  /// The same array with the last index running fastest instead of the first.
  private static func rowMajor(_ values: [Float], _ shape: [Int]) -> [Float] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropFirst() { strides[axis] = strides[axis - 1] * shape[axis - 1] }
    var index = [Int](repeating: 0, count: shape.count)
    return values.indices.map { _ in
      let place = zip(index, strides).reduce(0) { $0 + $1.0 * $1.1 }
      for axis in shape.indices.reversed() {
        index[axis] += 1
        if index[axis] < shape[axis] { break }
        index[axis] = 0
      }
      return values[place]
    }
  }
}

/// A named array of Float32 in row-major order.
public struct NPYArray: Hashable, Sendable {
  public let name: String
  public let shape: [Int]
  public let values: [Float]

  public init(name: String, shape: [Int], values: [Float]) {
    precondition(
      shape.reduce(1, *) == values.count, "\(values.count) values are no array of shape \(shape)")
    self.name = name
    self.shape = shape
    self.values = values
  }
}

/// NumPy's format of several named arrays: a zip archive of `.npy` files.
public enum NPZ {
  public static let entryLimit = 64
  /// Of all arrays together, as announced by the archive's directory.
  public static let sizeLimit = 256 << 20

  /// The bytes of a `.npz` file that `numpy.load` opens; a function of the arrays alone.
  public static func write(_ arrays: [NPYArray]) -> [UInt8] {
    ZipWriter.archive(arrays.map { ($0.name + ".npy", NPY.write($0)) })
  }

  /// The arrays in the archive's order.
  public static func read(_ bytes: [UInt8], path: String) throws(ArchiveError) -> [NPYArray] {
    let archive = try ZipArchive(
      bytes, path: path, entryLimit: entryLimit, sizeLimit: sizeLimit)
    var arrays: [NPYArray] = []
    for entry in archive.entries {
      guard entry.name.hasSuffix(".npy") else {
        throw ArchiveError(path, .notAnArray(entry: entry.name))
      }
      let contents = try archive.contents(of: entry)
      let name = String(entry.name.dropLast(4))
      arrays.append(try NPY.read(contents, name: name, path: path))
    }
    return arrays
  }
}
