import Archives
import Lessons

/// From what the report in a folder was made, so that one that would come out the same is left as it
/// is. Kept in the user's cache; without it the report is written anew, with the same bytes.
public struct ReportState: Sendable {
  private let target: ReportTarget
  private let key: String

  /// - Parameters:
  ///   - inputs: of the data; those of the prose are added.
  ///   - program: what tells one build of the program from another.
  public init(
    _ plan: ReportPlan, inputs: [InputFile], target: ReportTarget, templates: String,
    program: String
  ) {
    self.target = target
    let manifest = plan.manifest(inputs: inputs)
    var texts = [program, plan.languages.map(\.rawValue).joined(separator: " ")]
    texts.append(String(decoding: JSONWriter.bytes(manifest.json), as: UTF8.self))
    let folder = "\(templates)/report"
    for name in (try? FileTree.files(below: folder)) ?? [] {
      let bytes = (try? Files.read("\(folder)/\(name)", limit: PageTemplates.sizeLimit)) ?? []
      texts += [name, SHA256.hash(bytes).hexadecimal]
    }
    key = Self.hash(texts)
  }

  /// Whether the report was made from exactly this and every file of it is as it was written.
  public func isCurrent(in cache: CacheFolder) -> Bool {
    guard let manifest = target.manifest, let hash = manifestHash,
      cache.read(.reports, place) == Array("\(key) \(hash)".utf8)
    else { return false }
    return manifest.outputs.allSatisfy { file in
      guard
        let bytes = try? Files.read("\(target.path)/\(file.name)", limit: ReportTarget.sizeLimit)
      else { return false }
      return SHA256.hash(bytes).hexadecimal == file.sha256
    }
  }

  /// Remembers that the report in the target, just published, was made from this.
  public func remember(in cache: CacheFolder) {
    guard let hash = manifestHash else { return }
    cache.write(.reports, place, Array("\(key) \(hash)".utf8))
  }

  private var place: String { Self.hash([target.path]) }

  private var manifestHash: String? {
    let path = "\(target.path)/\(Manifest.fileName)"
    guard let bytes = try? Files.read(path, limit: ReportTarget.sizeLimit) else { return nil }
    return SHA256.hash(bytes).hexadecimal
  }

  /// Of the texts, each after its length.
  private static func hash(_ texts: [String]) -> String {
    SHA256.hash(texts.flatMap { Array("\($0.utf8.count):\($0)".utf8) }).hexadecimal
  }
}
