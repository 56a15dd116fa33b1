import Lessons
import Publishing
import Synchronization

/// The report being served and the error of the last build. Written by the building thread, read by
/// the server's.
public final class PreviewState: Sendable {
  struct Snapshot {
    /// The report's folder; nil until it is known.
    var folder: String?
    /// Counts the reports that were published.
    var version = 0
    var problem: LocalizedText?
  }

  private let current = Mutex(Snapshot())
  /// Shown until the first report exists.
  let waiting: LocalizedText
  let language: Language

  public init(waiting: LocalizedText, language: Language) {
    self.waiting = waiting
    self.language = language
  }

  /// A report was built into `folder`.
  public func succeed(folder: String) {
    current.withLock {
      $0.folder = folder
      $0.version += 1
      $0.problem = nil
    }
  }

  /// The report could not be built; the last one stays.
  public func fail(_ problem: LocalizedText) {
    current.withLock { $0.problem = problem }
  }

  /// Serves an existing report in `folder` until the first build is done.
  public func expect(folder: String) {
    current.withLock { if $0.folder == nil { $0.folder = folder } }
  }

  var snapshot: Snapshot { current.withLock { $0 } }

  /// The state as JSON for the script in the page.
  var json: [UInt8] {
    let snapshot = snapshot
    let problem = snapshot.problem.map { problem in
      JSONValue.object(
        problem.languages.map { JSONValue.Member($0.rawValue, .string(problem[$0])) })
    }
    return JSONWriter.bytes(
      .object(["version": .integer(snapshot.version), "problem": problem ?? .null]))
  }
}
