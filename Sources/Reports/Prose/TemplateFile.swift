import FoundationEssentials

/// Reads template files, bounded.
enum TemplateFile {
  static func read(_ path: String, limit: Int) throws(TemplateError) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    guard (size ?? 0) <= limit else { throw .tooLarge(path: path, limit: limit) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    return [UInt8](data)
  }
}
