import Lessons
import TestSupport
import Testing

@testable import Publishing

/// A report is current where everything that decides its bytes is as it was.
@Suite struct ReportStateTests {
  private let folder = TemporaryFolder()

  private func state(
    program: String = "p", drawing: String = "cairo 1", languages: [Language] = [.es]
  ) throws -> ReportState {
    ReportState(
      Manifest(version: "1.0", notebook: "n", seed: 7, inputs: []), languages: languages,
      target: try ReportTarget.check("\(folder.path)/report"),
      templates: "\(folder.path)/templates", program: program, drawing: drawing)
  }

  @Test func anotherProgramLibraryLanguageOrTemplateIsNotCurrent() throws {
    folder.write("templates/report/page.mustache", "x")
    let staging = try StagingFolder(for: ReportTarget.check("\(folder.path)/report"))
    try staging.write("index.html", [65])
    try Publisher.publish(
      staging, manifest: Manifest(version: "1.0", notebook: "n", seed: 7, inputs: []))
    let cache = CacheFolder(path: "\(folder.path)/cache")
    #expect(try !state().isCurrent(in: cache))
    try state().remember(in: cache)
    #expect(try state().isCurrent(in: cache))
    #expect(try !state(program: "q").isCurrent(in: cache))
    #expect(try !state(drawing: "cairo 2").isCurrent(in: cache))
    #expect(try !state(languages: [.es, .en]).isCurrent(in: cache))
    folder.write("templates/report/page.mustache", "y")
    #expect(try !state().isCurrent(in: cache))
  }
}
