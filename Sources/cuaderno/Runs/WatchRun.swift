import Diagnostics
import Lessons
import Preview

/// One `cuaderno watch`: a preview server, and a loop that checks the inputs and rebuilds.
struct WatchRun {
  let notebook: String
  let folder: String
  let build: BuildRun

  private let speech = Speech.current
  /// Between two looks at the inputs, in milliseconds.
  private static let interval = 300
  /// How often a change may be looked at until the files rest.
  private static let patience = 10

  func execute(port: UInt16?) throws -> ExitCode {
    let state = PreviewState(
      waiting: Self.text { $0("watch.waiting") },
      language: speech.language)
    let server = try PreviewServer(port: port, state: state)
    var files = WatchedFiles(
      folders: [folder, "\(build.templates)/report"] + [build.dataFolder].compactMap { $0 })
    if let report = reportFolder { state.expect(folder: report) }
    Terminal.line(
      speech("watch.address", ["address": "http://127.0.0.1:\(server.port)/"]), to: .output)
    return follow(&files, state, server)
  }

  /// Builds, and again whenever the inputs change, until a signal comes.
  private func follow(
    _ files: inout WatchedFiles, _ state: PreviewState, _ server: PreviewServer
  ) -> ExitCode {
    if let code = attempt(state) { return code }
    while true {
      server.rest(milliseconds: Self.interval)
      if let code = Interruption.exitCode { return stopped(code) }
      guard files.haveChanged() else { continue }
      settle(&files, server)
      Terminal.line(speech("watch.changed"), to: .error)
      if let code = attempt(state) { return code }
    }
  }

  /// An editor may still be writing.
  private func settle(_ files: inout WatchedFiles, _ server: PreviewServer) {
    for _ in 0..<Self.patience {
      server.rest(milliseconds: Self.interval / 3)
      if files.areQuiet { return }
      _ = files.haveChanged()
    }
  }

  /// Builds once; returns an exit code if the run is to end.
  private func attempt(_ state: PreviewState) -> ExitCode? {
    do {
      let code = try build.execute()
      if code != .done && code != .invalidInput { return code }
      if let report = reportFolder { state.succeed(folder: report) }
    } catch {
      if let code = Interruption.exitCode { return stopped(code) }
      Terminal.line(Failure(error).text, to: .error)
      state.fail(
        Self.text { speech in speech("watch.problem") + "\n\n" + Failure(error, speech).text })
    }
    return nil
  }

  private func stopped(_ code: ExitCode) -> ExitCode {
    Terminal.line(speech("watch.stopped"), to: .error)
    return code
  }

  /// The report's folder, which may not exist yet; nil if notebook.yaml cannot be read.
  private var reportFolder: String? {
    if let output = build.output { return output }
    return (try? Notebook.load(folder: folder)).map { "output/\($0.id)" }
  }

  /// What a page says in the language that its reader has chosen.
  private static func text(_ words: (Speech) -> String) -> LocalizedText {
    LocalizedText(Language.allCases) {
      words(Speech(language: $0, catalogues: TemplatesFolder.ofMessages))
    }
  }
}
