/// The objects of a PDF with a classic cross-reference table, to be written with some of them changed.
struct ObjectTable {
  /// By number; number 0 is none.
  private var objects: [ArraySlice<UInt8>]
  private let trailer: String
  private(set) var root = 0

  /// Precondition: a file as Cairo writes it in version 1.4.
  init(_ file: [UInt8]) {
    let end = file.count
    let tail = String(decoding: file[max(0, end - 64)...], as: UTF8.self)
    let words = tail.split(whereSeparator: \.isWhitespace)
    guard let place = words.lastIndex(of: "startxref"), let start = Int(words[place + 1]),
      start < end
    else { preconditionFailure("no cross-reference table in \(end) bytes") }
    let table = String(decoding: file[start...], as: UTF8.self)
    let lines = table.split(separator: "\n")
    let count = Int(lines[1].split(separator: " ")[1])!
    let offsets = (0..<count).map { Int(lines[2 + $0].prefix(10))! }
    let sorted = offsets[1...].sorted() + [start]
    var next: [Int: Int] = [:]
    for (index, offset) in sorted.dropLast().enumerated() { next[offset] = sorted[index + 1] }
    objects = [[]] + (1..<count).map { file[offsets[$0]..<next[offsets[$0]]!] }
    trailer = lines[(2 + count)...].prefix { $0 != "startxref" }.joined(separator: "\n")
    root = Self.numbers(after: "/Root", in: trailer).first!
  }

  var count: Int { objects.count }

  func reference(after key: String, in object: Int) -> Int? {
    Self.numbers(after: key, in: text(object)).first
  }

  /// The objects of the list behind a key.
  func references(after key: String, in object: Int) -> [Int] {
    let numbers = Self.numbers(after: key, in: text(object))
    return stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
  }

  /// Whole numbers behind a key, up to what is none: `12 0 R` gives 12 and 0.
  private static func numbers(after key: String, in text: String) -> [Int] {
    guard let place = text.firstRange(of: "\(key) ") else { return [] }
    let words = text[place.upperBound...].split { $0.isWhitespace || $0 == "[" }
    return words.prefix { Int($0) != nil || $0 == "R" }.compactMap { Int($0) }
  }

  private func text(_ object: Int) -> String { String(decoding: objects[object], as: UTF8.self) }

  /// Changes what an object says. Precondition: it holds no stream.
  mutating func rewrite(_ object: Int, _ change: (String) -> String) {
    objects[object] = Array(change(text(object)).utf8)[...]
  }

  mutating func append(_ text: String) {
    objects.append(Array("\(objects.count) 0 obj\n\(text)\nendobj\n".utf8)[...])
  }

  func written(version: String) -> [UInt8] {
    // Four bytes beyond ASCII tell programs that copy files that this one is no text.
    var bytes = Array("%PDF-\(version)\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A]
    var table = "xref\n0 \(objects.count)\n0000000000 65535 f \n"
    for object in objects.dropFirst() {
      let offset = String(bytes.count)
      table += String(repeating: "0", count: 10 - offset.utf8.count) + offset + " 00000 n \n"
      bytes += object
    }
    let size = trailer.replacing("/Size \(trailerSize)", with: "/Size \(objects.count)")
    let start = bytes.count
    bytes += Array("\(table)\(size)\nstartxref\n\(start)\n%%EOF\n".utf8)
    return bytes
  }

  private var trailerSize: Int { Self.numbers(after: "/Size", in: trailer).first ?? 0 }
}
