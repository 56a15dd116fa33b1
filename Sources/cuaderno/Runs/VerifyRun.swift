import Archives
import Diagnostics
import Lessons
import Publishing

/// One `cuaderno verify`: checks hashes; if they match and the notebook is available, trains and
/// draws everything again without the cache and compares.
struct VerifyRun {
  let path: String
  /// The data file of the report, if the notebook's own file has changed since.
  let data: String?
  /// nil for the bundled notebook with the report's id.
  let notebook: String?
  /// The first folder searched for image sets.
  let dataFolder: String?
  let threads: Int
  let templates: String

  /// nil if interrupted.
  func verdict() throws -> Verdict? {
    guard let exhibit = try Exhibit.read(path) else {
      return isClassPage ? .classFile : .notOurs
    }
    guard exhibit.faults.isEmpty else { return .altered(exhibit.faults) }
    if case .report(let manifest) = exhibit.kind,
      manifest.kind == .classroom || manifest.kind == .shard
    {
      return .intact(Message("verify.reason.classFolder"))
    }
    guard let source = try notebookFolder(of: exhibit) else {
      return .intact(Message("verify.reason.noNotebook", ["id": exhibit.notebook]))
    }
    let found = try Notebook.load(folder: source)
    guard found.id.utf8.elementsEqual(exhibit.notebook.utf8) else {
      return .intact(
        Message("verify.reason.otherNotebook", ["id": exhibit.notebook, "found": found.id]))
    }
    if let id = exhibit.lessons.first(where: { id in !found.lessons.contains { $0.id == id } }) {
      return .intact(Message("verify.reason.noLesson", ["id": id]))
    }
    // Pictures of students carry no hash of their data, those of a trained lesson do.
    if case .picture(let identity) = exhibit.kind, exhibit.data == nil,
      found.lessons.contains(where: { $0.id == identity.lesson && $0.training != nil })
    {
      return .classFile
    }
    if let scale = exhibit.figureScale, !FiguresRun.scales.contains(scale) {
      return .intact(Message("verify.reason.pictureDiffers"))
    }
    let workspace = try VerificationWorkspace()
    var folder = source
    if let data {
      let bytes = try Files.read(data, limit: VerificationWorkspace.sizeLimit)
      guard let name = exhibit.table(of: found, sha256: SHA256.hash(bytes).hexadecimal) else {
        return .intact(Message("verify.reason.otherData", ["file": data]))
      }
      folder = try workspace.copy(of: source, replacing: name, with: bytes)
    }
    if case .report(let manifest) = exhibit.kind { try workspace.recall(manifest, of: path) }
    guard try isRebuilt(exhibit, from: folder, in: workspace) else { return nil }
    return try exhibit.difference(from: workspace.report, at: path).map(Verdict.intact)
      ?? .reproduced
  }

  /// Whether a file has the head of a page that `class build` makes.
  private var isClassPage: Bool {
    guard !Files.isFolder(path), let bytes = try? Files.read(path, limit: 64 << 20) else {
      return false
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("<meta name=\"generator\" content=\"Cuaderno ")
      && text.contains(" classroom\">")
  }

  private func notebookFolder(of exhibit: Exhibit) throws(CommandError) -> String? {
    guard let notebook else {
      return try? BundledNotebooks.folder(of: exhibit.notebook, templates: templates)
    }
    return try BundledNotebooks.folder(of: notebook, templates: templates)
  }

  /// Rebuilds the report from its notebook; false if interrupted.
  private func isRebuilt(
    _ exhibit: Exhibit, from folder: String, in workspace: VerificationWorkspace
  ) throws -> Bool {
    let training = TrainingRun(
      store: LessonStore(cache: nil, isForced: true, only: []), isExplained: false,
      threads: threads, talk: .quiet)
    let request = NotebookRequest(only: exhibit.lessons, seed: exhibit.seed)
    var pointsOutChanges = true
    if case .report(let manifest) = exhibit.kind { pointsOutChanges = manifest.pointsOutChanges }
    let code: ExitCode
    if let scale = exhibit.figureScale {
      code = try FiguresRun(
        name: folder, output: workspace.report, scale: scale, templates: templates,
        request: request, training: training, dataFolder: dataFolder, isStrict: false
      ).work().code
    } else {
      code = try BuildRun(
        notebooks: [folder], output: workspace.report, request: request, training: training,
        dataFolder: dataFolder, templates: templates, isStrict: false,
        pointsOutChanges: pointsOutChanges, timings: nil, printsPDF: exhibit.hasPDF
      ).work().code
    }
    return code != .interrupted && code != .terminated
  }
}
