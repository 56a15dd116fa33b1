import Glibc
import Synchronization
import Testing
import Threads

@Suite struct ParallelWorkTests {
  @Test(arguments: [1, 2, 5, 64])
  func valuesAreInTheOrderOfThePieces(threads: Int) {
    let squares = ParallelWork.map(count: 40, threads: threads) { index, _ in index * index }
    #expect(squares == (0..<40).map { $0 * $0 })
    #expect(ParallelWork.map(count: 0, threads: threads) { index, _ in index } == [])
  }

  /// One thread is the caller's: whoever needs another would deadlock or fail where there is none.
  @Test func oneThreadIsTheCallers() {
    let caller = ThreadIdentity.current
    let places = ParallelWork.map(count: 8, threads: 1) { _, _ in ThreadIdentity.current }
    #expect(places == Array(repeating: caller, count: 8))
  }

  /// A tool is made once a thread, and keeps what its thread did.
  @Test(arguments: [1, 3])
  func aThreadKeepsItsTool(threads: Int) throws {
    let made = Atomic(0)
    let counts = try #require(
      ParallelWork.map(
        count: 30, threads: threads,
        tool: {
          made.wrappingAdd(1, ordering: .relaxed)
          return 0
        }
      ) { done, _, _ in
        done += 1
        return done
      })
    let tools = made.load(ordering: .relaxed)
    #expect((1...threads).contains(tools))
    // Every tool that was used has counted from 1.
    #expect((1...tools).contains(counts.count { $0 == 1 }))
    #expect(threads > 1 || counts == Array(1...30))
  }

  /// It is asked before the first piece, and never again once it has said no.
  @Test(arguments: [1, 4])
  func whoSaysStopIsNotAskedAgain(threads: Int) {
    var asked: [Int] = []
    let values = ParallelWork.map(
      count: 5, threads: threads,
      proceed: {
        asked.append($0)
        return false
      }
    ) { index, _ in index }
    #expect(values == nil)
    #expect(asked == [0])
  }

  /// A piece that never ends by itself is told to, whoever works at it.
  @Test(arguments: [1, 2, 3])
  func aLongPieceHearsOfTheEnd(threads: Int) {
    var calls = 0
    let values = ParallelWork.map(
      count: 3, threads: threads,
      proceed: { _ in
        calls += 1
        return calls < 3
      }
    ) { (_, isStopped) -> Int? in
      while !isStopped() {}
      return nil
    }
    #expect(values == nil)
    #expect(calls == 3)
  }

  @Test(arguments: [1, 4])
  func aPieceWithoutAValueEndsIt(threads: Int) {
    let done = Atomic(0)
    let values = ParallelWork.map(count: 1_000, threads: threads) { (index, _) -> Int? in
      done.wrappingAdd(1, ordering: .relaxed)
      return index == 2 ? nil : index
    }
    #expect(values == nil)
    #expect(threads > 1 || done.load(ordering: .relaxed) == 3)
  }
}

/// Tells threads that are there at once from each other.
private struct ThreadIdentity: Equatable {
  let thread: UInt

  static var current: ThreadIdentity { ThreadIdentity(thread: UInt(pthread_self())) }
}
