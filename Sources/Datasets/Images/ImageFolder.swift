import Archives
import Threads

/// A folder with MNIST's four IDX files, gzipped or not.
public enum ImageFolder {
  /// What was read, and the SHA-256 of each file as it is stored, in the order of `fileNames`.
  public struct Contents: Sendable {
    public let train: ImageSet
    public let test: ImageSet
    public let hashes: [(name: String, sha256: String)]
  }

  /// Training images and labels, then those of the test; each may end in `.gz`.
  public static let fileNames = [
    "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
  ]
  /// Of one file as it is stored.
  public static let fileSizeLimit = 260 << 20
  public static let systemFolder = "/usr/share/datasets"

  /// The first of these that is there: `name` beside the notebook, `name` in `dataFolder`,
  /// `dataFolder` itself where it holds one of the four files, `name` in the system's folder.
  public static func locate(
    name: String, beside notebook: String, dataFolder: String?, system: String = systemFolder
  ) -> String? {
    if Files.isFolder("\(notebook)/\(name)") { return "\(notebook)/\(name)" }
    if let dataFolder {
      if Files.isFolder("\(dataFolder)/\(name)") { return "\(dataFolder)/\(name)" }
      if fileNames.contains(where: { stored($0, in: dataFolder) != nil }) { return dataFolder }
    }
    return Files.isFolder("\(system)/\(name)") ? "\(system)/\(name)" : nil
  }

  /// Reads the four files of the folder `path`; `train` and `test` take only the first so many.
  /// Every label must be below `classLimit`.
  public static func load(
    path: String, train: Int? = nil, test: Int? = nil, classLimit: Int
  ) throws(ImageError) -> Contents {
    var files: [StoredFile] = []
    for name in fileNames { files.append(try read(name, in: path)) }
    let work = ImageFolderWork(files: files, counts: [train, test], classLimit: classLimit)
    let (sets, hashes) = try work.run()
    return Contents(
      train: sets[0], test: sets[1],
      hashes: zip(files, hashes).map { ($0.name, $1) })
  }

  /// The SHA-256 of each file as it is stored, in the order of `fileNames`; inflates nothing.
  public static func hashes(
    path: String
  ) throws(ImageError) -> [(name: String, sha256: String)] {
    var files: [StoredFile] = []
    for name in fileNames { files.append(try read(name, in: path)) }
    let hashes = ParallelWork.map(count: files.count) { [files] index in
      SHA256.hash(files[index].bytes).hexadecimal
    }
    return zip(files, hashes).map { ($0.name, $1) }
  }

  private static func stored(_ name: String, in folder: String) -> String? {
    [name + ".gz", name].first { Files.isFile("\(folder)/\($0)") }
  }

  private static func read(_ name: String, in folder: String) throws(ImageError) -> StoredFile {
    guard let stored = stored(name, in: folder) else {
      throw .data(path: folder, .missingFile(name: name))
    }
    let path = "\(folder)/\(stored)"
    do throws(FileError) {
      return StoredFile(
        name: stored, path: path, bytes: try Files.read(path, limit: fileSizeLimit))
    } catch {
      throw .file(error)
    }
  }
}

/// A file's bytes as they lie on the disk.
struct StoredFile: Sendable {
  let name: String
  let path: String
  let bytes: [UInt8]
}
