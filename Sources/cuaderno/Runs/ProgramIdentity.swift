import Archives
import Glibc
import Publishing

/// Identifies this build of the program, so that cached results are never reused by another build:
/// the version and the linker's build id, or else the hash of the executable.
enum ProgramIdentity {
  static let current: String = {
    let path = Executable.path
    let build = buildID(of: head(of: path))
    let whole = build ?? (try? Files.read(path, limit: 1 << 30)).map { SHA256.hash($0) }
    return "\(Program.version) \((whole ?? []).hexadecimal)"
  }()

  /// The start of the file, which holds the program headers and the notes right after them.
  private static func head(of path: String) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return Array(bytes.prefix(max(0, count)))
  }

  /// The content of the note `GNU` of type 3 in a 64-bit little-endian ELF file.
  static func buildID(of bytes: [UInt8]) -> [UInt8]? {
    func number(_ position: Int, _ size: Int) -> Int? {
      guard position >= 0, position + size <= bytes.count else { return nil }
      return (0..<size).reversed().reduce(0) { $0 << 8 | Int(bytes[position + $1]) }
    }
    let notes = 4
    guard bytes.starts(with: [0x7F] + Array("ELF".utf8) + [2, 1]),
      let table = number(32, 6), let size = number(54, 2), let count = number(56, 2)
    else { return nil }
    for header in 0..<count where number(table + header * size, 4) == notes {
      guard var position = number(table + header * size + 8, 6),
        let length = number(table + header * size + 32, 6)
      else { continue }
      let end = position + length
      while position < end, let name = number(position, 4), let content = number(position + 4, 4),
        let type = number(position + 8, 4)
      {
        let start = position + 12 + (name + 3) / 4 * 4
        guard start + content <= bytes.count else { break }
        if type == 3, bytes[(position + 12)...].starts(with: Array("GNU\0".utf8)) {
          return Array(bytes[start..<start + content])
        }
        position = start + (content + 3) / 4 * 4
      }
    }
    return nil
  }
}
