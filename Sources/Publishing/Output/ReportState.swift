import Archives
import Lessons
import Phrases

/// Records the inputs of a published report, so that an up-to-date report is not rebuilt. Stored in
/// the user's cache; without it the report is rebuilt with the same bytes.
public struct ReportState: Sendable {
  private let target: ReportTarget
  /// nil if a template cannot be read; then no report is up to date and none is recorded.
  private let key: String?

  /// - Parameters:
  ///   - manifest: the report's manifest with all inputs; its outputs are ignored.
  ///   - program: identifies this build of the program.
  ///   - drawing: what else affects a picture's bytes: `DrawingVersion.current()`.
  public init(
    _ manifest: Manifest, languages: [Language], target: ReportTarget,
    templates: String, program: String, drawing: String
  ) {
    self.target = target
    var manifest = manifest
    manifest.outputs = []
    var texts = [program, drawing, languages.map(\.rawValue).joined(separator: " ")]
    texts.append(String(decoding: JSONWriter.bytes(manifest.json), as: UTF8.self))
    guard let hashes = Self.hashes(below: "\(templates)/report") else {
      key = nil
      return
    }
    key = DataHash.of(texts: texts + hashes)
  }

  /// The names and hashes of all files in a folder; nil if one cannot be read.
  private static func hashes(below folder: String) -> [String]? {
    guard let names = try? FileTree.files(below: folder) else { return nil }
    var texts: [String] = []
    for name in names {
      guard let bytes = try? Files.read("\(folder)/\(name)", limit: TemplateFile.sizeLimit)
      else { return nil }
      texts += [name, SHA256.hash(bytes).hexadecimal]
    }
    return texts
  }

  /// Whether the report was made from exactly these inputs and its files are unchanged.
  public func isCurrent(in cache: CacheFolder) -> Bool {
    guard let manifest = target.manifest, let entry, cache.read(.reports, place) == entry else {
      return false
    }
    return manifest.outputs.allSatisfy { hash(of: $0.name) == $0.sha256 }
  }

  /// Records that the report just published was made from these inputs.
  public func remember(in cache: CacheFolder) {
    if let entry { cache.write(.reports, place, entry) }
  }

  private var place: String { DataHash.of(texts: [target.path]) }

  /// The key and the hashes of the files that the manifest does not list.
  private var entry: [UInt8]? {
    guard let key, let manifest = hash(of: Manifest.fileName) else { return nil }
    return Array("\(key) \(manifest) \(hash(of: Manifest.previousName) ?? "")".utf8)
  }

  private func hash(of file: String) -> String? {
    (try? Files.read("\(target.path)/\(file)", limit: ReportTarget.sizeLimit))
      .map { SHA256.hash($0).hexadecimal }
  }
}
