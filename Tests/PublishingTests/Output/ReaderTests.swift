import Archives
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Publishing

/// Who holds a report's folder open while it is replaced sees one version of it.
@Suite struct ReaderTests {
  private let folder = TemporaryFolder()
  private static let versions = 200

  @Test func aReaderSeesOneVersionOrNothing() throws {
    let target = "\(folder.path)/report"
    try Self.publish(0, to: target)
    let isDone = Atomic(false)
    let seen = Mutex((whole: 0, mixtures: [String]()))
    try withExtendedLifetime(folder) {
      let reader = ReaderThread {
        while !isDone.load(ordering: .acquiring) {
          let outcome = Self.read(target)
          seen.withLock {
            switch outcome {
            case .whole: $0.whole += 1
            case .mixture(let file): $0.mixtures.append(file)
            case .gone: break
            }
          }
        }
      }
      for version in 1...Self.versions { try Self.publish(version, to: target) }
      isDone.store(true, ordering: .releasing)
      reader.join()
    }
    #expect(seen.withLock { $0.mixtures } == [])
    #expect(seen.withLock { $0.whole } > 0)
  }

  /// Some files change with every version, some never: those are links to the old ones.
  private static func publish(_ version: Int, to target: String) throws {
    let staging = try StagingFolder(for: ReportTarget.check(target))
    try staging.write("index.html", Array("version \(version)".utf8))
    try staging.write("figures/es/a.png", Array("picture \(version)".utf8))
    try staging.write("figures/es/b.png", Array("the same".utf8))
    try staging.write("results.json", Array("results \(version)".utf8))
    let input = Manifest.File(name: "data.csv", sha256: String(version))
    try Publisher.publish(
      staging, manifest: Manifest(version: "1.0", notebook: "n", seed: 7, inputs: [input]))
  }

  private enum Outcome {
    case whole, gone
    case mixture(String)
  }

  /// Everything through one descriptor of the folder.
  private static func read(_ target: String) -> Outcome {
    let folder = open(target, O_RDONLY | O_DIRECTORY)
    guard folder >= 0 else { return .gone }
    defer { close(folder) }
    guard let bytes = contents(folder, Manifest.fileName) else { return .gone }
    guard let manifest = Manifest(bytes: bytes) else { return .mixture(Manifest.fileName) }
    for file in manifest.outputs {
      guard let bytes = contents(folder, file.name) else { return .gone }
      if SHA256.hash(bytes).hexadecimal != file.sha256 { return .mixture(file.name) }
    }
    return .whole
  }

  private static func contents(_ folder: Int32, _ name: String) -> [UInt8]? {
    let file = openat(folder, name, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(file, &buffer, buffer.count)
    return count < 0 ? nil : Array(buffer[..<count])
  }
}

/// A thread that can be waited for.
private final class ReaderThread {
  private let work: @Sendable () -> Void
  private var thread = pthread_t()

  init(_ work: @escaping @Sendable () -> Void) {
    self.work = work
    let own = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        Unmanaged<ReaderThread>.fromOpaque(context!).takeRetainedValue().work()
        return nil
      }, own)
  }

  func join() { pthread_join(thread, nil) }
}
