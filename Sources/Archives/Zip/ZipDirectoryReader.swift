/// Reads the central directory (APPNOTE.TXT 4.3.12) and the places of the entries' bytes.
struct ZipDirectoryReader {
  let bytes: [UInt8]
  let path: String

  private static let endSignature = 0x0605_4b50
  private static let entrySignature = 0x0201_4b50
  private static let localSignature = 0x0403_4b50

  mutating func entries(
    entryLimit: Int, sizeLimit: Int
  ) throws(ArchiveError) -> [ZipArchive.Entry] {
    let end = try endRecord()
    let count = number(end + 10, 2)
    let size = number(end + 12, 4)
    let start = number(end + 16, 4)
    guard number(end + 4, 2) == 0, number(end + 6, 2) == 0, number(end + 8, 2) == count,
      count != 0xffff, size != 0xffff_ffff, start != 0xffff_ffff
    else { throw ArchiveError(path, .unsupportedZip) }
    guard count <= entryLimit else {
      throw ArchiveError(path, .tooManyEntries(found: count, limit: entryLimit))
    }
    guard start + size <= end else { throw ArchiveError(path, .notZip) }
    var position = start
    var total = 0
    var found: [ZipArchive.Entry] = []
    for _ in 0..<count {
      let entry = try entry(at: &position, before: start + size, dataBefore: start)
      total += entry.size
      guard total <= sizeLimit else { throw ArchiveError(path, .tooLarge(limit: sizeLimit)) }
      found.append(entry)
    }
    try checkDistinct(found)
    return found
  }

  /// The last end record of the file; a comment of up to 65,535 bytes may follow it.
  private func endRecord() throws(ArchiveError) -> Int {
    var position = bytes.count - 22
    let earliest = max(0, bytes.count - 22 - 0xffff)
    while position >= earliest {
      if number(position, 4) == Self.endSignature,
        position + 22 + number(position + 20, 2) == bytes.count
      {
        return position
      }
      position -= 1
    }
    throw ArchiveError(path, .notZip)
  }

  private func entry(
    at position: inout Int, before end: Int, dataBefore directory: Int
  ) throws(ArchiveError) -> ZipArchive.Entry {
    guard position + 46 <= end, number(position, 4) == Self.entrySignature else {
      throw ArchiveError(path, .notZip)
    }
    let nameStart = position + 46
    let nameEnd = nameStart + number(position + 28, 2)
    let next = nameEnd + number(position + 30, 2) + number(position + 32, 2)
    guard next <= end else { throw ArchiveError(path, .notZip) }
    let nameBytes = bytes[nameStart..<nameEnd]
    let name = String(decoding: nameBytes, as: UTF8.self)
    try checkName(name, nameBytes)
    let flags = number(position + 8, 2)
    let method = number(position + 10, 2)
    let compressedSize = number(position + 20, 4)
    let size = number(position + 24, 4)
    let local = number(position + 42, 4)
    // Bit 0: encrypted; bit 6: strongly; bit 13: the directory itself is.
    guard flags & 0x2041 == 0 else { throw ArchiveError(path, .encryptedEntry(name)) }
    guard method == 0 || method == 8 else {
      throw ArchiveError(path, .unsupportedMethod(entry: name, method: method))
    }
    guard compressedSize != 0xffff_ffff, size != 0xffff_ffff, local != 0xffff_ffff else {
      throw ArchiveError(path, .unsupportedZip)
    }
    let data = try dataStart(local: local, name: nameBytes, entry: name)
    guard data + compressedSize <= directory, method == 8 || compressedSize == size else {
      throw ArchiveError(path, .corruptEntry(name))
    }
    let checksum = number(position + 16, 4)
    position = next
    return ZipArchive.Entry(
      name: name, size: size, checksum: checksum, isDeflated: method == 8,
      compressed: data..<data + compressedSize)
  }

  /// Where the bytes of an entry start. Sizes in the local header are not looked at: writers that
  /// stream leave them out or put them in a ZIP64 field.
  private func dataStart(
    local: Int, name: ArraySlice<UInt8>, entry: String
  ) throws(ArchiveError) -> Int {
    guard local + 30 <= bytes.count, number(local, 4) == Self.localSignature else {
      throw ArchiveError(path, .corruptEntry(entry))
    }
    let nameEnd = local + 30 + number(local + 26, 2)
    guard nameEnd <= bytes.count, bytes[local + 30..<nameEnd] == name else {
      throw ArchiveError(path, .corruptEntry(entry))
    }
    return nameEnd + number(local + 28, 2)
  }

  private func checkName(_ name: String, _ utf8: ArraySlice<UInt8>) throws(ArchiveError) {
    let parts = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe =
      !utf8.isEmpty && utf8.first != UInt8(ascii: "/") && !utf8.contains(UInt8(ascii: "\\"))
      && !utf8.contains(UInt8(ascii: ":")) && !utf8.contains { $0 < 32 }
      && !parts.contains { $0.elementsEqual("..".utf8) }
    guard isSafe else { throw ArchiveError(path, .unsafeName(name)) }
  }

  /// No name twice, and no byte in two entries: overlapping entries are how small bombs are made.
  private func checkDistinct(_ entries: [ZipArchive.Entry]) throws(ArchiveError) {
    let byName = entries.sorted {
      Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8))
    }
    for (one, other) in zip(byName, byName.dropFirst())
    where Array(one.name.utf8) == Array(other.name.utf8) {
      throw ArchiveError(path, .duplicateEntry(one.name))
    }
    let byPlace = entries.sorted {
      ($0.compressed.lowerBound, $0.compressed.upperBound)
        < ($1.compressed.lowerBound, $1.compressed.upperBound)
    }
    for (one, other) in zip(byPlace, byPlace.dropFirst())
    where one.compressed.upperBound > other.compressed.lowerBound {
      throw ArchiveError(path, .corruptEntry(other.name))
    }
  }

  private func number(_ position: Int, _ size: Int) -> Int {
    bytes.littleEndian(at: position, size: size)
  }
}
