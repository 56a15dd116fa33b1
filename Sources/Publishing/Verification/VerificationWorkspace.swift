import Archives
import Glibc

/// A temporary folder for reproducing a report.
public final class VerificationWorkspace {
  /// Upper limit for the size of a data file or another file of a notebook, in bytes.
  public static let sizeLimit = 256 << 20
  /// Maximum number of files in a notebook's folder.
  private static let countLimit = 2_000

  private let path: String
  /// The folder of the reproduced report.
  public var report: String { "\(path)/report" }

  public init() throws(OutputError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/cuaderno-verify-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotCreate(path: parent, code: errno) }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { FileTree.remove(path) }

  /// Copies the results that the report was compared with, so that the same changes are listed.
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

  /// Copies a notebook's folder with other bytes in the file `name`.
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
