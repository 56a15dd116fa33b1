/// NumPy's format of several named arrays: a zip archive of `.npy` files.
public enum NPZ {
  public static let entryLimit = 64
  /// Of all arrays together, as announced by the archive's directory.
  public static let sizeLimit = 256 << 20

  /// The bytes of a `.npz` file that `numpy.load` opens; a function of the arrays alone.
  public static func write(_ arrays: [NPYArray]) -> [UInt8] {
    ZipWriter.archive(arrays.map { ($0.name + ".npy", NPY.write($0)) })
  }

  /// The arrays in the archive's order.
  public static func read(_ bytes: [UInt8], path: String) throws(ArchiveError) -> [NPYArray] {
    let archive = try ZipArchive(
      bytes, path: path, entryLimit: entryLimit, sizeLimit: sizeLimit)
    var arrays: [NPYArray] = []
    for entry in archive.entries {
      guard entry.name.hasSuffix(".npy") else {
        throw ArchiveError(path, .notAnArray(entry: entry.name))
      }
      let contents = try archive.contents(of: entry)
      let name = String(entry.name.dropLast(4))
      arrays.append(try NPY.read(contents, name: name, path: path))
    }
    return arrays
  }
}
