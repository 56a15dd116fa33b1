import Diagnostics
import Lessons
import Pages
import Paper
import Publishing

/// One `cuaderno handout`: checks everything, trains lessons that are not cached, writes and
/// publishes the files.
struct HandoutRun {
  let name: String
  /// nil: `output/ID-handout`.
  let output: String?
  let edition: HandoutEdition
  let format: HandoutFormat
  /// nil: the usual size in the notebook's region.
  let paper: PageFormat?
  let printsPDF: Bool
  let templates: String
  let request: NotebookRequest
  let training: TrainingRun
  let dataFolder: String?
  let isStrict: Bool

  private let speech = Speech.current

  func execute() throws -> ExitCode {
    let loaded = try Notebook.load(
      folder: BundledNotebooks.folder(of: name, templates: templates))
    let (notebook, languages) = try request.applied(to: loaded)
    let folder = output ?? "output/\(notebook.id)-handout"
    let target = try ReportTarget.check(folder, kind: .handout)
    let plan = try HandoutPlan(
      notebook: notebook, languages: languages, edition: edition, format: format, paper: paper,
      printsPDF: printsPDF, templates: templates,
      originals: TemplatesFolder.originals(of: templates))
    let prepared = try notebook.prepare(
      dataFolder: dataFolder, isStrict: isStrict, known: training.store.result)
    training.sayInputs(of: prepared)
    let staging = try StagingFolder(for: target)
    var times = BuildTimes()
    guard let (results, code) = training.results(of: prepared, &times) else { return stopped() }
    let files = try plan.files(
      results: results, inputs: prepared.inputs, threads: training.threads
    ) { done, count in
      training.progress.drawing(done, of: count)
      return Interruption.exitCode == nil
    }
    guard let files else { return stopped() }
    let manifest = plan.manifest(inputs: prepared.inputs)
    for file in files { try staging.write(file.name, file.bytes) }
    let stale = try plan.keepOthers(of: target, beside: manifest, in: staging)
    try Publisher.publish(staging, manifest: manifest)
    training.progress.clearBar()
    if !stale.isEmpty {
      training.progress.say("handout.stale", ["files": stale.joined(separator: ", ")])
    }
    if let emptiness = plan.emptiness { training.progress.warn(speech(emptiness)) }
    for file in files where !file.missing.isEmpty {
      training.progress.warn(speech(MissingCharacters.message(file.missing, in: file.name)))
    }
    let first = "\(folder)/\(files[printsPDF ? files.count / 2 : 0].name)"
    Terminal.line(
      speech("machine.done", ["path": first, "link": FileLink.url(of: first)]), to: .output)
    return code
  }

  private func stopped() -> ExitCode {
    training.progress.sayStopped()
    return Interruption.exitCode ?? .interrupted
  }
}
