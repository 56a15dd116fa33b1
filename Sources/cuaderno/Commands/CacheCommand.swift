import ArgumentParser
import Diagnostics
import Lessons

/// `cuaderno cache`: shows the cache's folder and size, and empties it with `--clear`.
struct CacheCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: Speech.current("command.cacheAbout"))

  @Flag(help: help("clear")) var clear = false

  func execute() throws -> Diagnostics.ExitCode {
    let speech = Speech.current
    guard let folder = CacheFolder.standard(environment: Terminal.environment) else {
      Terminal.line(speech("cache.none"), to: .output)
      return .done
    }
    let usage = folder.usage
    if clear { folder.clear() }
    let arguments = [
      "path": folder.path, "files": speech.numbers.string(usage.files),
      "size": speech.numbers.string(Double(usage.bytes) / 1e6, decimals: 1),
    ]
    Terminal.line(speech(clear ? "cache.cleared" : "cache.holds", arguments), to: .output)
    return .done
  }
}
