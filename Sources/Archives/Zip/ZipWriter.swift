/// Writes zip archives whose bytes depend on the names and contents alone: stored, in the order
/// given, every date 1980-01-01 00:00.
public struct ZipWriter: Sendable {
  /// Those that `take` has not given away.
  private var bytes: [UInt8] = []
  /// How many it has.
  private var taken = 0
  private var directory: [UInt8] = []
  private var count = 0

  public init() {}

  /// The archive of `entries` in their order.
  public static func archive(_ entries: [(name: String, contents: [UInt8])]) -> [UInt8] {
    var writer = ZipWriter()
    for entry in entries { writer.add(entry.name, entry.contents) }
    return writer.finish()
  }

  public mutating func add(_ name: String, _ contents: [UInt8]) {
    let offset = taken + bytes.count
    precondition(offset + contents.count < 1 << 31, "a zip archive of 2 GiB needs ZIP64")
    precondition(count < 0xfffe, "a zip archive of 65,535 entries needs ZIP64")
    let common = commonFields(name, contents)
    bytes.append(littleEndian: 0x0403_4b50, size: 4)
    bytes += common
    bytes += Array(name.utf8) + contents
    directory.append(littleEndian: 0x0201_4b50, size: 4)
    directory.append(littleEndian: 20, size: 2)
    directory += common
    // Comment length, volume, internal and external attributes.
    directory.append(littleEndian: 0, size: 6)
    directory.append(littleEndian: 0, size: 4)
    directory.append(littleEndian: offset, size: 4)
    directory += Array(name.utf8)
    count += 1
  }

  /// The archive's bytes since the last time: an archive written piece by piece is never held whole.
  public mutating func take() -> [UInt8] {
    defer {
      taken += bytes.count
      bytes = []
    }
    return bytes
  }

  /// The archive to its end, from what was taken on.
  public func finish() -> [UInt8] {
    var end: [UInt8] = []
    end.append(littleEndian: 0x0605_4b50, size: 4)
    end.append(littleEndian: 0, size: 4)
    end.append(littleEndian: count, size: 2)
    end.append(littleEndian: count, size: 2)
    end.append(littleEndian: directory.count, size: 4)
    end.append(littleEndian: taken + bytes.count, size: 4)
    end.append(littleEndian: 0, size: 2)
    return bytes + directory + end
  }

  /// From "version needed" to the length of the extra field: the same in both headers.
  private func commonFields(_ name: String, _ contents: [UInt8]) -> [UInt8] {
    let isPlain = name.utf8.allSatisfy { $0 < 128 }
    var fields: [UInt8] = []
    fields.append(littleEndian: 20, size: 2)
    // Bit 11 says that the name is UTF-8.
    fields.append(littleEndian: isPlain ? 0 : 1 << 11, size: 2)
    fields.append(littleEndian: 0, size: 2)
    fields.append(littleEndian: 0, size: 2)
    fields.append(littleEndian: 1 << 5 | 1, size: 2)
    fields.append(littleEndian: Int(CRC32.checksum(contents)), size: 4)
    fields.append(littleEndian: contents.count, size: 4)
    fields.append(littleEndian: contents.count, size: 4)
    fields.append(littleEndian: name.utf8.count, size: 2)
    fields.append(littleEndian: 0, size: 2)
    return fields
  }
}
