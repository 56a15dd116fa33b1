import Archives
import Glibc
import Pages
import Publishing

/// Students' pages as PDF: those that are known, and the browsers that print the others, each page by
/// a browser of its own.
final class PrintedPages {
  struct Page {
    var id: String
    /// The page's file name.
    var name: String
    /// SHA-256 of the page, by which its PDF is found.
    var sha256: String
  }

  /// A browser that prints no page at all is not asked once for every student.
  private static let patience = 3

  private let printer: PagePrinter
  private let jobs: Int
  private let work: WorkFolder
  private let published: PublishedClass
  /// Students whose page could not be printed.
  private(set) var failures: [(id: String, error: BrowserError)] = []
  private var failuresInARow = 0

  init(_ printer: PagePrinter, jobs: Int, work: WorkFolder, published: PublishedClass) {
    self.printer = printer
    self.jobs = jobs
    self.work = work
    self.published = published
  }

  /// The PDF of a page; nil if it has none yet.
  func pdf(of page: Page) -> [UInt8]? {
    work.pdf(of: page.sha256)
      ?? published.pdf(of: page.id, page: page.name, hash: page.sha256)
  }

  /// Prints the pages that have no PDF; false where `proceed` said to stop.
  ///
  /// - Parameter contents: reads a page, when its turn has come.
  func print(
    _ pages: [Page], contents: (Page) throws -> [UInt8],
    proceed: (_ done: Int, _ count: Int, _ current: String) -> Bool
  ) throws -> Bool {
    let missing = pages.filter { pdf(of: $0) == nil }
    var waiting = missing[...]
    var running: [(page: Page, job: PrintJob)] = []
    while !waiting.isEmpty || !running.isEmpty {
      if failuresInARow >= Self.patience, let error = failures.last?.error {
        failures += waiting.map { ($0.id, error) }
        waiting = []
      }
      while running.count < jobs, let page = waiting.popFirst() {
        if let job = start(page, try contents(page)) { running.append((page, job)) }
      }
      running = try running.filter { try !isDone($0.page, $0.job) }
      let done = missing.count - waiting.count - running.count
      guard proceed(done, missing.count, running.first?.page.id ?? "") else { return false }
      if !running.isEmpty { usleep(15_000) }
    }
    return true
  }

  private func start(_ page: Page, _ contents: [UInt8]) -> PrintJob? {
    do {
      return try printer.start(contents)
    } catch {
      fail(page, error)
      return nil
    }
  }

  private func isDone(_ page: Page, _ job: PrintJob) throws(OutputError) -> Bool {
    let bytes: [UInt8]?
    do {
      bytes = try job.poll()
    } catch {
      fail(page, error)
      return true
    }
    guard let bytes else { return false }
    failuresInARow = 0
    try work.store(pdf: bytes, of: page.sha256)
    return true
  }

  private func fail(_ page: Page, _ error: BrowserError) {
    failuresInARow += 1
    failures.append((page.id, error))
  }
}
