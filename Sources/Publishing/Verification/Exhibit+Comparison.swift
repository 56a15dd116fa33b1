import Archives
import Diagnostics
import Lessons

extension Exhibit {
  /// The lessons to train for reproducing it; empty for all.
  public var lessons: [String] {
    switch kind {
    case .report(let manifest): manifest.only ?? []
    case .page(let only): only
    case .picture(let identity): [identity.lesson]
    }
  }

  /// Pixels per point of the figures to draw; nil if pages are to be made.
  public var figureScale: Int? {
    switch kind {
    case .page: nil
    case .picture(let identity): identity.scale
    case .report(let manifest): manifest.kind == .figures ? packScale : nil
    }
  }

  /// Whether a report has a PDF of each language.
  public var hasPDF: Bool {
    guard case .report(let manifest) = kind else { return false }
    return manifest.outputs.contains { $0.name.hasSuffix(".pdf") }
  }

  /// The name of the input with this hash, if it is a table; nil if the exhibit was not made from
  /// it or does not list its inputs.
  public func table(of notebook: Notebook, sha256: String) -> String? {
    switch kind {
    case .report(let manifest):
      return manifest.inputs.first { $0.sha256 == sha256 }?.name
    case .page, .picture:
      let tables = notebook.lessons.compactMap { lesson -> (lesson: String, path: String)? in
        guard case .table(let table)? = lesson.training?.data else { return nil }
        return (lesson.id, table.path)
      }
      guard case .picture(let identity) = kind else {
        let paths = Set(tables.map(\.path))
        return paths.count == 1 ? paths.first : nil
      }
      guard data == nil || data == sha256 else { return nil }
      return tables.first { $0.lesson.utf8.elementsEqual(identity.lesson.utf8) }?.path
    }
  }

  /// Why the rebuilt report in `folder` does not prove the exhibit at `path`; nil if it does.
  public func difference(from folder: String, at path: String) throws -> Message? {
    switch kind {
    case .report(let manifest): try difference(of: manifest, from: folder)
    case .page: try pageDifference(from: folder, at: path)
    case .picture(let identity): try difference(of: identity, from: folder)
    }
  }

  private func difference(
    of manifest: Manifest, from folder: String
  ) throws(OutputError) -> Message? {
    guard let again = try ReportTarget.manifest(in: folder) else {
      return Message("verify.reason.differs")
    }
    guard again.hasSameInputs(as: manifest) else {
      let changed = manifest.inputs.filter { !again.inputs.contains($0) }.map(\.name)
      let added = again.inputs.map(\.name).filter { name in
        !manifest.inputs.contains { $0.name.utf8.elementsEqual(name.utf8) }
      }
      return Message("verify.reason.otherInputs", ["names": Self.list(changed + added)])
    }
    let names = manifest.outputs.filter { !again.outputs.contains($0) }.map(\.name)
    guard names.isEmpty else { return Message("verify.reason.differ", ["names": Self.list(names)]) }
    return nil
  }

  private func pageDifference(from folder: String, at path: String) throws -> Message? {
    guard let manifest = try ReportTarget.manifest(in: folder) else {
      return Message("verify.reason.differs")
    }
    let page = try Files.read(path, limit: Self.sizeLimit)
    guard DataHash.of(manifest.inputs.map { ($0.name, $0.sha256) }) == data else {
      return Message("verify.reason.otherPageInputs")
    }
    let hash = SHA256.hash(page).hexadecimal
    return manifest.outputs.contains { $0.sha256 == hash }
      ? nil : Message("verify.reason.pageDiffers")
  }

  private func difference(
    of identity: PictureIdentity, from folder: String
  ) throws(OutputError) -> Message? {
    let language = String(identity.language.prefix { $0 != "-" })
    let name = "\(identity.lesson)-\(identity.figure).\(language).png"
    // A name from a file is only looked up, never used as a path.
    guard let manifest = try ReportTarget.manifest(in: folder),
      manifest.outputs.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }),
      case .picture(let again)? = (try? Exhibit.read("\(folder)/\(name)"))?.kind
    else { return Message("verify.reason.noFigure", ["name": identity.figure]) }
    return again.pixels == identity.pixels ? nil : Message("verify.reason.pictureDiffers")
  }

  /// A list of a few names.
  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(5).joined(separator: ", ")
    return names.count > 5 ? shown + ", …" : shown
  }
}
