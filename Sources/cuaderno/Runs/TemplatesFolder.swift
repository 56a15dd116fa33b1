import Archives
import Glibc

/// Finds the folder of templates, message catalogues and bundled notebooks.
enum TemplatesFolder {
  /// A templates folder is recognised by this subfolder.
  private static let mark = "report"

  /// Searches the executable's folder and its parents for `templates/report` or the layout of `make
  /// install`. The path of the build machine is not compiled in.
  static let own: String? = {
    guard var folder = Files.resolved(Executable.path) else { return nil }
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = String(folder[..<slash])
      for name in ["templates", "share/cuaderno/templates"] {
        let candidate = "\(folder)/\(name)"
        if Files.isFolder("\(candidate)/\(mark)") { return candidate }
      }
    }
    return nil
  }()

  /// Where the words for messages are: our own folder, else the one that `--templates` names.
  static let ofMessages: String? =
    own
    ?? {
      let arguments = CommandLine.arguments
      guard let place = arguments.firstIndex(of: "--templates"), place + 1 < arguments.count else {
        return arguments.first { $0.hasPrefix("--templates=") }
          .map { String($0.dropFirst("--templates=".count)) }
      }
      return arguments[place + 1]
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

  /// The original templates that a copy is compared with; nil if `folder` is the original.
  static func originals(of folder: String) -> String? {
    own == folder ? nil : own
  }
}
