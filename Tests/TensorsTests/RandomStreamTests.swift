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

  /// The algorithm is a promise: these numbers were worked out by another program.
  @Test func vectors() {
    var first = RandomStream(seed: 7, scope: "celsius", purpose: "weights")
    #expect(
      (0..<4).map { _ in first.next() } == [
        0xc953_e80c_6b94_3b9f, 0xb511_2ea7_8f6f_62f9, 0x664c_84a9_f43d_ce1e, 0x663a_e8cf_a251_bcf9,
      ])
    var second = RandomStream(seed: (1 << 53) - 1, scope: "fashion", purpose: "shuffle", index: 3)
    _ = (0..<4).map { _ in second.next() }
    #expect(
      (0..<4).map { _ in second.uniform() } == [
        0.326_614_86, 0.302_616_18, 0.097_763_3, 0.455_800_18,
      ])
    #expect(
      (0..<8).map { _ in second.integer(below: 60_000) } == [
        25_811, 53_462, 16_448, 2_677, 55_576, 50_435, 45_389, 24_787,
      ])
    var third = second.stream(at: 5)
    #expect(third.next() == 0x44fe_063e_eb7c_aef4)
    var order = (0..<10).map { Int32($0) }
    third.shuffle(&order)
    #expect(order == [4, 6, 8, 7, 5, 1, 9, 3, 0, 2])
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
