import Archives
import Glibc

/// The destination folder of a report, which is absent, empty or an existing report.
public struct ReportTarget: Sendable {
  /// Upper limit for the size of a manifest or results file, in bytes.
  package static let sizeLimit = 64 << 20

  /// Absolute; if the last component was a symbolic link, the path it points to.
  public let path: String
  public let exists: Bool
  /// The manifest of the existing report; nil if there is none.
  public let manifest: Manifest?
  /// The path as typed.
  private let name: String
  private let kind: Manifest.Kind
  private let isPartial: Bool
  private let hashes: [String: String]

  private init(
    path: String, exists: Bool, manifest: Manifest?, name: String, kind: Manifest.Kind,
    isPartial: Bool
  ) {
    self.path = path
    self.exists = exists
    self.manifest = manifest
    self.name = name
    self.kind = kind
    self.isPartial = isPartial
    hashes = Dictionary(
      (manifest?.outputs ?? []).map { ($0.name, $0.sha256) }, uniquingKeysWith: { $1 })
  }

  /// Re-reads the target from disk.
  func again() throws(OutputError) -> ReportTarget {
    try Self.check(name, kind: kind, isPartial: isPartial)
  }

  /// The results.json of the existing report.
  public func results() throws(OutputError) -> [UInt8]? {
    manifest == nil ? nil : try Self.read("\(path)/\(Manifest.resultsName)")
  }

  /// Removes the files that killed builds left beside it, unless another build is running.
  public func clearLeftovers() {
    let leftovers = Leftovers(target: path)
    guard !leftovers.isEmpty,
      let lock = try? TargetLock.acquire(path, name: path, patience: .zero)
    else { return }
    withExtendedLifetime(lock) { leftovers.clear() }
  }

  /// Whether the existing report was published with this file.
  func holds(_ file: String, sha256: String) -> Bool { hashes[file] == sha256 }

  /// The manifest of a folder; nil if it is not a report.
  static func manifest(in folder: String) throws(OutputError) -> Manifest? {
    try read("\(folder)/\(Manifest.fileName)").flatMap { Manifest(bytes: $0) }
  }

  /// The bytes of a report's file; nil if it is absent or not a regular file.
  package static func read(_ path: String) throws(OutputError) -> [UInt8]? {
    do {
      return try Files.read(path, limit: sizeLimit)
    } catch {
      switch error.fault {
      case .notFound, .notRegular, .tooLarge: return nil
      case .notAllowed, .unreadable: throw .unreadable(error)
      }
    }
  }

  /// Inspects the folder without changing anything; throws if it must not be replaced.
  ///
  /// - Parameters:
  ///   - kind: the kind of output; a folder of another kind is not replaced.
  ///   - isPartial: whether the new report has only some lessons; a complete one is not replaced
  ///     then.
  public static func check(
    _ path: String, kind: Manifest.Kind = .report, isPartial: Bool = false
  ) throws(OutputError) -> ReportTarget {
    let resolved = try resolve(path)
    let found: FileTree.Kind
    let isEmpty: Bool
    do throws(FileTree.SystemError) {
      found = try FileTree.kind(resolved)
      isEmpty = found == .folder ? try FileTree.names(in: resolved).isEmpty : true
    } catch {
      throw .cannotCreate(path: path, code: error.code)
    }
    func target(exists: Bool, _ manifest: Manifest? = nil) -> ReportTarget {
      ReportTarget(
        path: resolved, exists: exists, manifest: manifest, name: path, kind: kind,
        isPartial: isPartial)
    }
    if found == .absent { return target(exists: false) }
    guard found == .folder else { throw .notAFolder(path: path) }
    if isEmpty { return target(exists: true) }
    guard let manifest = try manifest(in: resolved) else { throw .notOurs(path: path) }
    guard manifest.kind == kind else { throw .otherKind(path: path) }
    if isPartial && manifest.only == nil { throw .partial(path: path, kind: kind) }
    return target(exists: true, manifest)
  }

  /// Throws if the report could not be written there, as far as that is known without trying.
  public func checkWritable() throws(OutputError) {
    var folder = path
    // The report's folder is exchanged as a whole, so the folder above it must be writable.
    repeat {
      folder = FileTree.parent(of: folder) ?? "/"
    } while (try? FileTree.kind(folder)) == .absent
    guard access(folder, W_OK | X_OK) == 0 else { throw .cannotCreate(path: name, code: errno) }
  }

  /// The canonical path of the report; for a path that does not exist, the absolute path after
  /// resolving links.
  private static func resolve(_ path: String) throws(OutputError) -> String {
    if let canonical = realpath(path, nil) {
      defer { free(canonical) }
      guard let text = String(validatingCString: canonical) else {
        throw .cannotCreate(path: path, code: EILSEQ)
      }
      return text
    }
    var current = absolute(path)
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes {
        readlink(current, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
      }
      guard count >= 0 else { return current }
      let goal = String(decoding: buffer[..<count], as: UTF8.self)
      let parent = FileTree.parent(of: current) ?? "/"
      current = goal.hasPrefix("/") ? absolute(goal) : absolute("\(parent)/\(goal)")
    }
    throw .cannotCreate(path: path, code: ELOOP)
  }

  private static func absolute(_ path: String) -> String {
    var result = path
    if !path.hasPrefix("/"), let folder = Files.resolved(".") { result = "\(folder)/\(path)" }
    while result.utf8.count > 1 && result.utf8.last == UInt8(ascii: "/") { result.removeLast() }
    return result
  }
}
