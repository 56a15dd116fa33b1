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
    let page = try jobs.count == 1 ? "\(jobs[0].output)/index.html" : writeIndex(jobs)
    if let timings {
      times.totalSeconds = (ContinuousClock.now - start) / .seconds(1)
      try times.write(to: timings)
    }
    Terminal.line(
      speech("machine.done", ["path": page, "link": FileLink.url(of: page)]), to: .output)
    return code
  }

  // MARK: Before anything is trained

  private func checked() throws -> [Job] {
    if notebooks.count > 1 {
      guard only.isEmpty else { throw CommandError.onlyWithSeveral }
      try NotebookIndex.check(sharedFolder)
    }
    let loaded = try notebooks.map { name in
      try Notebook.load(folder: BundledNotebooks.folder(of: name, templates: templates))
    }
    var seen: [[UInt8]] = []
    for notebook in loaded {
      let id = Array(notebook.id.utf8)
      if seen.contains(id) { throw CommandError.sameIdentifier(id: notebook.id) }
      seen.append(id)
    }
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
    let plan = try ReportPlan(
      notebook: notebook, languages: rendered, only: only.isEmpty ? nil : only,
      templates: templates)
    let output = folder(of: notebook)
    let target = try ReportTarget.check(output, isPartial: !only.isEmpty)
    let prepared = try plan.trainedNotebook.prepare(dataFolder: dataFolder, isStrict: isStrict)
    return Job(plan: plan, prepared: prepared, output: output, target: target)
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
    for lesson in job.prepared.lessons {
      for assumption in lesson.data.assumptions where talk != .quiet {
        progress.say(
          "machine.assumed",
          ["lesson": lesson.lesson.id, "sentence": speech(assumption)])
      }
    }
  }

  // MARK: The work

  private func run(
    _ job: Job, _ progress: Progress, _ times: inout BuildTimes
  ) throws -> ExitCode {
    // Making the folder also finds out, before training, whether the output can be written.
    let staging = try StagingFolder(for: job.target)
    var results: [String: LessonResult] = [:]
    var code = ExitCode.done
    for (index, lesson) in job.prepared.lessons.enumerated() {
      progress.begin(lesson.lesson.id, number: index + 1, of: job.prepared.lessons.count)
      let seed = job.prepared.notebook.seed
      let run = LessonRunner.run(lesson, seed: seed, threads: threadCount) { event in
        progress.show(event)
        return Interruption.exitCode == nil
      }
      guard let run else { return Interruption.exitCode ?? .interrupted }
      results[lesson.lesson.id] = run.result
      times.lessons.append((lesson.lesson.id, run.timings))
      progress.end(run.result, seconds: run.timings.epochSeconds.reduce(0, +))
      if let divergence = run.result.history.divergence {
        code = .invalidInput
        progress.warn(
          speech(
            "machine.diverged",
            [
              "lesson": lesson.lesson.id, "epoch": String(divergence.epoch),
              "step": String(divergence.step),
            ]))
      }
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
    return code
  }

  private var threadCount: Int {
    threads ?? min(BuildCommand.largestThreads, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private func writeIndex(_ jobs: [Job]) throws -> String {
    try NotebookIndex.write(jobs.map(\.plan), into: sharedFolder)
    return "\(sharedFolder)/index.html"
  }
}
