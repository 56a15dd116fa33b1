import Diagnostics
import Lessons
import Pages
import Publishing

/// One `cuaderno figures`: checks everything, trains lessons that are not cached, draws the figures
/// and publishes them.
struct FiguresRun {
  static let scales = 1...3

  let name: String
  /// nil: `output/ID-figures`.
  let output: String?
  /// Pixels per point.
  let scale: Int
  var format = FigureFormat.png
  let templates: String
  let request: NotebookRequest
  let training: TrainingRun
  let dataFolder: String?
  let isStrict: Bool

  func execute() throws -> ExitCode {
    let outcome = try work()
    if let line = outcome.lastLine { Terminal.line(line, to: .output) }
    return outcome.code
  }

  /// Does the work and returns the final line, which names the folder to open, without printing it;
  /// the line is nil after an interruption.
  func work() throws -> (code: ExitCode, lastLine: String?) {
    let loaded = try Notebook.load(
      folder: BundledNotebooks.folder(of: name, templates: templates))
    let (notebook, languages) = try request.applied(to: loaded)
    let folder = output ?? "output/\(notebook.id)-figures"
    let target = try ReportTarget.check(folder, kind: .figures, isPartial: !request.only.isEmpty)
    let plan = try ReportPlan(
      notebook: notebook, languages: languages, only: request.only.isEmpty ? nil : request.only,
      templates: templates, originals: TemplatesFolder.originals(of: templates))
    let prepared = try plan.trainedNotebook.prepare(
      dataFolder: dataFolder, isStrict: isStrict, known: training.store.result)
    training.sayInputs(of: prepared)
    // This also fails before training if the output folder is not writable.
    guard let lock = try training.lock(target, output: folder) else { return stopped() }
    let staging = try StagingFolder(for: target, lock: lock)
    var times = BuildTimes()
    guard let (results, code) = training.results(of: prepared, &times) else { return stopped() }
    let counts = try plan.writeFigures(
      results: results, inputs: prepared.inputs, cache: training.store.figures(of: prepared),
      scale: scale, format: format, threads: training.threads, into: staging
    ) { done, count in
      training.progress.drawing(done, of: count)
      return Interruption.exitCode == nil
    }
    guard let counts else { return stopped() }
    training.explain(counts)
    let count = counts.drawn + counts.reused
    try Publisher.publish(
      staging, manifest: plan.manifest(inputs: prepared.inputs, kind: .figures))
    training.progress.clearBar()
    let speech = Speech.current
    let line = speech(
      count == 0 ? "machine.noFigures" : count == 1 ? "machine.figure" : "machine.figures",
      ["count": speech.numbers.string(count), "path": folder, "link": FileLink.url(of: folder)])
    return (code, line)
  }

  private func stopped() -> (code: ExitCode, lastLine: String?) {
    training.progress.sayStopped()
    return (Interruption.exitCode ?? .interrupted, nil)
  }
}
