/// Reads what `PackedWriter` writes; nil for anything else, however it is damaged.
struct PackedReader {
  /// Results nest less than a dozen levels.
  private static let depthLimit = 64
  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  static func value(_ bytes: [UInt8]) -> PackedValue? {
    var reader = PackedReader(bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    return reader.position == bytes.count ? value : nil
  }

  private mutating func value(depth: Int) -> PackedValue? {
    guard depth < Self.depthLimit, position < bytes.count,
      let tag = PackedValue.Tag(rawValue: bytes[position])
    else { return nil }
    position += 1
    switch tag {
    case .null: return .null
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .integer: return word().map { .integer(Int64(bitPattern: $0)) }
    case .unsigned: return word().map { .unsigned($0) }
    case .double: return word().map { .double(Double(bitPattern: $0)) }
    case .float: return word().map { .float(Float(bitPattern: UInt32(truncatingIfNeeded: $0))) }
    case .text: return text().map { .text($0) }
    case .bytes: return elements(UInt8.self).map { .bytes($0) }
    case .integers: return elements(Int.self).map { .integers($0) }
    case .doubles: return elements(Double.self).map { .doubles($0) }
    case .floats: return elements(Float.self).map { .floats($0) }
    case .list: return list(depth: depth)
    case .record: return record(depth: depth)
    }
  }

  private mutating func list(depth: Int) -> PackedValue? {
    guard let count = count(of: 1) else { return nil }
    var values: [PackedValue] = []
    for _ in 0..<count {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    }
    return .list(values)
  }

  private mutating func record(depth: Int) -> PackedValue? {
    guard let count = count(of: 1) else { return nil }
    var members: [PackedValue.Member] = []
    for _ in 0..<count {
      guard let name = text(), let value = value(depth: depth + 1) else { return nil }
      members.append(PackedValue.Member(name: name, value: value))
    }
    return .record(members)
  }

  private mutating func word() -> UInt64? {
    guard bytes.count - position >= 8 else { return nil }
    let word = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    }
    position += 8
    return UInt64(littleEndian: word)
  }

  /// A count of elements of `size` bytes that are still there.
  private mutating func count(of size: Int) -> Int? {
    guard let word = word(), word <= UInt64((bytes.count - position) / size) else { return nil }
    return Int(word)
  }

  private mutating func text() -> String? {
    guard let count = count(of: 1) else { return nil }
    defer { position += count }
    return String(validating: bytes[position..<position + count], as: UTF8.self)
  }

  private mutating func elements<Element: BitwiseCopyable>(_ type: Element.Type) -> [Element]? {
    let size = MemoryLayout<Element>.stride
    guard let count = count(of: size) else { return nil }
    let start = position
    position += count * size
    return [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyBytes(from: $0[start..<start + count * size])
      }
      initialized = count
    }
  }
}
