import Archives
import Diagnostics
import Glibc
import Lessons
import Reports

/// One `cuaderno build`: check everything, then train, draw and publish notebook by notebook.
struct BuildRun {
  let notebooks: [String]
  let output: String?
  let only: [String]
  /// Empty: those of each notebook.
  let languages: [Language]
  let seed: UInt64?
  let threads: Int?
  let dataFolder: String?
  let templates: String
  let isStrict: Bool
  let store: LessonStore
  let isExplained: Bool
  let timings: String?
  let talk: Progress.Talk

  private let speech = Speech.current

  /// A notebook of which nothing can be refused any more.
  private struct Job {
    let plan: ReportPlan
    let prepared: PreparedNotebook
    /// As asked for: what messages name.
    let output: String
    let target: ReportTarget
    let state: ReportState
    /// Nothing that the report was made from has changed, and nothing of it.
    let isCurrent: Bool
  }

  func execute() throws -> ExitCode {
    let start = ContinuousClock.now
    let progress = Progress(talk: talk, speech: speech, isLive: Terminal.isLive)
    if let timings { try BuildTimes.check(timings) }
    if let dataFolder, !Files.isFolder(dataFolder) {
      throw CommandError.noDataFolder(path: dataFolder)
    }
    let jobs = try checked()
    var times = BuildTimes()
    var code = ExitCode.done
    for job in jobs {
      sayInputs(of: job, progress)
      let outcome = try run(job, progress, &times)
      guard outcome != .interrupted && outcome != .terminated else {
        progress.clearBar()
        Terminal.line(speech("machine.stopped"), to: .error)
        return outcome
      }
      if outcome != .done { code = outcome }
    }
    progress.clearBar()
    let page = "\(jobs.count == 1 ? jobs[0].output : sharedFolder)/index.html"
    let isIndexWritten = try jobs.count > 1 && writeIndex(jobs)
    let isUnchanged = !isIndexWritten && jobs.allSatisfy(\.isCurrent)
    if let timings {
      times.totalSeconds = (ContinuousClock.now - start) / .seconds(1)
      try times.write(to: timings)
    }
    Terminal.line(
      speech(
        isUnchanged ? "cache.upToDate" : "machine.done",
        ["path": page, "link": FileLink.url(of: page)]), to: .output)
    return code
  }

  // MARK: Before anything is trained

  private func checked() throws -> [Job] {
    if notebooks.count > 1 && !only.isEmpty { throw CommandError.onlyWithSeveral }
    let loaded = try notebooks.map { name in
      try Notebook.load(folder: BundledNotebooks.folder(of: name, templates: templates))
    }
    var seen: [[UInt8]] = []
    for notebook in loaded {
      let id = Array(notebook.id.utf8)
      if seen.contains(id) { throw CommandError.sameIdentifier(id: notebook.id) }
      seen.append(id)
    }
    if notebooks.count > 1 { try NotebookIndex.check(sharedFolder) }
    return try loaded.map(job)
  }

  private func job(_ loaded: Notebook) throws -> Job {
    var notebook = loaded
    if let seed { notebook.seed = seed }
    let ids = notebook.lessons.map(\.id)
    for id in only where !ids.contains(id) {
      throw CommandError.unknownLesson(
        id: id, suggestion: nearest(to: id, among: ids), lessons: ids)
    }
    // `both` is what a notebook has at most; a language by name must be there.
    if languages.count == 1, !notebook.languages.contains(languages[0]) {
      throw CommandError.noSuchLanguage(language: languages[0].rawValue, notebook: notebook.id)
    }
    let rendered = notebook.languages.filter { languages.isEmpty || languages.contains($0) }
    let output = folder(of: notebook)
    let target = try ReportTarget.check(output)
    // A whole report stays whole: then the lessons that were not asked for must be known.
    let staysWhole = target.manifest.map { $0.only == nil } ?? false
    let plan = try ReportPlan(
      notebook: notebook, languages: rendered, only: only.isEmpty || staysWhole ? nil : only,
      templates: templates,
      originals: TemplatesFolder.own.flatMap { $0 == templates ? nil : $0 })
    let prepared = try plan.trainedNotebook.prepare(
      dataFolder: dataFolder, isStrict: isStrict, known: store.result)
    if staysWhole, !only.isEmpty, prepared.lessons.contains(where: { !only.contains($0.lesson.id) })
    {
      throw OutputError.partial(path: output)
    }
    let state = ReportState(
      plan, inputs: prepared.inputs, target: target, templates: templates,
      program: ProgramIdentity.current)
    let isCurrent =
      prepared.lessons.isEmpty && !store.isForced
      && store.cache.map { state.isCurrent(in: $0.folder) } ?? false
    return Job(
      plan: plan, prepared: prepared, output: output, target: target, state: state,
      isCurrent: isCurrent)
  }

