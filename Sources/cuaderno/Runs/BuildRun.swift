import Diagnostics
import Drawing
import Glibc
import Lessons
import Pages
import Publishing

/// One `cuaderno build`: checks everything, then trains, draws and publishes each notebook.
struct BuildRun {
  let notebooks: [String]
  let output: String?
  let request: NotebookRequest
  let training: TrainingRun
  let dataFolder: String?
  let templates: String
  let isStrict: Bool
  /// Highlight changes relative to the existing report (or to the one *it* was compared with).
  let pointsOutChanges: Bool
  let timings: String?
  var printsPDF = false

  private let speech = Speech.current

  /// A notebook that has passed every check.
  private struct Job {
    /// As read from its folder, before options are applied.
    let loaded: Notebook
    let plan: ReportPlan
    let prepared: PreparedNotebook
    /// The output folder as typed, for messages.
    let output: String
    let target: ReportTarget
    let state: ReportState
    /// Neither the inputs nor the published files have changed.
    let isCurrent: Bool
  }

  func execute() throws -> ExitCode {
    let outcome = try work()
    if let line = outcome.lastLine { Terminal.line(line, to: .output) }
    return outcome.code
  }

  /// Does the work and returns the final line, which names the page to open, without printing it;
  /// the line is nil after an interruption.
  func work() throws -> (code: ExitCode, lastLine: String?) {
    let start = ContinuousClock.now
    let progress = training.progress
    if let timings { try BuildTimes.check(timings) }
    let loaded = try loadedNotebooks()
    if loaded.count == 1, try isCurrent(loaded[0]) {
      return (.done, lastLine("cache.upToDate", places.folder(of: loaded[0])))
    }
    let jobs = try loaded.map(job)
    var times = BuildTimes()
    var code = ExitCode.done
    for job in jobs {
      training.sayInputs(of: job.prepared)
      let outcome = try run(job, &times)
      guard outcome == .done || outcome == .invalidInput else {
        progress.sayStopped()
        return (outcome, nil)
      }
      if outcome != .done { code = outcome }
    }
    progress.clearBar()
    let isIndexWritten = try jobs.count > 1 && writeIndex(jobs)
    let isUnchanged = !isIndexWritten && jobs.allSatisfy(\.isCurrent)
    if let timings {
      times.totalSeconds = (ContinuousClock.now - start) / .seconds(1)
      try times.write(to: timings)
    }
    let line = lastLine(
      isUnchanged ? "cache.upToDate" : "machine.done",
      jobs.count == 1 ? jobs[0].output : places.shared)
    return (code, line)
  }

  private func lastLine(_ key: String, _ folder: String) -> String {
    let page = "\(folder)/index.html"
    return speech(key, ["path": page, "link": FileLink.url(of: page)])
  }

  // MARK: Before anything is trained

  private func loadedNotebooks() throws -> [Notebook] {
    if notebooks.count > 1 && !request.only.isEmpty { throw CommandError.onlyWithSeveral }
    let loaded = try notebooks.map { name in
      try Notebook.load(folder: BundledNotebooks.folder(of: name, templates: templates))
    }
    var seen: [[UInt8]] = []
    for notebook in loaded {
      let id = Array(notebook.id.utf8)
      if seen.contains(id) { throw CommandError.sameIdentifier(id: notebook.id) }
      seen.append(id)
    }
    try places.checkShared()
    return loaded
  }

  /// Whether the existing report is up to date. Compares hashes only: reads no template, and hashes
  /// image sets only if everything else is unchanged.
  private func isCurrent(_ loaded: Notebook) throws -> Bool {
    guard request.only.isEmpty, timings == nil, !training.store.isForced,
      let cache = training.store.cache
    else { return false }
    let (notebook, languages) = try request.applied(to: loaded)
    let target = try ReportTarget.check(places.folder(of: notebook))
    let survey = InputSurvey(notebook, dataFolder: dataFolder)
    guard let known = target.manifest, let own = survey.ownFiles(),
      own.allSatisfy({ known.inputs.contains(Manifest.File($0)) }),
      let images = survey.imageFiles()
    else { return false }
    let manifest = Manifest(
      version: Program.version, notebook: notebook.id, seed: notebook.seed,
      pointsOutChanges: pointsOutChanges,
      inputs: (own + images).map(Manifest.File.init))
    let state = try state(manifest, languages, target)
    guard state.isCurrent(in: cache.folder) else { return false }
    target.clearLeftovers()
    for lesson in notebook.lessons where lesson.training != nil {
      training.explainReuse(of: lesson.id)
    }
    return true
  }

