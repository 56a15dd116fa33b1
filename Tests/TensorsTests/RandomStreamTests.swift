import Tensors
import Testing

@Suite struct RandomStreamTests {
  private func stream(_ index: UInt64 = 0, seed: UInt64 = 7, purpose: String = "shuffle")
    -> RandomStream
  {
    RandomStream(seed: seed, scope: "celsius", purpose: purpose, index: index)
  }

  @Test func sameNameSameNumbers() {
    var first = stream()
    var second = stream()
    for _ in 0..<100 { #expect(first.next() == second.next()) }
  }

  @Test func everyPartOfTheNameCounts() {
    var names = [
      stream(), stream(1), stream(seed: 8), stream(purpose: "weights"),
      RandomStream(seed: 7, scope: "celsiu", purpose: "sshuffle"), stream().stream(at: 0),
      stream().stream(at: 1),
    ]
    let first = names.indices.map { names[$0].next() }
    for index in first.indices { #expect(!first[..<index].contains(first[index])) }
  }

  @Test func uniformNumbersFillTheirRange() {
    var source = stream()
    var sum = 0.0
    for _ in 0..<100_000 {
      let value = source.uniform()
      #expect((0..<1).contains(value))
      sum += Double(value)
    }
    #expect(abs(sum / 100_000 - 0.5) < 0.005)
  }

  @Test func integersAreEven() {
    var source = stream()
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[source.integer(below: 7)] += 1 }
    for count in counts { #expect(abs(count - 10_000) < 500) }
  }

  @Test func shuffleIsAPermutation() {
    var order = (0..<100).map { Int32($0) }
    var source = stream()
    source.shuffle(&order)
    #expect(order != (0..<100).map { Int32($0) })
    #expect(order.sorted() == (0..<100).map { Int32($0) })
  }
}
