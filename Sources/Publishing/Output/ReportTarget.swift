import Archives
import Glibc

/// The folder that a report is to become, found to be absent, empty or a report of ours.
public struct ReportTarget: Sendable {
  /// Of a manifest or results that we read back.
  package static let sizeLimit = 64 << 20

  /// Absolute; where the last part was a symbolic link, what it points to.
  public let path: String
  public let exists: Bool
  /// Of the report that is there.
  public let manifest: Manifest?
  /// As it was asked for.
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

  /// The same, as it is now.
  func again() throws(OutputError) -> ReportTarget {
    try Self.check(name, kind: kind, isPartial: isPartial)
  }

  /// Of the report that is there: its results.json.
  public func results() throws(OutputError) -> [UInt8]? {
    manifest == nil ? nil : try Self.read("\(path)/\(Manifest.resultsName)")
  }

  /// Removes what killed builds left beside it, unless another build is at work.
  public func clearLeftovers() {
    let leftovers = Leftovers(target: path)
    guard !leftovers.isEmpty,
      let lock = try? TargetLock.acquire(path, name: path, patience: .zero)
    else { return }
    withExtendedLifetime(lock) { leftovers.clear() }
  }

  /// Whether the report that is there was published with this file.
  func holds(_ file: String, sha256: String) -> Bool { hashes[file] == sha256 }

  /// Of a report in a folder; nil where it is none of ours.
  static func manifest(in folder: String) throws(OutputError) -> Manifest? {
    try read("\(folder)/\(Manifest.fileName)").flatMap { Manifest(bytes: $0) }
  }

  /// A file of a report; nil where it is not there, or something that we never wrote.
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

  /// Looks, changes nothing, and refuses what is not ours to replace.
  ///
  /// - Parameters:
  ///   - kind: what is to be published; another kind stays.
  ///   - isPartial: the new report holds only some lessons; a whole one stays then.
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

  /// Finds out, as far as can be without trying, whether a report could be put there.
  public func checkWritable() throws(OutputError) {
    var folder = path
    // The report's own folder is exchanged as a whole: it is the one above that must be writable.
    repeat {
      folder = FileTree.parent(of: folder) ?? "/"
    } while (try? FileTree.kind(folder)) == .absent
    guard access(folder, W_OK | X_OK) == 0 else { throw .cannotCreate(path: name, code: errno) }
  }

  /// Where the report will really be: an existing path in its canonical form, else the absolute
  /// one behind the links.
  private static func resolve(_ path: String) throws(OutputError) -> String {
    if let canonical = realpath(path, nil) {
      defer { free(canonical) }
      return String(cString: canonical)
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
    if !path.hasPrefix("/"), let folder = getcwd(nil, 0) {
      defer { free(folder) }
      result = String(cString: folder) + "/" + path
    }
    while result.utf8.count > 1 && result.utf8.last == UInt8(ascii: "/") { result.removeLast() }
    return result
  }
}
