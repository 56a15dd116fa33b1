/// Reads the central directory (APPNOTE.TXT 4.3.12) and the places of the entries' bytes.
///
/// Hand-made because libzip hides what matters here: entries that overlap, the fault of each entry, and
/// bounds before anything is inflated. A damaged directory is an error; what is wrong with one entry stands in that entry.
struct ZipDirectoryReader {
  let source: any ZipSource
  let path: String

  private static let endSignature = 0x0605_4b50
  private static let entrySignature = 0x0201_4b50
  private static let localSignature = 0x0403_4b50
  /// Of a directory: what 65,534 entries with names of a kilobyte take.
  private static let directoryLimit = 64 << 20

  func entries(entryLimit: Int) throws(ArchiveError) -> [ZipEntry] {
    let end = try endRecord()
    let count = end.record.littleEndian(at: 10, size: 2)
    let size = end.record.littleEndian(at: 12, size: 4)
    let start = end.record.littleEndian(at: 16, size: 4)
    guard end.record.littleEndian(at: 4, size: 2) == 0,
      end.record.littleEndian(at: 6, size: 2) == 0,
      end.record.littleEndian(at: 8, size: 2) == count, count != 0xffff, size != 0xffff_ffff,
      start != 0xffff_ffff, size <= Self.directoryLimit
    else { throw ArchiveError(path, .unsupportedZip) }
    guard count <= entryLimit else {
      throw ArchiveError(path, .tooManyEntries(found: count, limit: entryLimit))
    }
    guard start + size <= end.position, let directory = source.bytes(start..<start + size) else {
      throw ArchiveError(path, .notZip)
    }
    var position = 0
    var found: [ZipEntry] = []
    for _ in 0..<count { found.append(try entry(directory, &position, dataBefore: start)) }
    return marked(found)
  }

  /// The last end record of the file; a comment of up to 65,535 bytes may follow it.
  private func endRecord() throws(ArchiveError) -> (position: Int, record: [UInt8]) {
    let earliest = max(0, source.count - 22 - 0xffff)
    guard source.count >= 22, let tail = source.bytes(earliest..<source.count) else {
      throw ArchiveError(path, .notZip)
    }
    for position in stride(from: tail.count - 22, through: 0, by: -1)
    where tail.littleEndian(at: position, size: 4) == Self.endSignature
      && position + 22 + tail.littleEndian(at: position + 20, size: 2) == tail.count
    {
      return (earliest + position, Array(tail[position..<position + 22]))
    }
    throw ArchiveError(path, .notZip)
  }

  private func entry(
    _ directory: [UInt8], _ position: inout Int, dataBefore end: Int
  ) throws(ArchiveError) -> ZipEntry {
    func number(_ offset: Int, _ size: Int) -> Int {
      directory.littleEndian(at: position + offset, size: size)
    }
    guard position + 46 <= directory.count, number(0, 4) == Self.entrySignature else {
      throw ArchiveError(path, .notZip)
    }
    let nameStart = position + 46
    let nameEnd = nameStart + number(28, 2)
    let next = nameEnd + number(30, 2) + number(32, 2)
    guard next <= directory.count else { throw ArchiveError(path, .notZip) }
    let nameBytes = directory[nameStart..<nameEnd]
    let name = String(decoding: nameBytes, as: UTF8.self)
    let method = number(10, 2)
    let (compressedSize, size) = (number(20, 4), number(24, 4))
    var fault: ArchiveFault?
    var data = 0
    do throws(ArchiveFault) {
      try checkName(name, nameBytes)
      // Bit 0: encrypted; bit 6: strongly; bit 13: the directory itself is.
      guard number(8, 2) & 0x2041 == 0 else { throw .encryptedEntry(name) }
      guard method == 0 || method == 8 else {
        throw .unsupportedMethod(entry: name, method: method)
      }
      guard compressedSize != 0xffff_ffff, size != 0xffff_ffff, number(42, 4) != 0xffff_ffff else {
        throw .unsupportedZip
      }
      data = try dataStart(local: number(42, 4), name: nameBytes, entry: name)
      guard data + compressedSize <= end, method == 8 || compressedSize == size else {
        throw .corruptEntry(name)
      }
    } catch {
      fault = error
    }
    let checksum = number(16, 4)
    position = next
    return ZipEntry(
      name: name, size: size, fault: fault, checksum: checksum, isDeflated: method == 8,
      compressed: fault == nil ? data..<data + compressedSize : 0..<0)
  }

  /// Where the bytes of an entry start. Sizes in the local header are not looked at: writers that
  /// stream leave them out or put them in a ZIP64 field.
  private func dataStart(
    local: Int, name: ArraySlice<UInt8>, entry: String
  ) throws(ArchiveFault) -> Int {
    let nameEnd = local + 30 + name.count
    guard nameEnd <= source.count, let header = source.bytes(local..<nameEnd),
      header.littleEndian(at: 0, size: 4) == Self.localSignature,
      header.littleEndian(at: 26, size: 2) == name.count, header[30...] == name
    else { throw .corruptEntry(entry) }
    return nameEnd + header.littleEndian(at: 28, size: 2)
  }

  private func checkName(_ name: String, _ utf8: ArraySlice<UInt8>) throws(ArchiveFault) {
    let parts = utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe =
      !utf8.isEmpty && utf8.first != UInt8(ascii: "/") && !utf8.contains(UInt8(ascii: "\\"))
      && !utf8.contains(UInt8(ascii: ":")) && !utf8.contains { $0 < 32 }
      && !parts.contains { $0.elementsEqual("..".utf8) }
    guard isSafe else { throw .unsafeName(name) }
  }

  /// No name twice, and no byte in two entries: overlapping entries are how small bombs are made.
  private func marked(_ entries: [ZipEntry]) -> [ZipEntry] {
    var entries = entries
    let byName = entries.indices.sorted {
      Array(entries[$0].name.utf8).lexicographicallyPrecedes(Array(entries[$1].name.utf8))
    }
    for (one, other) in zip(byName, byName.dropFirst())
    where entries[one].name.utf8.elementsEqual(entries[other].name.utf8) {
      for index in [one, other] where entries[index].fault == nil {
        entries[index].fault = .duplicateEntry(entries[index].name)
      }
    }
    let byPlace = entries.indices.filter { entries[$0].fault == nil }.sorted {
      let (left, right) = (entries[$0].compressed, entries[$1].compressed)
      return (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
    }
    // The entry that reaches farthest so far.
    var farthest: Int?
    for index in byPlace {
      if let reach = farthest,
        entries[reach].compressed.upperBound > entries[index].compressed.lowerBound
      {
        entries[index].fault = .corruptEntry(entries[index].name)
      }
      if farthest.map({ entries[$0].compressed.upperBound < entries[index].compressed.upperBound })
        ?? true
      {
        farthest = index
      }
    }
    return entries
  }
}
