import Synchronization
import Tensors
import Testing
import Threads

@Suite struct WorkerPoolTests {
  @Test("every item runs once", arguments: [1, 2, 3, 8])
  func items(threads: Int) {
    let pool = WorkerPool(threadCount: threads)
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: 100)
    defer { counts.deallocate() }
    for round in 0..<2_000 {
      let items = round % 17
      counts.initialize(repeating: 0, count: 100)
      pool.run(items: items, context: counts) { context, item in
        context.assumingMemoryBound(to: Int.self)[item] += 1
      }
      for item in 0..<100 { #expect(counts[item] == (item < items ? 1 : 0)) }
    }
  }

  @Test func sleepingWorkersWakeUp() {
    let pool = WorkerPool(threadCount: 2)
    let sum = UnsafeMutablePointer<Int>.allocate(capacity: 2)
    defer { sum.deallocate() }
    sum.initialize(repeating: 0, count: 2)
    for _ in 0..<20 {
      var idle = 0
      for step in 0..<100_000 { idle &+= step }
      #expect(idle > 0)
      pool.run(items: 2, context: sum) { context, item in
        context.assumingMemoryBound(to: Int.self)[item] += 1
      }
    }
    #expect(sum[0] == 20 && sum[1] == 20)
  }

  /// A system that has no more threads to give: the pool goes on with those that it got.
  @Test(arguments: [0, 1, 2])
  func goesOnWithFewerThreads(available: Int) {
    var left = available
    let pool = WorkerPool(threadCount: 4) { body in
      guard left > 0 else { return nil }
      left -= 1
      return ExtraThread.start(body)
    }
    #expect(pool.threadCount == available + 1)
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: 16)
    defer { counts.deallocate() }
    counts.initialize(repeating: 0, count: 16)
    for _ in 0..<100 {
      pool.run(items: 16, context: counts) { context, item in
        context.assumingMemoryBound(to: Int.self)[item] += 1
      }
    }
    #expect((0..<16).allSatisfy { counts[$0] == 100 })
  }

  @Test func poolsComeAndGo() {
    for _ in 0..<50 { _ = WorkerPool(threadCount: 4) }
  }
}
