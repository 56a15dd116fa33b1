import Archives
import ArgumentParser
import Diagnostics
import Publishing

/// `cuaderno compare`: lists what changed between the results of two reports.
struct CompareCommand: ParsableCommand, Runnable {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: Speech.current("command.compareAbout"))

  /// Upper limit for the size of results.json, in bytes.
  private static let sizeLimit = 64 << 20

  @Argument(help: help("compareA"), completion: .directory) var a: String
  @Argument(help: help("compareB"), completion: .directory) var b: String
  @Option(parsing: .unconditional, help: help("tolerance")) var tolerance = 0.0
  @Flag(help: help("json")) var json = false

  func validate() throws {
    guard tolerance.isFinite, tolerance >= 0 else {
      throw ValidationError(
        Speech.current("command.toleranceRange", ["value": tolerance.description]))
    }
  }

  func execute() throws -> Diagnostics.ExitCode {
    let first = try results(in: a)
    let second = try results(in: b)
    guard ResultsComparison(first, first) != nil else {
      throw CommandError.notResults(path: path(of: a))
    }
    guard let comparison = ResultsComparison(first, second) else {
      throw CommandError.notResults(path: path(of: b))
    }
    if json {
      Terminal.write(
        String(decoding: JSONWriter.bytes(comparison.json(tolerance: tolerance)), as: UTF8.self),
        to: .output)
    } else {
      let text = ComparisonText(comparison: comparison, tolerance: tolerance, speech: .current)
      for line in text.lines { Terminal.line(line, to: .output) }
    }
    return comparison.hasMoved(beyond: tolerance) ? .different : .done
  }

  private func path(of folder: String) -> String { "\(folder)/\(Manifest.resultsName)" }

  private func results(in folder: String) throws(FileError) -> [UInt8] {
    try Files.read(path(of: folder), limit: Self.sizeLimit)
  }
}
