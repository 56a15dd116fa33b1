import Diagnostics
import Glibc
import Lessons
import Phrases

/// A notebook folder made for one test and removed after it.
final class NotebookFolderFixture {
  let path: String

  init(_ files: [(name: String, text: String)]) {
    var template = Array("/tmp/cuaderno-lessons-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&template))
    for file in files { write(file.name, Array(file.text.utf8)) }
  }

  convenience init(notebook: String, table: String = SampleNotebook.table) {
    self.init([("notebook.yaml", notebook), ("data.csv", table)])
  }

  func write(_ name: String, _ bytes: [UInt8]) {
    let folders = name.split(separator: "/").dropLast()
    for count in folders.indices {
      mkdir(path + "/" + folders[...count].joined(separator: "/"), 0o755)
    }
    let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    precondition(descriptor >= 0, "cannot write \(name)")
    bytes.withUnsafeBytes { buffer in
      precondition(Glibc.write(descriptor, buffer.baseAddress, buffer.count) == buffer.count)
    }
    close(descriptor)
  }

  /// A set of four IDX files whose images say nothing, with labels 0 to 9 in turn.
  func writeImages(_ name: String, side: Int = 28, train: Int, test: Int) {
    func word(_ value: Int) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    for (part, count) in [("train", train), ("t10k", test)] {
      let pixels = (0..<count * side * side).map { UInt8(truncatingIfNeeded: $0 * 7) }
      write(
        "\(name)/\(part)-images-idx3-ubyte",
        word(2051) + word(count) + word(side) + word(side) + pixels)
      write(
        "\(name)/\(part)-labels-idx1-ubyte",
        word(2049) + word(count) + (0..<count).map { UInt8($0 % 10) })
    }
  }

  func link(_ name: String, to target: String) {
    precondition(symlink(target, path + "/" + name) == 0, "cannot link \(name)")
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard name != ".", name != ".." else { continue }
        if unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  // MARK: What the program would say

  /// The lines of `PATH:LINE:COLUMN: sentence`, with paths relative to the folder; empty if it loads.
  func complaints(_ language: Language) -> [String] {
    do {
      _ = try Notebook.load(folder: path)
      return []
    } catch {
      return Self.lines(error, language, relativeTo: path)
    }
  }

  func preparationComplaints(_ language: Language, isStrict: Bool = false) -> [String] {
    do {
      _ = try Notebook.load(folder: path).prepare(isStrict: isStrict)
      return []
    } catch {
      return Self.lines(error, language, relativeTo: path)
    }
  }

  func exitCode() -> ExitCode {
    do {
      _ = try Notebook.load(folder: path).prepare()
      return .done
    } catch {
      return error.errors[0].exitCode
    }
  }

  static func lines(
    _ errors: UserErrors, _ language: Language, relativeTo path: String
  ) -> [String] {
    let catalogue = Messages.catalogue(language)
    return errors.errors.map { error in
      let message = catalogue[error.message.key, error.message.arguments]
      let line = (error.place.map { "\($0): " } ?? "") + message
      return line.split(separator: path + "/").joined()
    }
  }
}

/// The message catalogues of the source tree.
enum Messages {
  static let root =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func catalogue(_ language: Language) -> PhraseCatalogue {
    language == .es ? spanish : english
  }

  private static let spanish = load(.es)
  private static let english = load(.en)

  private static func load(_ language: Language) -> PhraseCatalogue {
    do {
      return try PhraseCatalogue.load(
        templates: root + "/templates", folder: .messages, language: language)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
