import Archives
import Glibc

/// A folder in which a report is made again, gone when the verification is.
public final class VerificationWorkspace {
  /// Of a data file, and of any file of a notebook.
  public static let sizeLimit = 256 << 20
  /// Files of a notebook's folder; more are no notebook.
  private static let countLimit = 2_000

  private let path: String
  /// Where the report is to be made again.
  public var report: String { "\(path)/report" }

  public init() throws(OutputError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/cuaderno-verify-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotCreate(path: parent, code: errno) }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { FileTree.remove(path) }

  /// Puts what a report is compared with into its place, so that the same "what changed" comes out.
  public func recall(_ manifest: Manifest, of folder: String) throws(OutputError) {
    let name = Manifest.previousName
    guard let previous = try ReportTarget.read("\(folder)/\(name)") else { return }
    var bare = manifest
    bare.outputs = []
    do throws(FileTree.SystemError) {
      try FileTree.createFolder(report)
      try FileTree.write("\(report)/\(name)", previous)
      try FileTree.write("\(report)/\(Manifest.fileName)", JSONWriter.bytes(bare.json))
    } catch {
      throw .failed(path: report, code: error.code)
    }
  }

  /// A copy of a notebook's folder in which the file `name` has other bytes.
  public func copy(
    of notebook: String, replacing name: String, with bytes: [UInt8]
  ) throws -> String {
    let copy = "\(path)/notebook"
    let files: [String]
    do throws(FileTree.SystemError) {
      files = try FileTree.files(below: notebook)
    } catch {
      throw OutputError.failed(path: notebook, code: error.code)
    }
    guard files.count <= Self.countLimit else {
      throw OutputError.failed(path: notebook, code: EMFILE)
    }
    for file in files where Files.isFile("\(notebook)/\(file)") && file != name {
      try write(
        "\(copy)/\(file)", try Files.read("\(notebook)/\(file)", limit: Self.sizeLimit))
    }
    try write("\(copy)/\(name)", bytes)
    return copy
  }

  private func write(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    do throws(FileTree.SystemError) {
      if let folder = FileTree.parent(of: path) { try FileTree.createFolder(folder) }
      try FileTree.write(path, bytes)
    } catch {
      throw .failed(path: path, code: error.code)
    }
  }
}
