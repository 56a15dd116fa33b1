import Archives
import Glibc

/// Where templates, message catalogues and bundled notebooks are.
enum TemplatesFolder {
  /// What the folder is told by.
  private static let mark = "report"

  /// Walks up from the executable to a folder that holds `templates/report`, or what `make install`
  /// puts there. No path of the machine that built the program is in it.
  static let own: String? = {
    guard var folder = Files.resolved("/proc/self/exe") else { return nil }
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = String(folder[..<slash])
      for name in ["templates", "share/cuaderno/templates"] {
        let candidate = "\(folder)/\(name)"
        if Files.isFolder("\(candidate)/\(mark)") { return candidate }
      }
    }
    return nil
  }()

  /// The folder asked for, else our own.
  static func find(_ asked: String?) throws(CommandError) -> String {
    guard let asked else {
      guard let own else { throw .noTemplates }
      return own
    }
    guard Files.isFolder("\(asked)/\(mark)") else { throw .notTemplates(path: asked) }
    return asked
  }

  /// What a folder is a copy of: its phrases are compared. nil for our own.
  static func originals(of folder: String) -> String? {
    own == folder ? nil : own
  }
}
