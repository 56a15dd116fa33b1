import TestSupport
import Testing

/// Threads, width of registers, environment and working directory change no byte of the results.
@Suite struct SameBitsTests {
  @Test func everywhere() {
    let streams = TemporaryFolder()
    let script = ChildProcess(
      ["/bin/bash", "\(Shell.sources)/scripts/same-bits", Shell.program],
      variables: ["PATH=/usr/bin:/bin", "HOME=\(streams.path)", "SWIFT_BACKTRACE=enable=no"],
      output: "\(streams.path)/out", errors: "\(streams.path)/err")
    #expect(script.wait() == 0)
    let contents = streams.contents
    #expect(contents["out"] == "9 runs, the same bits\n")
    #expect(contents["err"] ?? "" == "")
  }
}
