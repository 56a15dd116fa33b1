import Archives
import Glibc
import Publishing

/// The hidden folder beside the output in which finished students wait until all are: what makes an
/// interrupted build go on where it was. Only its owner can look into it.
struct WorkFolder {
  let path: String

  private static let recordName = "record.json"
  private static let sizeLimit = 16 << 20

  /// Beside the output.
  init(target: ReportTarget) {
    let parent = FileTree.parent(of: target.path) ?? "/"
    path = "\(parent == "/" ? "" : parent)/.\(FileTree.name(of: target.path)).unfinished"
  }

  init(path: String) {
    self.path = path
  }

  /// Makes the folder where it is not there yet.
  func make() throws(OutputError) {
    do throws(FileTree.SystemError) {
      try FileTree.createFolder(path)
    } catch {
      throw .cannotCreate(path: path, code: error.code)
    }
    chmod(path, 0o700)
  }

  func remove() { FileTree.remove(path) }

  // MARK: Students

  /// Puts a student's files aside and then in place in one step.
  func store(_ made: StudentWork.Made) throws {
    let aside = "\(path)/.new-\(getpid())"
    FileTree.remove(aside)
    do throws(FileTree.SystemError) {
      try FileTree.createFolder(aside)
      for file in made.files { try FileTree.write("\(aside)/\(file.name)", file.bytes) }
      try FileTree.write("\(aside)/\(Self.recordName)", JSONWriter.bytes(made.record.json))
    } catch {
      throw OutputError.failed(path: path, code: error.code)
    }
    let folder = folder(of: made.record.id)
    FileTree.remove(folder)
    guard rename(aside, folder) == 0 else {
      throw OutputError.failed(path: path, code: errno)
    }
  }

  /// What is known of a finished student; nil for none.
  func record(of id: String) -> StudentRecord? {
    guard
      let bytes = try? Files.read("\(folder(of: id))/\(Self.recordName)", limit: Self.sizeLimit),
      let json = JSONReader.value(bytes)
    else { return nil }
    return StudentRecord(json)
  }

  func folder(of id: String) -> String { "\(path)/\(id)" }

  // MARK: Logs

  static func append(_ line: String, to log: String) {
    let descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(line.utf8)
    _ = write(descriptor, bytes, bytes.count)
  }
}
