/// What the header of a `.npy` file says of the data after it.
struct NPYHeader {
  /// The element types that weights come in, by NumPy's name.
  enum ElementType: String {
    case float32 = "<f4"
    case float64 = "<f8"
    /// The counter that Keras keeps in a Normalization layer.
    case int64 = "<i8"

    var size: Int { self == .float32 ? 4 : 8 }

    /// The value that starts at a byte of `data`.
    func value(_ data: UnsafeRawBufferPointer, at offset: Int) -> Float {
      if self == .float32 {
        let bits = data.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return Float(bitPattern: UInt32(littleEndian: bits))
      }
      let bits = UInt64(littleEndian: data.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      return self == .float64
        ? Float(Double(bitPattern: bits)) : Float(Int64(bitPattern: bits))
    }
  }

  var type: ElementType
  var isFortran: Bool
  var shape: [Int]
}

extension NPYHeader {
  /// The three entries of the header's Python dictionary, in any order.
  struct Fields {
    var type = ""
    var isFortran = false
    var shape: [Int] = []

    /// nil where the text is not such a dictionary. A structured type gives `type` "[...]".
    init?(_ header: ArraySlice<UInt8>) {
      var scanner = PythonScanner(rest: header)
      var seen: [String] = []
      guard scanner.skip("{") else { return nil }
      while !scanner.skip("}") {
        guard let key = scanner.text(), !seen.contains(key), scanner.skip(":") else { return nil }
        seen.append(key)
        switch key {
        case "descr":
          if scanner.next == UInt8(ascii: "[") {
            type = "[...]"
            return
          }
          guard let value = scanner.text() else { return nil }
          type = value
        case "fortran_order":
          if scanner.skip("True") {
            isFortran = true
          } else if !scanner.skip("False") {
            return nil
          }
        case "shape":
          guard let value = scanner.tuple() else { return nil }
          shape = value
        default: return nil
        }
        guard scanner.skip(",") || scanner.next == UInt8(ascii: "}") else { return nil }
      }
      guard seen.count == 3, scanner.next == nil else { return nil }
    }
  }
}

/// Just enough of Python's literals for a `.npy` header.
private struct PythonScanner {
  var rest: ArraySlice<UInt8>

  /// The next byte that is no white space.
  var next: UInt8? {
    mutating get {
      rest = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      return rest.first
    }
  }

  mutating func skip(_ word: String) -> Bool {
    guard next != nil, rest.starts(with: word.utf8) else { return false }
    rest = rest.dropFirst(word.utf8.count)
    return true
  }

  mutating func text() -> String? {
    guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      return nil
    }
    guard let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
    let text = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    rest = rest[(end + 1)...]
    return text
  }

  /// At most 32 sizes, as in NumPy.
  mutating func tuple() -> [Int]? {
    guard skip("(") else { return nil }
    var sizes: [Int] = []
    while !skip(")") {
      _ = next
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let size = Int(String(decoding: digits, as: UTF8.self)), sizes.count < 32 else {
        return nil
      }
      sizes.append(size)
      rest = rest.dropFirst(digits.count)
      guard skip(",") || next == UInt8(ascii: ")") else { return nil }
    }
    return sizes
  }
}
