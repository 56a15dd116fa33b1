import CLinux
import Diagnostics
import Glibc

/// The folder that the command was given in, as it was at the start: a report that is published there
/// takes its place, and the shell then stands in the one that is gone.
enum WorkingFolder {
  /// Absolute; nil where it is gone or its name is no text.
  static let path: String? = {
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return String(validatingCString: folder)
  }()

  /// Refuses names that are no UTF-8: what is made of them in a text is another name.
  static func check() throws(CommandError) {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let argument = CommandLine.unsafeArgv[index],
        String(validatingCString: argument) == nil
      else { continue }
      throw .nameNotUTF8(name: String(cString: argument))
    }
    guard path == nil else { return }
    if let folder = getcwd(nil, 0) {
      free(folder)
      throw .folderNotUTF8
    }
    if errno == ENOENT { throw .folderGone }
  }

  /// Whether another folder has taken its place since the start.
  static var isReplaced: Bool {
    guard let path else { return false }
    var (now, here) = (stat(), stat())
    return stat(path, &now) == 0 && stat(".", &here) == 0
      && (now.st_dev, now.st_ino) != (here.st_dev, here.st_ino)
  }
}
