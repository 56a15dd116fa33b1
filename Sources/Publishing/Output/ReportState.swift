import Archives
import Lessons
import Phrases

/// From what the report in a folder was made, so that one that would come out the same is left as it
/// is. Kept in the user's cache; without it the report is written anew, with the same bytes.
public struct ReportState: Sendable {
  private let target: ReportTarget
  /// nil where a template could not be read: then nothing is current, and nothing is remembered.
  private let key: String?

  /// - Parameters:
  ///   - manifest: that of the report, its inputs whole; its outputs do not matter.
  ///   - program: what tells one build of the program from another.
  ///   - drawing: what decides a picture's bytes besides it: `DrawingVersion.current()`.
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

  /// Name and hash of every file in a folder; nil where one cannot be read.
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

  /// Whether the report was made from exactly this and every file of it is as it was written.
  public func isCurrent(in cache: CacheFolder) -> Bool {
    guard let manifest = target.manifest, let entry, cache.read(.reports, place) == entry else {
      return false
    }
    return manifest.outputs.allSatisfy { hash(of: $0.name) == $0.sha256 }
  }

  /// Remembers that the report in the target, just published, was made from this.
  public func remember(in cache: CacheFolder) {
    if let entry { cache.write(.reports, place, entry) }
  }

  private var place: String { DataHash.of(texts: [target.path]) }

  /// The key, and the files that the manifest does not vouch for.
  private var entry: [UInt8]? {
    guard let key, let manifest = hash(of: Manifest.fileName) else { return nil }
    return Array("\(key) \(manifest) \(hash(of: Manifest.previousName) ?? "")".utf8)
  }

  private func hash(of file: String) -> String? {
    (try? Files.read("\(target.path)/\(file)", limit: ReportTarget.sizeLimit))
      .map { SHA256.hash($0).hexadecimal }
  }
}
