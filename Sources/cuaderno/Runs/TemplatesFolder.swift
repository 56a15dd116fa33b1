import Archives
import Glibc

/// Finds the folder of templates, message catalogues and bundled notebooks.
enum TemplatesFolder {
  /// A templates folder is recognised by this subfolder.
  private static let mark = "report"

  /// Searches the executable's folder and its parents for `templates/report` or the layout of `make
  /// install`. The path of the build machine is not compiled in.
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

  /// The folder whose catalogues the program speaks with: its own, otherwise that of `--templates`. It
  /// is found before the command line is parsed, because the parser's messages come from it too.
  static let spoken: String? = {
    if let own { return own }
    let words = CommandLine.arguments
    let named = words.indices.lazy.compactMap { index -> String? in
      if words[index] == "--templates" { return words.dropFirst(index + 1).first }
      guard words[index].hasPrefix("--templates=") else { return nil }
      return String(words[index].dropFirst("--templates=".count))
    }
    return named.first { Files.isFolder("\($0)/\(mark)") }
  }()

  /// The folder given with `--templates`, or the program's own.
  static func find(_ asked: String?) throws(CommandError) -> String {
    guard let asked else {
      guard let own else { throw .noTemplates }
      return own
    }
    guard Files.isFolder("\(asked)/\(mark)") else { throw .notTemplates(path: asked) }
    return asked
  }

  /// The original templates that a copy is compared with; nil if `folder` is the original.
  static func originals(of folder: String) -> String? {
    own == folder ? nil : own
  }
}
