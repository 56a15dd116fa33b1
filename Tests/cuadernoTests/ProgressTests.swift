import Testing

@testable import cuaderno

@Suite struct ProgressTests {
  @Test(arguments: [
    (0.0, "[                    ] x"), (0.5, "[==========          ] x"),
    (1.0, "[====================] x"), (1.7, "[====================] x"),
  ])
  func barShowsTheShareDone(fraction: Double, bar: String) {
    #expect(Progress.bar("x", fraction: fraction, columns: 80) == bar)
  }

  @Test func barStaysOnOneLine() {
    let bar = Progress.bar(String(repeating: "época ", count: 40), fraction: 0.3, columns: 40)
    #expect(bar.count == 39)
    #expect(Progress.bar("x", fraction: 0.3, columns: 0).isEmpty)
  }
}
