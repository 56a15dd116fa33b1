import Glibc
import Publishing

/// A private temporary folder under TMPDIR or /tmp.
struct ScratchFolder {
  let path: String

  init() throws(BrowserError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/cuaderno-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw .cannotStart(path: parent, code: errno) }
    path = String(cString: made)
  }

  func remove() { FileTree.remove(path) }
}
