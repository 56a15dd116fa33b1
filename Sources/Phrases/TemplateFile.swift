import Archives

/// Reads template files up to a size limit.
package enum TemplateFile {
  /// Bytes of a template, style sheet or script.
  package static let sizeLimit = 1 << 20

  package static func read(_ path: String, limit: Int) throws(TemplateError) -> [UInt8] {
    do {
      return try Files.read(path, limit: limit)
    } catch {
      switch error.fault {
      case .notFound: throw .missing(path: path)
      case .tooLarge: throw .tooLarge(path: path, limit: limit)
      default: throw .unreadable(path: path)
      }
    }
  }
}
