import Archives
import Publishing

/// Finds a notebook by what was typed: a folder, or the name of one that comes with the program.
enum BundledNotebooks {
  static func folder(of name: String, templates: String) throws(CommandError) -> String {
    if isNotebook(name) { return name }
    let bundled = "\(templates)/notebooks/\(name)"
    // Only a plain name: nobody is to walk out of the folder through it.
    if !name.utf8.contains(UInt8(ascii: "/")), isNotebook(bundled) { return bundled }
    throw .unknownNotebook(name: name, bundled: names(templates: templates))
  }

  /// The names of the bundled notebooks, sorted.
  static func names(templates: String) -> [String] {
    let names = (try? FileTree.names(in: "\(templates)/notebooks")) ?? []
    return names.filter { isNotebook("\(templates)/notebooks/\($0)") }
  }

  private static func isNotebook(_ folder: String) -> Bool {
    Files.isFile("\(folder)/notebook.yaml")
  }
}