  private func state(
    _ manifest: Manifest, _ languages: [Language], _ target: ReportTarget
  ) throws -> ReportState {
    let drawing = try DrawingVersion.current()
    return ReportState(
      manifest, languages: languages, target: target, templates: templates,
      program: ProgramIdentity.current,
      drawing: printsPDF ? "\(drawing)\n\(try PaperVersion.current())" : drawing)
  }

  private func job(_ loaded: Notebook) throws -> Job {
    let (notebook, rendered) = try request.applied(to: loaded)
    let only = request.only
    let output = places.folder(of: notebook)
    let target = try ReportTarget.check(output)
    // A complete report stays complete, so the results of lessons that were not asked for must be
    // in the cache.
    let staysWhole = target.manifest.map { $0.only == nil } ?? false
    let plan = try ReportPlan(
      notebook: notebook, languages: rendered, only: only.isEmpty || staysWhole ? nil : only,
      printsPDF: printsPDF, templates: templates,
      originals: TemplatesFolder.originals(of: templates))
    let prepared = try plan.trainedNotebook.prepare(
      dataFolder: dataFolder, isStrict: isStrict, known: training.store.result)
    if staysWhole, !only.isEmpty, prepared.lessons.contains(where: { !only.contains($0.lesson.id) })
    {
      throw OutputError.partial(path: output)
    }
    let state = try state(
      plan.manifest(inputs: prepared.inputs, pointsOutChanges: pointsOutChanges), rendered, target)
    let isCurrent =
      prepared.lessons.isEmpty && !training.store.isForced
      && training.store.cache.map { state.isCurrent(in: $0.folder) } ?? false
    return Job(
      loaded: loaded, plan: plan, prepared: prepared, output: output, target: target, state: state,
      isCurrent: isCurrent)
  }

  private var places: OutputPlaces {
    OutputPlaces(output: output, notebookCount: notebooks.count)
  }

  // MARK: The work

  private func run(_ job: Job, _ times: inout BuildTimes) throws -> ExitCode {
    guard !job.isCurrent else {
      job.target.clearLeftovers()
      for known in job.prepared.known { training.reuse(known, place: nil) }
      return .done
    }
    // This also fails before training if the output folder is not writable.
    guard let lock = try training.lock(job.target, output: job.output) else {
      return Interruption.exitCode ?? .interrupted
    }
    // The other build may have made this very report or trained some of its lessons.
    let job = lock.hadToWait ? try self.job(job.loaded) : job
    guard !job.isCurrent else { return .done }
    let staging = try StagingFolder(for: job.target, lock: lock)
    let last = try staging.target.results().flatMap { ResultsRecord($0) }
    guard let (results, code) = training.results(of: job.prepared, after: last, &times) else {
      return Interruption.exitCode ?? .interrupted
    }
    let start = ContinuousClock.now
    let manifest = job.plan.manifest(
      inputs: job.prepared.inputs, pointsOutChanges: pointsOutChanges)
    let counts = try job.plan.write(
      results: results, inputs: job.prepared.inputs, keys: job.prepared.keys,
      previous: pointsOutChanges ? try Publisher.previous(for: manifest, in: staging.target) : nil,
      cache: training.store.figures(of: job.prepared), threads: training.threads, into: staging,
      warn: { training.progress.warn(speech($0)) }
    ) { done, count in
      training.progress.drawing(done, of: count)
      return Interruption.exitCode == nil
    }
    guard let counts, Interruption.exitCode == nil else {
      return Interruption.exitCode ?? .interrupted
    }
    training.explain(counts)
    times.figuresSeconds += (ContinuousClock.now - start) / .seconds(1)
    try Publisher.publish(staging, manifest: manifest)
    if code == .done, let cache = training.store.cache { job.state.remember(in: cache.folder) }
    return code
  }

  /// Writes the page that lists the reports; false if it is up to date.
  private func writeIndex(_ jobs: [Job]) throws -> Bool {
    let plans = jobs.map(\.plan)
    guard !NotebookIndex.isCurrent(plans, in: places.shared) else { return false }
    try NotebookIndex.write(plans, into: places.shared)
    return true
  }
}