  /// A report's own folder; several notebooks share one.
  private func folder(of notebook: Notebook) -> String {
    guard notebooks.count > 1 else { return output ?? "output/\(notebook.id)" }
    return "\(sharedFolder)/\(notebook.id)"
  }

  private var sharedFolder: String { output ?? "output" }

  private func sayInputs(of job: Job, _ progress: Progress) {
    for input in job.prepared.inputs {
      progress.say("machine.read", ["name": input.name], onlyVerbose: true)
    }
    for warning in job.prepared.warnings { progress.warn(speech(warning)) }
    for lesson in job.prepared.notebook.lessons {
      let summary =
        job.prepared.known.first { $0.key.lesson == lesson.id }?.result.data
        ?? job.prepared.lessons.first { $0.lesson.id == lesson.id }?.data.summary
      for assumption in summary?.assumptions ?? [] where talk != .quiet {
        progress.say(
          "machine.assumed", ["lesson": lesson.id, "sentence": speech(assumption)])
      }
    }
  }

  // MARK: The work

  private func run(
    _ job: Job, _ progress: Progress, _ times: inout BuildTimes
  ) throws -> ExitCode {
    guard !job.isCurrent else {
      for known in job.prepared.known { reuse(known, place: nil, progress) }
      return .done
    }
    // Making the folder also finds out, before training, whether the output can be written.
    let staging = try StagingFolder(for: job.target)
    var results: [String: LessonResult] = [:]
    var code = ExitCode.done
    let trained = job.prepared.notebook.lessons.filter { $0.training != nil }
    for (index, lesson) in trained.enumerated() {
      if let known = job.prepared.known.first(where: { $0.key.lesson == lesson.id }) {
        reuse(known, place: (index + 1, trained.count), progress)
        results[lesson.id] = known.result
        continue
      }
      guard let prepared = job.prepared.lessons.first(where: { $0.lesson.id == lesson.id })
      else { preconditionFailure("\(lesson.id) is neither known nor prepared") }
      progress.begin(lesson.id, number: index + 1, of: trained.count)
      guard let outcome = train(prepared, seed: job.prepared.notebook.seed, progress, &times)
      else { return Interruption.exitCode ?? .interrupted }
      results[lesson.id] = outcome.result
      if outcome.code != .done { code = outcome.code }
    }
    let start = ContinuousClock.now
    let isWhole = try job.plan.write(
      results: results, inputs: job.prepared.inputs, threads: threadCount, into: staging
    ) { done, count in
      progress.drawing(done, of: count)
      return Interruption.exitCode == nil
    }
    guard isWhole else { return Interruption.exitCode ?? .interrupted }
    times.figuresSeconds += (ContinuousClock.now - start) / .seconds(1)
    try Publisher.publish(staging, manifest: job.plan.manifest(inputs: job.prepared.inputs))
    if code == .done, let cache = store.cache { job.state.remember(in: cache.folder) }
    return code
  }

  private func reuse(
    _ known: KnownLesson, place: (number: Int, count: Int)?, _ progress: Progress
  ) {
    store.cache?.remember(known.key)
    var arguments = ["lesson": known.key.lesson]
    if isExplained {
      progress.say(speech("cache.explain.reused", arguments))
    } else if let place {
      arguments["number"] = String(place.number)
      arguments["count"] = String(place.count)
      progress.say("cache.reused", arguments)
    }
  }

  /// nil where it was interrupted.
  private func train(
    _ lesson: PreparedLesson, seed: UInt64, _ progress: Progress, _ times: inout BuildTimes
  ) -> (result: LessonResult, code: ExitCode)? {
    let id = lesson.lesson.id
    if isExplained { progress.say(speech(store.reason(for: lesson.key))) }
    let run = LessonRunner.run(lesson, seed: seed, threads: threadCount) { event in
      progress.show(event)
      return Interruption.exitCode == nil
    }
    guard let run else { return nil }
    store.cache?.store(run.result, for: lesson.key)
    times.lessons.append((id, run.timings))
    progress.end(run.result, seconds: run.timings.epochSeconds.reduce(0, +))
    guard let divergence = run.result.history.divergence else { return (run.result, .done) }
    progress.warn(
      speech(
        "machine.diverged",
        [
          "lesson": id, "epoch": String(divergence.epoch), "step": String(divergence.step),
        ]))
    return (run.result, .invalidInput)
  }

  private var threadCount: Int {
    threads ?? min(BuildCommand.largestThreads, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// False where it is there already.
  private func writeIndex(_ jobs: [Job]) throws -> Bool {
    let plans = jobs.map(\.plan)
    guard !NotebookIndex.isCurrent(plans, in: sharedFolder) else { return false }
    try NotebookIndex.write(plans, into: sharedFolder)
    return true
  }
}
