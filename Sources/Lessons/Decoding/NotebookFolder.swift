import Archives

/// Paths of a notebook's folder.
package enum NotebookFolder {
  package static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty || folder == "." { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// Why a path of notebook.yaml is refused: it must name a regular file inside the folder, also
  /// once every symbolic link is followed.
  static func problem(with path: String, in folder: String) -> NotebookProblem? {
    guard !path.hasPrefix("/") else { return .absolutePath(path) }
    guard staysInside(path) else { return .pathLeavesFolder(path) }
    let joined = join(folder, path)
    guard let root = Files.resolved(folder.isEmpty ? "." : folder),
      let target = Files.resolved(joined)
    else { return .fileMissing(path) }
    if target.utf8.elementsEqual(root.utf8) { return .notAFile(path) }
    let prefix = root.utf8.last == UInt8(ascii: "/") ? root : root + "/"
    guard target.utf8.starts(with: prefix.utf8) else { return .pathLeavesFolder(path) }
    return Files.isFile(joined) ? nil : .notAFile(path)
  }

  /// Whether `..` never climbs above the start.
  private static func staysInside(_ path: String) -> Bool {
    var depth = 0
    for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      depth += part.elementsEqual("..".utf8) ? -1 : 1
      if depth < 0 { return false }
    }
    return true
  }
}
