import ArgumentParser
import Diagnostics
import Lessons

/// `cuaderno build`: train the lessons of notebooks and write their reports.
struct BuildCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: Speech.current("command.buildAbout"))

  enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
    case es, en, both
  }

  /// The notebook that `cuaderno` alone builds.
  static let defaultNotebook = "practica-tensorflow"
  static let largestSeed: UInt64 = 1 << 53 - 1
  static let largestThreads = 256

  @Argument(help: help("notebooks")) var notebook: [String] = []
  @Option(name: .shortAndLong, help: help("output")) var output: String?
  @Option(help: help("only")) var only: [String] = []
  @Option(help: help("language")) var language: LanguageChoice?
  @Option(help: help("seed")) var seed: UInt64?
  @Option(help: help("threads")) var threads: Int?
  @Option(help: help("data")) var data: String?
  @Option(help: help("templates")) var templates: String?
  @Flag(help: help("strict")) var strict = false
  @Flag(help: help("force")) var force = false
  @Flag(help: help("explain")) var explain = false
  @Option(help: help("timings")) var timings: String?
  @Flag(name: .shortAndLong, help: help("quiet")) var quiet = false
  @Flag(name: .shortAndLong, help: help("verbose")) var verbose = false

  func validate() throws {
    let speech = Speech.current
    let given = [
      ("NOTEBOOK", notebook.first(where: \.isEmpty)), ("--output", output), ("--data", data),
      ("--templates", templates), ("--timings", timings),
    ]
    if let empty = given.first(where: { $0.1 == "" }) {
      throw ValidationError(speech("command.emptyValue", ["option": empty.0]))
    }
    if let seed, seed > Self.largestSeed {
      throw ValidationError(speech("command.seedRange", ["value": String(seed)]))
    }
    if let threads, !(1...Self.largestThreads).contains(threads) {
      throw ValidationError(speech("command.threadsRange", ["value": String(threads)]))
    }
    if quiet && verbose { throw ValidationError(speech("command.quietAndVerbose")) }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let languages: [Language] =
      switch language {
      case .es: [.es]
      case .en: [.en]
      case .both: [.es, .en]
      case nil: []
      }
    let run = BuildRun(
      notebooks: notebook.isEmpty ? [Self.defaultNotebook] : notebook, output: output, only: only,
      languages: languages, seed: seed, threads: threads, dataFolder: data,
      templates: try TemplatesFolder.find(templates), isStrict: strict,
      store: .make(isForced: force, only: only), isExplained: explain, timings: timings,
      talk: quiet ? .quiet : verbose ? .verbose : .normal)
    return try run.execute()
  }
}
