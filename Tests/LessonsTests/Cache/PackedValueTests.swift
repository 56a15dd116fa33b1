import Testing

@testable import Lessons

@Suite struct PackedValueTests {
  private struct Everything: Codable, Equatable {
    enum Kind: String, Codable { case one, other = "the-other" }
    struct Inner: Codable, Equatable {
      var range: ClosedRange<Double>?
      var text: String?
    }

    var kind = Kind.other
    var flag = true
    var count = -3
    var seed = UInt64.max
    var exact = 0.1
    var small = Float.leastNonzeroMagnitude
    var bytes: [UInt8] = [0, 128, 255]
    var floats: [Float] = [-0.0, 1 / 3, .greatestFiniteMagnitude]
    var doubles: [Double] = [0.1, -0.0, .leastNonzeroMagnitude, .pi]
    var nested: [[Double]] = [[], [1, 2], [0.3]]
    var noInts: [Int] = []
    var names: [String] = ["", "á\u{0}\r\n"]
    var named: [String: Inner] = ["a": Inner(range: 0...0.1, text: nil), "é": Inner()]
    var inner: Inner? = Inner(range: nil, text: "x")
    var none: Inner?
    var list: [Inner] = []
  }

  private func bytes(_ value: some Encodable) throws -> [UInt8] {
    PackedWriter.bytes(try PackingEncoder.encode(value))
  }

  @Test func everyKindOfValueComesBack() throws {
    let value = Everything()
    let packed = try #require(PackedReader.value(try bytes(value)))
    #expect(try PackedDecoder.decode(Everything.self, from: packed) == value)
  }

  @Test func numbersKeepTheirBits() throws {
    let floats: [Float] = [
      -0.0, .nan, Float(bitPattern: 0x7F80_0001), .infinity, .leastNonzeroMagnitude,
    ]
    let packed = try #require(PackedReader.value(try bytes(floats)))
    let decoded = try PackedDecoder.decode([Float].self, from: packed)
    #expect(decoded.map(\.bitPattern) == floats.map(\.bitPattern))
    let double = try PackingEncoder.encode(-0.0)
    #expect(try PackedDecoder.decode(Double.self, from: double).sign == .minus)
  }

  @Test func aMillionNumbersAreOnePiece() throws {
    let values = [Float](repeating: 0.5, count: 1_000_000)
    #expect(try bytes(values).count == 4_000_009)
  }

  @Test func whatIsCutShortIsNothing() throws {
    let whole = try bytes(Everything())
    for count in 0..<whole.count {
      #expect(PackedReader.value(Array(whole[..<count])) == nil, "\(count) bytes were taken")
    }
    #expect(PackedReader.value(whole + [0]) == nil)
  }

  @Test func noChangedByteBringsItDown() throws {
    let whole = try bytes(Everything())
    for place in whole.indices {
      for change: UInt8 in [1, 0x80, 0xFF] {
        var damaged = whole
        damaged[place] ^= change
        guard let value = PackedReader.value(damaged) else { continue }
        _ = try? PackedDecoder.decode(Everything.self, from: value)
      }
    }
  }

  @Test func deepNestingIsRefused() {
    let list: [UInt8] = [PackedValue.Tag.list.rawValue, 1, 0, 0, 0, 0, 0, 0, 0]
    let deep = Array(repeatElement(list, count: 100_000).joined()) + [0]
    #expect(PackedReader.value(deep) == nil)
    #expect(PackedReader.value(list + list + [0]) == .list([.list([.null])]))
  }
}
